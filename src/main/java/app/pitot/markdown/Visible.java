package app.pitot.markdown;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Shows what would act unseen: signs that turn the direction of text or have no width, control characters, and halves of
 * surrogate pairs. Joiners and selectors stay where writing needs them. Remembers the end of the text before, so that any
 * cutting of a stream gives the same.
 */
public final class Visible {
    /** What stands for characters that are not seen; a text may hold the same signs by itself. */
    static final Pattern MARKS = Pattern.compile("(?:⟨(?:U\\+[0-9A-F]{4,6}|…)⟩)+");

    /** More of them in a row are left out behind a last mark. */
    private static final int MOST = 8;
    private static final char NONE = 0;

    private final StringBuilder out = new StringBuilder();
    private char high = NONE;
    private int before = ' ';
    private int inRow;

    /** {@code text} as it is to be shown. */
    public static String of(String text) {
        var visible = new Visible();
        var shown = visible.shown(text).toString();
        return shown + visible.end();
    }

    /** {@code text} as it is to be shown, but for a half of a pair at its end; the same object if nothing changes. */
    public CharSequence shown(CharSequence text) {
        int plain = 0;
        while (high == NONE && plain < text.length() && ordinary(text.charAt(plain))) {
            plain++;
        }
        if (plain > 0) {
            before = text.charAt(plain - 1);
            inRow = 0;
        }
        if (plain == text.length()) {
            return text;
        }
        out.setLength(0);
        out.append(text, 0, plain);
        for (int i = plain; i < text.length(); i++) {
            add(text.charAt(i));
        }
        return out.toString();
    }

    /** The text ends here: what was held back. */
    public String end() {
        var held = high == NONE ? "" : "\ufffd";
        high = NONE;
        return held;
    }

    private static boolean ordinary(char c) {
        return c >= ' ' && c < 0x7f || c == '\n' || c == '\t' || c == '\r';
    }

    private void add(char c) {
        if (high != NONE) {
            char first = high;
            high = NONE;
            if (Character.isLowSurrogate(c)) {
                point(Character.toCodePoint(first, c));
                return;
            }
            point(0xfffd);
        }
        if (Character.isHighSurrogate(c)) {
            high = c;
        } else {
            point(Character.isLowSurrogate(c) ? 0xfffd : c);
        }
    }

    private void point(int c) {
        if (c < ' ' && c != '\n' && c != '\t' && c != '\r') {
            out.append((char) (0x2400 + c));
            inRow = 0;
        } else if (c == 0x7f) {
            out.append('\u2421');
            inRow = 0;
        } else if (unseen(c)) {
            if (inRow < MOST) {
                out.append(String.format(Locale.ROOT, "⟨U+%04X⟩", c));
            } else if (inRow == MOST) {
                out.append("⟨…⟩");
            }
            inRow = Math.min(MOST + 1, inRow + 1);
        } else {
            out.appendCodePoint(c);
            inRow = 0;
        }
        before = c;
    }

    private boolean unseen(int c) {
        return switch (c) {
            case 0x200c, 0x200d -> !joins(before);
            case 0xfe0e, 0xfe0f -> before < 0x80 && "0123456789#*".indexOf(before) < 0;
            case 0xad, 0x61c, 0x115f, 0x1160, 0x180e, 0x200b, 0x200e, 0x200f, 0x2028, 0x2029, 0x3164, 0xfeff, 0xffa0 ->
                true;
            default -> c >= 0x80 && c < 0xa0 || c >= 0x202a && c <= 0x202e || c >= 0x2060 && c <= 0x206f
                    || c >= 0xfff9 && c <= 0xfffb || tag(c) || c >= 0xe0100 && c <= 0xe01ef && before < 0x80;
        };
    }

    /** Flags of regions are written with tags, behind a black flag. */
    private boolean tag(int c) {
        boolean flag = before == 0x1f3f4 || before >= 0xe0020 && before <= 0xe007e && inRow == 0;
        return c >= 0xe0000 && c <= 0xe007f && !flag;
    }

    /** True for letters of scripts that join, and for pictures. */
    private static boolean joins(int c) {
        return c >= 0x590 && c < 0x1100 || c >= 0x1780 && c < 0x1800 || c >= 0x2190 && c < 0x2c00 || c == 0xfe0f
                || c >= 0x1f000 && c < 0x20000;
    }
}
