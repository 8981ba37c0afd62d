package app.pitot.tray;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.tray.TrayFace.Bar;
import app.pitot.tray.TrayFace.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is drawn, and where it is shown as trays come and go. */
@Timeout(30)
class TrayMeterTest {
    private static final TrayFace HALF = face(0.5, Level.NORMAL, 0.41);

    private final BlockingQueue<String> news = new LinkedBlockingQueue<>();
    private final Shelf modern = new Shelf("modern");
    private final Shelf old = new Shelf("old");
    private final TrayMeter meter = new TrayMeter(new TrayListener() {
        @Override
        public void open() {}

        @Override
        public void mini() {}

        @Override
        public void quit() {}

        @Override
        public void menu(int x, int y, String words) {}

        @Override
        public void hover(int x, int y, String words) {}

        @Override
        public void leave() {}

        @Override
        public void present(boolean there) {
            news.add("present " + there);
        }
    }, List.of(modern, old));

    @AfterEach
    void close() {
        meter.close();
    }

    @Test
    void theBestTrayTakesIt() throws Exception {
        modern.there = true;
        old.there = true;
        meter.show(HALF);
        expect("modern enters", "present true");
        meter.show(face(0.6, Level.AMBER, 0.41));
        expect("modern shows 0.6");
        meter.close();
        expect("modern leaves");
    }

    @Test
    void withoutATrayItSaysSoOnceAndWaits() throws Exception {
        meter.show(HALF);
        expect("present false");
        meter.show(face(0.6, Level.AMBER, 0.41));
        meter.look();
        modern.there = true;
        meter.look();
        expect("modern enters", "present true");
    }

    @Test
    void itFollowsWhenTraysComeAndGo() throws Exception {
        old.there = true;
        meter.show(HALF);
        expect("old enters", "present true");
        modern.there = true;
        meter.look();
        expect("old leaves", "modern enters");
        modern.there = false;
        meter.look();
        expect("modern leaves", "old enters");
        old.there = false;
        meter.look();
        expect("old leaves", "present false");
    }

    @Test
    void aTrayThatRefusesIsPassedOver() throws Exception {
        modern.there = true;
        modern.refuses = true;
        old.there = true;
        meter.show(HALF);
        expect("old enters", "present true");
    }

    @Test
    void nothingLooksDifferentUntilABarMovesByAPixel() {
        var look = TrayIcons.Look.of(face(0.5, Level.NORMAL, 0.41), 22);
        assertThat(TrayIcons.Look.of(face(0.501, Level.NORMAL, 0.412), 22)).isEqualTo(look);
        assertThat(TrayIcons.Look.of(face(0.6, Level.NORMAL, 0.41), 22)).isNotEqualTo(look);
        assertThat(TrayIcons.Look.of(face(0.5, Level.RED, 0.41), 22)).isNotEqualTo(look);
    }

    @Test
    void theBarsTellTheirSharesAndColours() {
        for (int size : new int[]{16, 22, 24, 32, 48}) {
            int red = 0xffee7269;
            int blue = 0xff56b6f0;
            int whole = size - 2 * Math.max(1, size / 9);
            assertThat(line(face(1, Level.RED, 0.5), size, red)).as("%d px, all gone", size).isEqualTo(whole);
            assertThat(line(face(0.999, Level.RED, 0.5), size, red)).as("%d px, nearly", size).isEqualTo(whole - 1);
            assertThat(line(face(0.001, Level.NORMAL, 0), size, blue)).as("%d px, begun", size).isEqualTo(1);
            assertThat(line(face(0, Level.NORMAL, 0), size, blue)).as("%d px, nothing", size).isZero();
            assertThat(line(new TrayFace(new Bar(0.7, Level.UNKNOWN), new Bar(0, Level.UNKNOWN), ""), size, blue))
                    .as("%d px, unknown", size).isZero();
            assertThat(line(face(-3, Level.NORMAL, 0), size, blue)).isZero();
        }
    }

    /** How many pixels of {@code colour} the line has that has most. */
    private static int line(TrayFace face, int size, int colour) {
        var pixels = TrayIcons.draw(face, size);
        int most = 0;
        for (int y = 0; y < size; y++) {
            var line = Arrays.copyOfRange(pixels, y * size, (y + 1) * size);
            most = Math.max(most, (int) Arrays.stream(line).filter(p -> p == colour).count());
        }
        return most;
    }

    private void expect(String... wanted) throws InterruptedException {
        var come = new ArrayList<String>();
        for (int i = 0; i < wanted.length; i++) {
            come.add(news.poll(10, TimeUnit.SECONDS));
        }
        assertThat(come).containsExactly(wanted);
    }

    private static TrayFace face(double window, Level level, double day) {
        return new TrayFace(new Bar(window, level), new Bar(day, Level.AMBER), "half");
    }

    /** A tray that comes and goes as told. */
    private final class Shelf implements TrayPlace {
        private final String name;
        private volatile boolean there;
        private volatile boolean refuses;

        Shelf(String name) {
            this.name = name;
        }

        @Override
        public boolean there() {
            return there;
        }

        @Override
        public boolean enter(TrayFace face) {
            if (!refuses) {
                news.add(name + " enters");
            }
            return !refuses;
        }

        @Override
        public void show(TrayFace face) {
            news.add(name + " shows " + face.window().used());
        }

        @Override
        public void leave() {
            news.add(name + " leaves");
        }
    }
}
