package app.pitot.ui.compare.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.pitot.compare.Mode;
import app.pitot.compare.Runs;
import app.pitot.compare.Runs.Truth;
import app.pitot.compare.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WaterfallTest {
    /** Without noise: 20 ms to connect, 60 in the queue, 30 for the prompt, 142 to the first token, 58 thinking, 400 writing. */
    private static final Truth TOLD = new Truth("Cerebras", "fast", 20, 60.0, 30.0, 142, 58, 1_000, 458, 0);
    private static final Truth SILENT = new Truth("Local", "slow", 0, null, null, 300, 0, 100, 50, 0);
    /** Its clock says that queue and prompt took longer than the whole wait. */
    private static final Truth WRONG = new Truth("Odd", "odd", 0, 400.0, 300.0, 100, 0, 100, 50, 0);

    @Test
    void theWaitIsSplitByTheProvidersClockAndTheRestIsLeft() {
        var row = of(1, TOLD).rows().getFirst();
        assertThat(row.parts().keySet()).containsExactly(Part.CONNECT, Part.QUEUE, Part.PROMPT, Part.WAIT, Part.THINK,
                Part.WRITE);
        assertThat(row.parts().get(Part.CONNECT)).isEqualTo(20);
        assertThat(row.parts().get(Part.QUEUE)).isCloseTo(60, within(1e-9));
        assertThat(row.parts().get(Part.PROMPT)).isCloseTo(30, within(1e-9));
        assertThat(row.parts().get(Part.WAIT)).isCloseTo(52, within(1e-9));
        assertThat(row.parts().get(Part.THINK)).isCloseTo(58, within(1e-9));
        assertThat(row.parts().get(Part.WRITE)).isCloseTo(400, within(1e-9));
        assertThat(row.whole()).isCloseTo(620, within(1e-9));
        assertThat(row.told()).isTrue();
    }

    @Test
    void whatIsNotReportedIsOneWaitAndWhatTookNoTimeIsNoPart() {
        var row = of(1, SILENT).rows().getFirst();
        assertThat(row.parts()).isEqualTo(Map.of(Part.WAIT, 300.0, Part.WRITE, 500.0));
        assertThat(row.told()).isFalse();
    }

    @Test
    void aClockThatDoesNotFitIntoTheWaitIsNotBelieved() {
        var row = of(1, WRONG).rows().getFirst();
        assertThat(row.parts()).isEqualTo(Map.of(Part.WAIT, 100.0, Part.WRITE, 500.0));
        assertThat(row.told()).isFalse();
    }

    @Test
    void mediansRestOnRepliesThatCountOnly() {
        var samples = new ArrayList<Sample>();
        var chance = new Random(1);
        // The round that is thrown away, three that count, one refused.
        samples.add(Runs.sample(0, 0, 0, Truth.of("a", "a", 9_000, 1_000), chance));
        for (var round = 1; round <= 3; round++) {
            samples.add(Runs.sample(0, round, 1, new Truth("a", "a", 0, null, null, 100 * round, 0, 100, 50, 0),
                    chance));
        }
        samples.add(Runs.refused(Runs.sample(0, 4, 1, SILENT, chance)));
        var row = Waterfall.of(Runs.comparison(Mode.ROUNDS, 4, List.of(SILENT), samples)).rows().getFirst();
        assertThat(row.replies()).isEqualTo(3);
        assertThat(row.parts().get(Part.WAIT)).isEqualTo(200);
        assertThat(row.whole()).isEqualTo(700);
    }

    @Test
    void aLaneWithoutRepliesHasAnEmptyRow() {
        var waterfall = Waterfall.of(Runs.refused(Runs.rounds(3, List.of(TOLD, SILENT)), 0));
        assertThat(waterfall.rows().getFirst().parts()).isEmpty();
        assertThat(waterfall.rows().getFirst().whole()).isNull();
        assertThat(waterfall.longest()).isEqualTo(800);
        assertThat(WaterfallGeometry.of(waterfall, 400, 120).spots(waterfall)).noneMatch(spot -> spot.lane() == 0);
    }

    @Test
    void piecesFollowEachOtherAndTheLongestBarEndsBeforeItsFigure() {
        var waterfall = of(1, TOLD, SILENT);
        var at = WaterfallGeometry.of(waterfall, 400, 120);
        var pieces = at.pieces(waterfall);
        var end = at.rows().left();
        for (var piece : pieces.stream().filter(each -> each.lane() == 0).toList()) {
            assertThat(piece.x()).isBetween(end, end + 1.001);
            end = piece.x() + piece.width();
        }
        assertThat(at.end(pieces, 1)).isGreaterThan(at.end(pieces, 0)).isLessThanOrEqualTo(at.rows().right());
        var write = pieces.stream().filter(each -> each.lane() == 1 && each.part() == Part.WRITE).findFirst()
                .orElseThrow();
        assertThat(write.width()).isCloseTo(500 * at.perMs(), within(1e-9));
    }

    @Test
    void aPartTooShortToSeeIsStillThere() {
        var waterfall = of(1, Truth.of("a", "a", 1, 100_000), Truth.of("b", "b", 50_000, 10));
        var at = WaterfallGeometry.of(waterfall, 400, 120);
        assertThat(at.pieces(waterfall)).allMatch(each -> each.width() >= 1.5);
        assertThat(at.end(at.pieces(waterfall), 1)).isLessThanOrEqualTo(at.rows().right());
    }

    private static Waterfall of(int rounds, Truth... lanes) {
        return Waterfall.of(Runs.rounds(rounds, List.of(lanes)));
    }
}
