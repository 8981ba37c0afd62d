package app.pitot.compare;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ChatParameters;
import app.pitot.compare.Analysis.Verdict;
import app.pitot.compare.Change.Caution;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChangeTest {
    private static Comparison with(Comparison run, List<LaneFacts> lanes, List<Sample> samples, String hash) {
        return new Comparison(run.id(), run.setId(), run.name(), run.startedAt(), run.endedAt(), run.appVersion(),
                run.setup(), hash, lanes, run.seed(), run.state(), samples);
    }

    private static LaneFacts lane(String account, String provider, String model, ChatParameters parameters) {
        return new LaneFacts(account, account, provider, provider, "https://" + provider + ".test/v1", model,
                parameters);
    }

    private static Comparison run(int seed) {
        return FullRuns.run("r" + seed, "s", FullRuns.AT.plusSeconds(604_800L * seed), FullRuns.samples(12, seed));
    }

    @Test
    void theSameRunHasNotChanged() {
        var change = Change.between(run(1), run(2), Measure.OUTPUT_SPEED);
        assertThat(change.lanes()).hasSize(2).allSatisfy(each -> {
            assertThat(each.interval().contains(1)).isTrue();
            assertThat(each.interval().level()).isEqualTo(0.975);
            assertThat(each.ratio()).isBetween(0.9, 1.1);
            assertThat(each.valuesNow()).isEqualTo(12);
            assertThat(each.verdict()).isIn(Verdict.UNDECIDED, Verdict.TIE);
        });
        assertThat(change.cautions()).isEmpty();
        assertThat(change.added()).isEmpty();
        assertThat(change.gone()).isEmpty();
    }

    @Test
    void fasterMeansFasterForSpeedsAndTimes() {
        var then = run(1);
        // The second lane is half again as slow as the first: change their places in the later run.
        var swapped = new ArrayList<Sample>();
        var random = new Random(3);
        for (int round = 1; round <= 12; round++) {
            swapped.add(FullRuns.sample("a" + round, 1, round, random));
            swapped.add(FullRuns.sample("b" + round, 0, round, random));
        }
        var now = with(then, then.lanes().reversed(), swapped, then.promptHash());
        for (var measure : List.of(Measure.OUTPUT_SPEED, Measure.TOTAL)) {
            var change = Change.between(then, now, measure);
            // Lane 0 of now is what lane 1 was, and as fast as lane 0 was.
            assertThat(change.lanes().getFirst().then()).isEqualTo(1);
            assertThat(change.lanes().getFirst().verdict()).as(measure.name()).isEqualTo(Verdict.FASTER);
            assertThat(change.lanes().getFirst().ratio()).isGreaterThan(1.1);
            assertThat(change.lanes().getLast().verdict()).isEqualTo(Verdict.SLOWER);
        }
    }

    @Test
    void lanesAreFoundAgain() {
        var warm = ChatParameters.of(0.7, 100);
        var then = with(run(1), List.of(lane("a", "p", "m", ChatParameters.NONE), lane("a", "p", "m", warm),
                lane("b", "q", "m", ChatParameters.NONE), lane("c", "r", "gone", ChatParameters.NONE)), List.of(), "h");
        var now = with(run(2), List.of(lane("a", "p", "m", warm), lane("a", "p", "m", ChatParameters.NONE),
                lane("new", "q", "m", ChatParameters.NONE), lane("a", "p", "other", warm)), List.of(), "other");
        var change = Change.between(then, now, Measure.TTFT);
        assertThat(change.lanes()).extracting(Change.LaneChange::then).containsExactly(1, 0, 2);
        assertThat(change.lanes()).allMatch(each -> each.verdict() == Verdict.NOT_ENOUGH && each.ratio() == null);
        assertThat(change.added()).containsExactly(3);
        assertThat(change.gone()).containsExactly(3);
        assertThat(change.cautions()).containsExactly(Caution.PROMPT);
    }

    @Test
    void whatElseIsOtherIsSaid() {
        var then = run(1);
        var setup = then.setup();
        var now = new Comparison("n", "s", "n", then.startedAt(), null, "2.0.0",
                new ComparisonSetup(Mode.RACE, "", "", List.of(), 1, !setup.nonce(), true), then.promptHash(),
                List.of(new LaneFacts("a1", "Work", "Cerebras", "cerebras", "https://other.test", "gpt-oss-120b",
                        ChatParameters.of(1.0, 3)), then.lanes().getLast()),
                1, Comparison.State.DONE, then.samples());
        assertThat(Change.between(then, now, Measure.TTFT).cautions()).containsExactlyInAnyOrder(Caution.APP_VERSION,
                Caution.MODE, Caution.NONCE, Caution.ENDPOINT, Caution.PARAMETERS);
    }

    @Test
    void aSimulatorIsTheSameAtAnyPort() {
        var then = at("http://127.0.0.1:18084/v1");
        var now = at("http://127.0.0.1:40001/v1");
        assertThat(Change.between(then, now, Measure.TTFT).cautions()).isEmpty();
    }

    private static Comparison at(String baseUrl) {
        var run = run(1);
        var lane = new LaneFacts("simulator:free", "Simulator", "Simulator", "simulator", baseUrl, "gpt-oss-120b",
                ChatParameters.NONE);
        return new Comparison(run.id(), run.setId(), run.name(), run.startedAt(), run.endedAt(), run.appVersion(),
                run.setup(), run.promptHash(), List.of(lane, run.lanes().getLast()), run.seed(), run.state(),
                run.samples());
    }
}
