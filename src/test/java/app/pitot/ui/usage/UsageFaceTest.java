package app.pitot.ui.usage;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.usage.Grouping;
import app.pitot.usage.Span;
import app.pitot.usage.Totals;
import app.pitot.usage.UsageNote;
import app.pitot.usage.UsageReport;
import app.pitot.usage.UsageReport.Key;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UsageFaceTest {
    private static UsageFace face(UsageReport report) {
        return UsageFace.of(report, false, false, SampleReports.NAMES, Map.of());
    }

    private static HeadFigure figure(Totals total, int index) {
        return HeadFigures.of(total, false).get(index);
    }

    /** Of ten requests, eight complete, one limited, one failed. */
    private static Totals mixed(long cost, long reported, long priced, long estimated, long unknown) {
        return new Totals(10, 10, 8, 0, 0, 1, 1, 0, 1, 800, 400, 0, 0, estimated, unknown, cost, reported, priced,
                Map.of("requests/minute", 1L), null, null);
    }

    @Test
    void whatIsStackedIsWhatTheReportCounts() {
        var report = SampleReports.busy(Span.of(Span.Kind.DAYS_30), 12);
        var face = face(report);
        var total = report.total();
        assertThat(sum(face.tokens())).isEqualTo(total.tokens());
        assertThat(sum(face.results())).isEqualTo(total.requests());
        assertThat(sum(face.cost())).isEqualTo(total.costMicros());
        assertThat(face.tokens().layers()).as("seven groups and the others").hasSize(8);
        assertThat(face.tokens().layers().getLast().name()).isEqualTo("5 others");
        assertThat(face.tokens().layers().stream().limit(7).map(layer -> layer.fill().series()).distinct()).hasSize(7);
        assertThat(face.rows()).as("each group, and all").hasSize(13);
        assertThat(face.rows().getLast().totals()).isEqualTo(total);
    }

    private static double sum(Stack stack) {
        return stack.layers().stream().mapToDouble(Layer::sum).sum();
    }

    @Test
    void refusalsAreToldByTheirWindow() {
        var face = face(SampleReports.busy(Span.of(Span.Kind.DAYS_30), 3));
        assertThat(face.results().layers().stream().map(Layer::name)).contains("complete", "over Requests / min",
                "over Tokens / day");
        var unnamed = new Totals(2, 2, 0, 0, 0, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of(), null, null);
        assertThat(figure(unnamed, 1).details()).containsExactly("2 over a limit that was not named");
        assertThat(figure(mixed(0, 0, 0, 0, 0), 1).details()).containsExactly("1 over Requests / min");
        assertThat(figure(SampleReports.plain(3), 1).details()).containsExactly("none");
    }

    @Test
    void aCostThatIsKnownInPartNeverLooksLikeATotal() {
        var part = figure(mixed(90_000, 30_000, 8, 0, 0), 3);
        assertThat(part.title()).isEqualTo("Cost, as far as known");
        assertThat(part.value()).isEqualTo("at least ≈ $0.09");
        assertThat(part.details()).containsExactly("prices known for 89 % of requests",
                "$0.03 reported, ≈ $0.06 listed");
        var whole = figure(mixed(90_000, 90_000, 9, 0, 0), 3);
        assertThat(whole.title()).isEqualTo("Cost");
        assertThat(whole.value()).isEqualTo("$0.09");
        assertThat(whole.details()).containsExactly("prices known for 100 % of requests", "as the provider reported");
        var none = figure(mixed(0, 0, 0, 0, 0), 3);
        assertThat(none.value()).as("unknown is not nothing").isEqualTo("–");
        assertThat(none.details()).containsExactly("no price is known");
        assertThat(HeadFigures.briefCost(mixed(90_000, 30_000, 8, 0, 0))).isEqualTo("≈ $0.09 (89 %)");
    }

    @Test
    void aShareIsAllOnlyIfItIsAll() {
        assertThat(HeadFigures.percent(0.999)).isEqualTo("99 %");
        assertThat(HeadFigures.percent(1)).isEqualTo("100 %");
        assertThat(HeadFigures.percent(0.001)).isEqualTo("1 %");
        assertThat(HeadFigures.percent(0)).isEqualTo("0 %");
    }

    @Test
    void estimatesWearTheirSignAndWhatIsUnknownIsSaid() {
        assertThat(figure(mixed(0, 0, 0, 2, 0), 2).value()).isEqualTo("≈ 1,200");
        assertThat(figure(mixed(0, 0, 0, 0, 0), 2).value()).isEqualTo("1,200");
        assertThat(figure(mixed(0, 0, 0, 0, 3), 2).details()).contains("nothing known of 3 requests");
        var nothing = new Totals(2, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, Map.of(), null, null);
        assertThat(figure(nothing, 2).value()).isEqualTo("–");
        assertThat(figure(nothing, 4).value()).isEqualTo("–");
    }

    @Test
    void whatIsSaidOfRefusalsAddsUpToThem() {
        var many = new Totals(14, 14, 2, 0, 0, 12, 3, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                Map.of("requests/minute", 1L, "tokens/day", 1L, "tokens/minute", 1L), null, null);
        assertThat(figure(many, 1).value()).isEqualTo("12");
        assertThat(figure(many, 1).details()).containsExactly("8 for other reasons",
                "1 over Requests / min · 3 others");
    }

    @Test
    void aPartOfAnEstimateIsOneToo() {
        assertThat(figure(mixed(0, 0, 0, 1, 0), 2).details().getFirst()).isEqualTo("≈ 800 in · ≈ 400 out");
        assertThat(figure(mixed(0, 0, 0, 0, 0), 2).details().getFirst()).isEqualTo("800 in · 400 out");
    }

    @Test
    void removedAccountsKeepTheShortFormOfTheirId() {
        assertThat(SampleReports.NAMES.account("9b1d77aa-0000-4000-8000-000000000002"))
                .isEqualTo("Removed account 9b1d77aa");
        assertThat(SampleReports.NAMES.account(SampleReports.ACCOUNT)).isEqualTo("Work");
        assertThat(SampleReports.NAMES.account("groq:127.0.0.1:8080/v1")).isEqualTo("Groq at 127.0.0.1:8080/v1");
    }

    @Test
    void coloursStayWithTheirGroup() {
        var first = Colours.of(List.of("a", "b", "c"), Map.of());
        assertThat(first).containsExactly(Map.entry("a", 0), Map.entry("b", 1), Map.entry("c", 2));
        var given = Colours.remembered(Map.of(), first);
        assertThat(Colours.of(List.of("c", "d", "a"), given)).containsEntry("a", 0).containsEntry("c", 2)
                .as("a new one takes what nobody had").containsEntry("d", 3);
    }

    @Test
    void evenWhenAllColoursWereGivenTwoGroupsNeverShareOne() {
        Map<String, Integer> given = Map.of();
        for (int round = 0; round < 5; round++) {
            var names = IntStream.range(round * 4, round * 4 + 7).mapToObj(i -> "m" + i).toList();
            var now = Colours.of(names, given);
            assertThat(now.values()).doesNotHaveDuplicates().allMatch(colour -> colour >= 0 && colour < Fill.COLOURS);
            assertThat(now).hasSize(7);
            given = Colours.remembered(given, now);
        }
    }

    @Test
    void notesAreSaidInPlainWordsAndPriceChangesStandAtTheirTime() {
        var query = SampleReports.query(Span.of(Span.Kind.DAYS_7), Grouping.MODEL);
        var change = new UsageNote.PriceChanged("groq", "llama3.1-8b", Instant.parse("2026-04-10T10:00:00Z"),
                new BigDecimal("0.05"), null);
        var face = face(new UsageReport(query, Totals.NOTHING, List.of(), List.of(), List.of(),
                List.of(new UsageNote.Open(1), new UsageNote.Damaged(2), new UsageNote.ClockJumps(1),
                        new UsageNote.UtcDays(Instant.parse("2026-04-09T00:00:00Z")), change),
                null));
        assertThat(face.notes()).containsExactly(
                "1 request has no end in the record: it runs, or the app was closed under it. It is in no figure.",
                "2 entries of the usage record are damaged and in no figure.",
                "The clock of this computer was changed during 1 request: times and days may be wrong there.",
                "Days before 9 Apr begin at midnight UTC: hours are no longer kept that far back.",
                "Groq changed the price of llama3.1-8b on 10 Apr, to $0.05 in and – out per million tokens. Each request"
                        + " counts at the price of its day.");
        assertThat(face.marks()).hasSize(1);
        assertThat(face.marks().getFirst().bin()).isEqualTo(2);
    }

    @Test
    void theSortOfATableLeavesWhatIsUnknownAndTheSumAtItsEnd() {
        var known = row("b", mixed(50_000, 0, 9, 0, 0));
        var dear = row("a", mixed(90_000, 0, 9, 0, 0));
        var unknown = row("c", mixed(0, 0, 0, 0, 0));
        var all = new GroupRow(null, "All", null, mixed(140_000, 0, 9, 0, 0), 1.0);
        var rows = new ArrayList<GroupRow>(List.of(all, unknown, known, dear));
        rows.sort(GroupColumn.COST.order(false));
        assertThat(rows).containsExactly(dear, known, unknown, all);
        rows.sort(GroupColumn.COST.order(true));
        assertThat(rows).containsExactly(known, dear, unknown, all);
        rows.sort(GroupColumn.NAME.order(true));
        assertThat(rows).containsExactly(dear, known, unknown, all);
    }

    private static GroupRow row(String name, Totals totals) {
        return new GroupRow(new Key("groq", null, name), name, Fill.OTHERS, totals, null);
    }

    @Test
    void requestsBehindAFigureAreThoseThatAreInIt() {
        var report = SampleReports.busy(Span.of(Span.Kind.DAYS_7), 4);
        var all = Drill.of(report, null, null, null, Set.of());
        assertThat(all.from()).isEqualTo(report.query().from());
        assertThat(all.providers()).as("not the simulator's").containsExactlyInAnyOrder("cerebras", "groq",
                "openrouter");
        var model = Drill.of(report, null, null, SampleReports.model(1), Set.of());
        assertThat(model.models()).containsExactly("llama3.1-8b");
        assertThat(model.providers()).containsExactly("groq");
        assertThat(model.accounts()).isEmpty();
        var by = SampleReports.busy(SampleReports.query(Span.of(Span.Kind.DAYS_7), Grouping.ACCOUNT), 4,
                SampleReports.NOW);
        var account = Drill.of(by, null, null, by.groups().getFirst().key(), Set.of());
        assertThat(account.accounts()).containsExactly(by.groups().getFirst().key().account());
        assertThat(account.models()).isEmpty();
    }

    @Test
    void axesAreLabelledInThreeDigits() {
        assertThat(List.of(0.0, 950.0, 999.6, 1_200.0, 34_000.0, 999_700.0, 1_250_000.0, 2.5e9).stream()
                .map(Unit::compact)).containsExactly("0", "950", "1K", "1.2K", "34K", "1M", "1.25M", "2.5B");
        assertThat(Unit.MONEY.tick(20_000)).isEqualTo("$0.02");
        assertThat(Unit.MONEY.tick(500)).isEqualTo("$0.0005");
        assertThat(Unit.TIME.tick(1_500)).isEqualTo("1.5 s");
        assertThat(Unit.TOKENS.words(0)).isEqualTo("0 tokens");
        assertThat(Unit.TOKENS.words(1)).isEqualTo("1 token");
    }
}
