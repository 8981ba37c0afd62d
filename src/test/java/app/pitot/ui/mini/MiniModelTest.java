package app.pitot.ui.mini;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.provider.Metric;
import app.pitot.quota.WindowState.Level;
import app.pitot.store.Settings.Corner;
import app.pitot.ui.common.ManualDelays;
import app.pitot.ui.controls.GaugeBar.Tone;
import app.pitot.ui.instruments.InstrumentsModel;
import app.pitot.ui.mini.CornerModel.Closing;
import app.pitot.ui.mini.CornerModel.Desk;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the mini gauge says, where it stands, and what closing the window means; no toolkit. */
class MiniModelTest {
    private final ManualDelays delays = new ManualDelays();
    private final InstrumentsModel instruments = new InstrumentsModel(Small.clocks(), ZoneOffset.UTC, delays);
    private final MiniModel model = new MiniModel(instruments);

    @BeforeEach
    void nobodySeesThePanel() {
        instruments.setWatched(false);
    }

    @Test
    void showsTheWindowThatRefusesFirstTheDayAndTheSpeed() {
        model.setInWindow(true);
        instruments.showQuota(Small.quota(Small.day(1_000_000L, 414_000, Small.NOON.plusSeconds(7_920)),
                Small.requests(), Small.tokens(12_300, Level.AMBER)));
        instruments.showSpeed(Small.finished(), Small.ended());
        var face = model.faceProperty().get();
        assertThat(face.window().title()).isEqualTo("Tokens / min");
        assertThat(face.window().figure()).isEqualTo("12,300");
        assertThat(face.window().of()).isEqualTo("of 60,000 left");
        assertThat(face.window().word()).isEqualTo("low · full again in 12 s");
        assertThat(face.window().tone()).isEqualTo(Tone.AMBER);
        assertThat(face.window().used()).isEqualTo(47_700 / 60_000.0);
        assertThat(face.day().figure()).isEqualTo("41 %");
        assertThat(face.day().word()).isEqualTo("runs out 14:12");
        assertThat(face.day().tone()).isEqualTo(Tone.AMBER);
        assertThat(face.speed()).isEqualTo("2,987");
        assertThat(face.spoken()).isEqualTo("Tokens / min 12,300 of 60,000 left, low · full again in 12 s. "
                + "Today 41 % used, runs out 14:12. Output speed 2,987 tokens per second");
    }

    @Test
    void whatIsUnknownIsADashAndAnEmptyBar() {
        model.setInWindow(true);
        var face = model.faceProperty().get();
        assertThat(face.window().figure()).isEqualTo("–");
        assertThat(face.window().tone()).isEqualTo(Tone.UNKNOWN);
        assertThat(face.day().figure()).isEqualTo("–");
        assertThat(face.speed()).isEqualTo("–");
    }

    @Test
    void aDayWithoutALimitTellsWhatWasUsed() {
        model.setInWindow(true);
        instruments.showQuota(Small.quota(Small.day(null, 414_000, null), Small.requests()));
        assertThat(model.faceProperty().get().day().figure()).isEqualTo("414,000");
        assertThat(model.faceProperty().get().day().tone()).isEqualTo(Tone.UNKNOWN);
    }

    @Test
    void aBudgetOfTheUsersOwnIsNamedAsThat() {
        model.setInWindow(true);
        instruments.showQuota(Small.quota(Small.own(Metric.TOKENS, 1_000_000L, 414_000), Small.requests()));
        assertThat(model.faceProperty().get().day().title()).isEqualTo("Your budget");
        assertThat(model.faceProperty().get().spoken()).contains("Your budget 41 % used");
        assertThat(TrayFaces.of(model.faceProperty().get()).tooltip()).contains("Your budget 41 % used");
    }

    @Test
    void moneyWithoutALimitReadsAsMoney() {
        model.setInWindow(true);
        instruments.showQuota(Small.quota(Small.own(Metric.USD, null, 1_250_000), Small.requests()));
        assertThat(model.faceProperty().get().day().figure()).isEqualTo("$1.25");
    }

    @Test
    void percentNeverLiesAtItsEnds() {
        assertThat(List.of(0.0, 0.0001, 0.004, 0.29, 0.8079, 0.996, 0.99999, 1.0).stream().map(MiniFaces::percent))
                .containsExactly("0 %", "< 1 %", "< 1 %", "29 %", "80 %", "99 %", "99 %", "100 %");
    }

    @Test
    void nothingIsPutTogetherWhileNobodyLooksAndLookingCatchesUp() {
        instruments.showQuota(Small.quota(null, Small.tokens(12_300, Level.AMBER)));
        assertThat(model.faceProperty().get()).isNull();
        assertThat(instruments.ticking()).isFalse();
        model.setInTray(true);
        assertThat(model.faceProperty().get().window().figure()).isEqualTo("12,300");
        assertThat(instruments.ticking()).isTrue();
        model.setInTray(false);
        assertThat(instruments.ticking()).isFalse();
    }

    @Test
    void theSameFiguresAgainAreNoNews() {
        model.setInWindow(true);
        var quota = Small.quota(Small.day(1_000_000L, 414_000, null), Small.requests());
        instruments.showQuota(quota);
        var faces = new ArrayList<MiniFace>();
        model.faceProperty().addListener((_, _, now) -> faces.add(now));
        instruments.showQuota(quota);
        instruments.showQuota(Small.quota(Small.day(1_000_000L, 414_000, null), Small.requests()));
        assertThat(faces).isEmpty();
        assertThat(instruments.ticking()).as("only the burn's own pace").isEqualTo(delays.last() >= 1_000);
    }

    @Nested
    class Place {
        private final Rectangle2D left = new Rectangle2D(0, 24, 1920, 1056);
        private final Rectangle2D right = new Rectangle2D(1920, 0, 1280, 1024);

        @Test
        void beginsInTheUpperRightCornerOfTheMainScreen() {
            assertThat(place(null, left, right)).isEqualTo(new Point2D(1920 - 264 - 16, 40));
        }

        @Test
        void keepsOffTheWindowItBelongsTo() {
            var screens = List.of(left, right);
            assertThat(MiniPlace.of(null, 264, 100, screens, new Rectangle2D(1_000, 24, 920, 600)))
                    .isEqualTo(new Point2D(1920 - 264 - 16, 1080 - 100 - 16));
            assertThat(MiniPlace.of(null, 264, 100, screens, new Rectangle2D(800, 24, 1_120, 1_056)))
                    .isEqualTo(new Point2D(16, 1080 - 100 - 16));
            assertThat(MiniPlace.of(null, 264, 100, screens, left)).as("nothing is free, but the dial stays in sight")
                    .isEqualTo(new Point2D(1920 - 264 - 16, 1080 - 100 - 16));
        }

        @Test
        void comesBackWhereItWas() {
            assertThat(place(new Point2D(2_000, 500), left, right)).isEqualTo(new Point2D(2_000, 500));
        }

        @Test
        void comesBackOntoAScreenIfItsOwnIsGone() {
            assertThat(place(new Point2D(2_900, 950), left)).isEqualTo(new Point2D(1920 - 264, 950));
            assertThat(place(new Point2D(-5_000, -9_000), left)).isEqualTo(new Point2D(0, 24));
            assertThat(place(new Point2D(Double.NaN, 3), left)).isEqualTo(new Point2D(1920 - 264 - 16, 40));
        }

        @Test
        void neverHangsOverAnEdge() {
            assertThat(place(new Point2D(1_800, 1_070), left, right)).isEqualTo(new Point2D(1_656, 980));
        }

        private Point2D place(Point2D saved, Rectangle2D... screens) {
            return MiniPlace.of(saved, 264, 100, List.of(screens), null);
        }
    }

    @Nested
    class Leaving {
        private Corner kept = Corner.DEFAULT;
        private final CornerModel corner = new CornerModel(kept, change -> kept = change.apply(kept));

        @Test
        void closingQuitsUnlessTheUserWantsItOtherwiseAndThereIsATray() {
            corner.desk().set(Desk.TRAY);
            assertThat(corner.closing()).isEqualTo(Closing.QUIT);
            corner.keep().set(true);
            assertThat(corner.closing()).isEqualTo(Closing.EXPLAIN);
            corner.explained();
            assertThat(corner.closing()).isEqualTo(Closing.HIDE);
            corner.desk().set(Desk.NONE);
            assertThat(corner.closing()).as("nothing could bring it back").isEqualTo(Closing.QUIT);
            assertThat(kept).isEqualTo(new Corner(false, false, null, true, true, true));
        }

        @Test
        void keepingMeansShowing() {
            corner.tray().set(false);
            corner.keep().set(true);
            assertThat(corner.tray().get()).isTrue();
            corner.tray().set(false);
            assertThat(corner.keep().get()).isFalse();
            assertThat(kept.keepInTray()).isFalse();
        }
    }
}
