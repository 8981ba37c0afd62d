package app.pitot.ui.usage;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Clocks;
import app.pitot.base.Ticker;
import app.pitot.store.UsageChoice;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.common.ManualDelays;
import app.pitot.ui.common.ManualExecutor;
import app.pitot.usage.Grouping;
import app.pitot.usage.Span;
import app.pitot.usage.Totals;
import app.pitot.usage.UsageQuery;
import app.pitot.usage.UsageReport;
import app.pitot.usage.UsageReport.Group;
import app.pitot.usage.UsageReport.Key;
import app.pitot.usage.UsageReport.Slot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UsageModelTest {
    private static final Key GPT = new Key("cerebras", "a", "gpt-oss-120b");
    private static final Key PLAY = new Key("simulator", "simulator:x", "llama3.1-8b");

    private final ManualExecutor background = new ManualExecutor();
    private final ManualDelays delays = new ManualDelays();
    private final List<UsageChoice> kept = new ArrayList<>();
    private final FakeUsages usages = new FakeUsages(this::answer);
    private Instant now = SampleReports.NOW;
    private ZoneId zone = SampleReports.BERLIN;
    private long real = 3;
    private long played;
    private final UsageModel model = model(UsageChoice.DEFAULT);

    private UsageModel model(UsageChoice choice) {
        return new UsageModel(usages, () -> SampleReports.NAMES, new Clocks(Ticker.system(), () -> now),
                SampleReports.BERLIN, () -> zone,
                new Jobs(background, Runnable::run), delays, choice, kept::add);
    }

    /** One slot, an hour ago. */
    private UsageReport answer(UsageQuery query) {
        long requests = real + (query.simulated() ? played : 0);
        var key = real > 0 ? GPT : PLAY;
        var totals = SampleReports.plain(requests);
        var from = now.minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.HOURS);
        return requests == 0
                ? new UsageReport(query, Totals.NOTHING, List.of(), List.of(), List.of(), List.of(),
                        played == 0 ? null : from)
                : new UsageReport(query, totals, List.of(new Group(key, totals)),
                        List.of(new Slot(from, from.plus(Duration.ofHours(1)), totals, Map.of(key, totals))), List.of(),
                        List.of(), from);
    }

    private UsageQuery last() {
        return usages.asked.getLast();
    }

    @Test
    void asksOnlyOnceSomebodyLooks() {
        model.changed();
        background.runAll();
        delays.runAll();
        assertThat(usages.asked).isEmpty();
        model.visible(true);
        assertThat(usages.asked).as("never on the caller's thread").isEmpty();
        background.runAll();
        assertThat(model.report().total().requests()).isEqualTo(3);
        assertThat(last().simulated()).as("without the simulator's, for there are others").isFalse();
        assertThat(model.simulated().get()).isFalse();
        assertThat(last().from()).isEqualTo("2026-04-07T22:00:00Z");
        assertThat(last().until()).isEqualTo("2026-04-14T22:00:00Z");
    }

    @Test
    void theSimulatorsRequestsAreShownWhileThereAreNoOthers() {
        real = 0;
        played = 5;
        model.visible(true);
        background.runAll();
        assertThat(model.report().total().requests()).isEqualTo(5);
        assertThat(model.simulated().get()).isTrue();
        assertThat(model.face().get().alone()).isTrue();
        assertThat(model.face().get().rows().getFirst().name()).startsWith("Simulator ");
        assertThat(kept).as("nothing was chosen").allMatch(each -> each.simulated() == null);

        real = 2;
        model.changed();
        delays.runAll();
        background.runAll();
        assertThat(model.report().total().requests()).as("once there are others they count alone").isEqualTo(2);
        assertThat(model.simulated().get()).isFalse();
    }

    @Test
    void whatTheUserChoseStaysWhateverThereIs() {
        real = 0;
        played = 5;
        model.visible(true);
        background.runAll();
        model.simulated().set(false);
        background.runAll();
        assertThat(model.face().get().quiet()).isTrue();
        assertThat(kept.getLast().simulated()).isFalse();

        var again = model(kept.getLast());
        again.visible(true);
        background.runAll();
        assertThat(again.face().get().quiet()).as("also after a restart").isTrue();
    }

    @Test
    void theNewestQuestionWinsAndTheOldFiguresStayMeanwhile() {
        model.visible(true);
        background.runAll();
        var before = model.face().get();
        model.kind().set(Span.Kind.DAYS_30);
        assertThat(model.face().get()).isSameAs(before);
        assertThat(model.stale().get()).isTrue();
        model.by().set(Grouping.ACCOUNT);
        model.kind().set(Span.Kind.TODAY);
        background.runAll();
        assertThat(model.stale().get()).isFalse();
        assertThat(model.report().query().from()).isEqualTo("2026-04-13T22:00:00Z");
        assertThat(model.report().query().by()).isEqualTo(Grouping.ACCOUNT);
        assertThat(kept.getLast().span()).isEqualTo(Span.today());
    }

    @Test
    void endsOfRequestsAreGatheredAndNothingFades() {
        model.visible(true);
        background.runAll();
        int asked = usages.asked.size();
        real = 10;
        for (int i = 0; i < 50; i++) {
            model.changed();
        }
        assertThat(model.stale().get()).isFalse();
        delays.runAll();
        assertThat(model.stale().get()).isFalse();
        background.runAll();
        assertThat(model.report().total().requests()).isEqualTo(10);
        assertThat(usages.asked).hasSize(asked + 1);
    }

    @Test
    void theCursorStaysAtItsTime() {
        model.kind().set(Span.Kind.TODAY);
        model.visible(true);
        background.runAll();
        model.cursor().set(13);
        real = 4;
        model.changed();
        delays.runAll();
        background.runAll();
        assertThat(model.cursor().get()).isEqualTo(13);
        model.kind().set(Span.Kind.DAYS_7);
        background.runAll();
        assertThat(model.cursor().get()).as("13:00 of today is in the last of seven days").isEqualTo(6);
    }

    @Test
    void atMidnightTodayIsAnotherDay() {
        model.kind().set(Span.Kind.TODAY);
        model.visible(true);
        background.runAll();
        now = Instant.parse("2026-04-14T21:59:00Z");
        delays.runAll();
        background.runAll();
        assertThat(last().from()).as("not yet").isEqualTo("2026-04-13T22:00:00Z");
        assertThat(delays.last()).as("but a minute later").isBetween(60_000L, 61_000L);
        now = Instant.parse("2026-04-14T22:00:01Z");
        delays.runAll();
        background.runAll();
        assertThat(last().from()).isEqualTo("2026-04-14T22:00:00Z");
    }

    @Test
    void anotherTimeZoneAsksAnew() {
        model.kind().set(Span.Kind.TODAY);
        model.visible(true);
        background.runAll();
        zone = ZoneId.of("Asia/Tokyo");
        assertThat(model.report().query().zone()).isEqualTo(SampleReports.BERLIN);
        delays.runAll();
        background.runAll();
        assertThat(last().zone()).isEqualTo(zone);
        assertThat(last().from()).isEqualTo("2026-04-13T15:00:00Z");
    }

    @Test
    void whileNobodyLooksNothingIsAskedAndThenAllThatWasMissed() {
        model.visible(true);
        background.runAll();
        model.visible(false);
        int asked = usages.asked.size();
        real = 7;
        model.changed();
        delays.runAll();
        background.runAll();
        assertThat(usages.asked).hasSize(asked);
        model.visible(true);
        background.runAll();
        assertThat(model.report().total().requests()).isEqualTo(7);
        model.visible(false);
        model.visible(true);
        background.runAll();
        assertThat(usages.asked).as("nothing has changed").hasSize(asked + 1);
    }

    @Test
    void aFailureKeepsTheFiguresAndIsOverWithTheNextAnswer() {
        model.visible(true);
        background.runAll();
        var before = model.face().get();
        usages.broken = "The disk is away. Plug it in, then try again.";
        model.kind().set(Span.Kind.ALL);
        background.runAll();
        assertThat(model.problem().get()).isEqualTo(usages.broken);
        assertThat(model.face().get()).isSameAs(before);
        usages.broken = null;
        model.again();
        background.runAll();
        assertThat(model.problem().get()).isEmpty();
        assertThat(last().from()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void ownDaysBeginWithWhatWasShownAndCountOnlyOnceTheyCanBeRead() {
        model.visible(true);
        background.runAll();
        model.kind().set(Span.Kind.OWN);
        assertThat(model.from().get()).isEqualTo("2026-04-08");
        assertThat(model.to().get()).isEqualTo("2026-04-14");
        background.runAll();
        model.from().set("2026-04-3");
        assertThat(model.own().get().problem()).isEqualTo("Write a day such as 2026-04-14.");
        assertThat(model.own().get().first()).isTrue();
        assertThat(background.size()).isZero();
        model.from().set("2026-04-03");
        background.runAll();
        assertThat(last().from()).isEqualTo("2026-04-02T22:00:00Z");
        assertThat(kept.getLast().span()).isEqualTo(Span.own(LocalDate.of(2026, 4, 3),
                LocalDate.of(2026, 4, 14)));
        model.to().set("2026-04-02");
        assertThat(model.own().get().problem()).isEqualTo("The last day comes before the first.");
        model.from().set("2026-05-01");
        model.to().set("2026-05-02");
        assertThat(model.own().get().problem()).isEqualTo("That day is yet to come.");
    }

    @Test
    void coloursAreRemembered() {
        model.visible(true);
        background.runAll();
        assertThat(kept.getLast().colours()).containsExactly(Map.entry("model:cerebras/gpt-oss-120b", 0));
    }
}
