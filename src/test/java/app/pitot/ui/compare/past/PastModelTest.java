package app.pitot.ui.compare.past;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Texts;
import app.pitot.compare.Comparison;
import app.pitot.compare.Measure;
import app.pitot.compare.MemoryComparisons;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.common.ManualDelays;
import app.pitot.ui.common.ManualExecutor;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PastModelTest {
    private final MemoryComparisons kept = new MemoryComparisons();
    private final ManualExecutor background = new ManualExecutor();
    private final ManualDelays delays = new ManualDelays();
    private final List<Comparison> opened = new ArrayList<>();
    private final List<Comparison> again = new ArrayList<>();
    private final Set<String> accounts = new HashSet<>(Set.of("account-0", "account-1", "account-2"));
    private boolean busy;
    private final PastModel model = new PastModel(kept, new Jobs(background, Runnable::run), delays, ZoneOffset.UTC,
            () -> accounts, run -> !busy && opened.add(run), run -> !busy && again.add(run));

    @BeforeEach
    void keep() {
        PastRuns.weeks().forEach(kept::begin);
    }

    private void load(String set) {
        model.load(set);
        background.runAll();
    }

    @Test
    void listsTheNewestFirstWithTheirVerdicts() {
        load(null);
        assertThat(model.runs()).extracting(PastRun::id).containsExactly("week-2", "alone", "week-1", "week-0");
        var first = model.runs().getFirst();
        assertThat(first.when()).isEqualTo("28 Apr 2026, 12:00");
        assertThat(first.title()).isEqualTo("Token bucket explained");
        assertThat(first.what()).startsWith("12 rounds, done").contains("gpt-oss-20b");
        assertThat(first.verdict()).contains("faster");
        assertThat(model.runs().get(1).title()).isEqualTo("What is a token bucket?");
        assertThat(model.runs().get(1).what()).startsWith("race, cut off");
    }

    @Test
    void listsOneSetAlone() {
        load("set-1");
        assertThat(model.runs()).hasSize(4);
        model.only().set(true);
        background.runAll();
        assertThat(model.runs()).extracting(PastRun::id).containsExactly("week-2", "week-1", "week-0");
    }

    @Test
    void opensAndSetsUpAgain() {
        load(null);
        model.open(model.runs().getFirst());
        background.runAll();
        assertThat(opened).singleElement().satisfies(run -> assertThat(run.samples()).isNotEmpty());
        accounts.remove("account-1");
        model.again(model.runs().getFirst());
        background.runAll();
        assertThat(again).hasSize(1);
        assertThat(model.note().get()).isEqualTo(Texts.get("past.missing", "Groq"));
        accounts.add("account-1");
        model.again(model.runs().getFirst());
        background.runAll();
        assertThat(model.note().get()).isEmpty();
    }

    @Test
    void nothingIsOpenedWhileAnotherRuns() {
        load(null);
        busy = true;
        model.open(model.runs().getFirst());
        background.runAll();
        assertThat(model.note().get()).isEqualTo(Texts.get("past.busy"));
        model.again(model.runs().getFirst());
        background.runAll();
        assertThat(model.note().get()).isEqualTo(Texts.get("past.busy"));
        assertThat(opened).isEmpty();
        assertThat(again).isEmpty();
    }

    @Test
    void whatIsGoneIsSaid() {
        load(null);
        kept.remove("week-2");
        model.open(model.runs().getFirst());
        background.runAll();
        assertThat(opened).isEmpty();
        assertThat(model.note().get()).isEqualTo(Texts.get("past.gone"));
        assertThat(model.runs()).hasSize(3);
    }

    @Test
    void aDeletedRunCanBeBroughtBackForAWhile() {
        load(null);
        var run = model.runs().get(1);
        model.delete(run);
        assertThat(model.runs()).hasSize(3);
        assertThat(delays.last()).isEqualTo(PastModel.UNDO_MS);
        load(null);
        assertThat(model.runs()).extracting(PastRun::id).doesNotContain("alone");
        model.undoLast();
        assertThat(model.runs()).extracting(PastRun::id).containsExactly("week-2", "alone", "week-1", "week-0");
        delays.runAll();
        background.runAll();
        assertThat(kept.read("alone")).isNotNull();
        model.delete(run);
        assertThat(model.runs()).hasSize(3);
        delays.runAll();
        background.runAll();
        assertThat(kept.read("alone")).isNull();
        assertThat(model.deleted()).isEmpty();
    }

    @Test
    void atTheEndNothingCanBeBroughtBack() {
        load(null);
        model.delete(model.runs().getFirst());
        var closed = model.close();
        assertThat(closed).isNotDone();
        background.runAll();
        assertThat(closed).isDone();
        assertThat(kept.read("week-2")).isNull();
        delays.runAll();
        background.runAll();
        assertThat(kept.past(null, 9)).hasSize(3);
    }

    @Test
    void aSetIsToldOverTimeWithWhatChanged() {
        model.timeline().show("set-1");
        background.runAll();
        var face = model.timeline().face().get();
        assertThat(face.timeline().lanes()).hasSize(3);
        assertThat(face.timeline().lanes().getFirst().points()).hasSize(3)
                .isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()))
                .allSatisfy(point -> assertThat(point.interval().contains(point.median())).isTrue());
        assertThat(face.changes()).anySatisfy(
                said -> assertThat(said).startsWith("B was").contains("% slower than on 21 Apr 2026, interval"));
        assertThat(face.changes()).anySatisfy(said -> assertThat(said).startsWith("A was as fast as on 21 Apr 2026"));
        model.timeline().measure().set(Measure.TTFT);
        background.runAll();
        assertThat(model.timeline().face().get().timeline().measure()).isEqualTo(Measure.TTFT);
        assertThat(TimelineWords.rows(model.timeline().face().get().timeline(), ZoneOffset.UTC)).hasSize(10)
                .allSatisfy(row -> assertThat(row).hasSize(5));
        model.timeline().show(null);
        assertThat(model.timeline().face().get().timeline()).isNull();
    }

    @Test
    void runsOfOneDayAreToldApartByTheirTimes() {
        var noon = Instant.parse("2026-04-14T12:00:00Z");
        assertThat(PastRun.apart(noon, noon.plusSeconds(86_400), ZoneOffset.UTC)).isEqualTo("14 Apr 2026");
        assertThat(PastRun.apart(noon, noon.plusSeconds(60), ZoneOffset.UTC)).isEqualTo("14 Apr 2026, 12:00");
    }

    @Test
    void oneRunHasNothingToBeComparedWith() {
        kept.remove("week-1");
        kept.remove("week-2");
        model.timeline().show("set-1");
        background.runAll();
        assertThat(model.timeline().face().get().changes()).isEmpty();
        assertThat(model.timeline().face().get().note()).isEqualTo(Texts.get("past.timeline.one"));
    }

    @Test
    void onlyWhatIsAskedForLastIsShown() {
        model.load("set-1");
        model.only().set(true);
        background.runAll();
        assertThat(model.runs()).hasSize(3);
    }

    @Test
    void aLaneWithOtherParametersIsAnotherLine() {
        var runs = PastRuns.weeks().stream().filter(run -> run.setId() != null).toList();
        var other = PastRuns.hotter(runs.getLast());
        var timeline = Timeline.of(List.of(runs.getFirst(), other), Measure.OUTPUT_SPEED);
        assertThat(timeline.lanes()).hasSize(4);
        assertThat(timeline.lanes()).extracting(lane -> lane.points().size()).containsExactlyInAnyOrder(1, 2, 2, 1);
    }
}
