package app.pitot.tray;

import app.pitot.tray.TrayFace.Bar;
import app.pitot.tray.TrayFace.Level;
import java.util.Arrays;

/**
 * Draws the meter: two bars on a dark tile, which can be seen on light and dark panels alike. The upper bar is the limit that
 * refuses first, the lower one the day.
 */
final class TrayIcons {
    private static final int TILE = 0xff16191d;
    private static final int TRACK = 0xff3a424b;
    private static final int ACCENT = 0xff56b6f0;
    private static final int AMBER = 0xffe8b04a;
    private static final int GREY = 0xff98a1ac;
    private static final int RED = 0xffee7269;

    private TrayIcons() {}

    /**
     * What of {@code face} can be seen at {@code size}: equal for faces that look the same.
     *
     * @param window width of the upper bar in pixels, and @param day of the lower one
     */
    record Look(int window, Level windowLevel, int day, Level dayLevel) {
        static Look of(TrayFace face, int size) {
            return new Look(width(face.window(), size), face.window().level(), width(face.day(), size),
                    face.day().level());
        }
    }

    /** {@code size} times {@code size} pixels, line by line, as 0xAARRGGBB. */
    static int[] draw(TrayFace face, int size) {
        var pixels = new int[size * size];
        fill(pixels, size, 0, 0, size, size, TILE);
        for (int corner : new int[]{0, size - 1, size * (size - 1), size * size - 1}) {
            pixels[corner] = 0;
        }
        int high = barHeight(size);
        int gap = Math.max(1, size / 8);
        int top = (size - 2 * high - gap) / 2;
        bar(pixels, size, top, high, face.window());
        bar(pixels, size, top + high + gap, high, face.day());
        return pixels;
    }

    private static void bar(int[] pixels, int size, int y, int high, Bar bar) {
        int left = margin(size);
        fill(pixels, size, left, y, size - 2 * left, high, TRACK);
        fill(pixels, size, left, y, width(bar, size), high, switch (bar.level()) {
            case NORMAL -> ACCENT;
            case AMBER -> AMBER;
            case RED -> RED;
            case STALE -> GREY;
            case UNKNOWN -> TRACK;
        });
    }

    /** What is begun shows at least one pixel, and only what is all gone fills the bar. */
    private static int width(Bar bar, int size) {
        int whole = size - 2 * margin(size);
        if (bar.level() == Level.UNKNOWN) {
            return 0;
        }
        int width = (int) Math.round(bar.used() * whole);
        return bar.used() <= 0 ? 0 : bar.used() >= 1 ? whole : Math.clamp(width, 1, whole - 1);
    }

    private static int margin(int size) {
        return Math.max(1, size / 9);
    }

    private static int barHeight(int size) {
        return Math.max(2, size * 3 / 11);
    }

    private static void fill(int[] pixels, int size, int x, int y, int w, int h, int colour) {
        for (int line = y; line < y + h; line++) {
            Arrays.fill(pixels, line * size + x, line * size + x + w, colour);
        }
    }
}
