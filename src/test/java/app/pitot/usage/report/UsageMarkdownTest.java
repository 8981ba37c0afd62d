package app.pitot.usage.report;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.usage.Grouping;
import app.pitot.usage.Reconciliation;
import app.pitot.usage.Step;
import app.pitot.usage.UsageReport;
import app.pitot.usage.UsageReport.Key;
import app.pitot.usage.Uses;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;

class UsageMarkdownTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:34:00Z");
    private static final AccountLabels LABELS = new AccountLabels(Map.of("a1", "Work"));

    private static UsageReport accounts() {
        return Uses.report(Uses.query(Grouping.ACCOUNT, Step.DAY), new Key("cerebras", "a1", null),
                new Key("openrouter", "b2-removed-long", null));
    }

    private static String page(Stretch stretch, Reconciliation... said) {
        return UsageMarkdown.of(stretch, List.of(said), LABELS, NOW);
    }

    @Test
    void aWeekIsBesideTheWeekBefore() {
        var page = page(new Stretch(Uses.report(), accounts(), Uses.report()));
        assertThat(page).startsWith("# Usage, 20 Nov 2026 to 26 Nov 2026\n\nMade 26 Nov 2026, 12:34 · times in Z\n");
        assertThat(page).contains("| Requests | 13 | 13 | 0 % |", "| Output tokens | ≈ 800 | ≈ 800 | 0 % |",
                "| Cost (USD) | ≥ $0.1235 | ≥ $0.1235 | 0 % |", "| Requests whose cost is known | 73 % | 73 % | – |",
                "| TTFT, median (ms) | 120 | 120 | 0 % |");
        assertThat(page).contains("| gpt-oss-120b (cerebras) | 10 | 1 | ≈ 1,200 | ≈ 800 | ≈ $0.1235 | 100 % | 120 |");
        assertThat(page).contains("| vendor/m:free (openrouter) | 3 | 0 | – | – | – | 0 % | – | – |");
        assertThat(page).contains("| Work (cerebras) |", "| removed account b2-remov (openrouter) |");
        assertThat(page).contains("| Fri 20 Nov | 10 |", "- requests/minute: 1",
                "- prompt longer than model or plan take: 1",
                "- Friday from 09:00: 8 requests, 1,500 tokens");
        assertThat(page).contains("Prices known for 73 %", "One request has no end yet, and is in no figure.",
                "2 rows are not what was written", "changed on 20 Nov 2026, 01:00 to $0.35 for input and – for output");
    }

    @Test
    void withoutAWeekBeforeThereIsNoSuchColumn() {
        assertThat(page(new Stretch(Uses.report(), accounts(), null))).contains("|  | This time |\n| --- | ---: |")
                .doesNotContain("Before", "Change");
    }

    @Test
    void whatAProviderSaysStandsBesideWithItsAge() {
        var said = new Reconciliation("a1", LocalDate.of(2026, 11, 26), NOW.minusSeconds(240), 420_000, 400_000,
                300_000, 9, 8);
        assertThat(page(new Stretch(Uses.report(), accounts(), null), said)).contains("## What providers say",
                "Work says $0.42 today \\(UTC\\), Pitot counts $0.40: 5 % are not from here, or priced differently.",
                "Reported at 12:30 UTC, 4 minutes ago",
                "9 requests, $0.30 named by replies, $0.10 from listed prices, 1 without a price.");
    }

    @Test
    void everyTableIsOneWhateverANameHolds() {
        var evil = "a|b\n# x <img src=q> `c` **d** [e](http://f)\u202e";
        var models = Uses.report(Uses.query(Grouping.MODEL, Step.DAY), new Key(evil, "a1", evil), Uses.SECOND);
        var labels = new AccountLabels(Map.of("a1", evil));
        var page = UsageMarkdown.of(new Stretch(models, accounts(), models), List.of(), labels, NOW);
        var node = Parser.builder().extensions(List.of(TablesExtension.create())).build().parse(page);
        var seen = new AbstractVisitor() {
            private int tables;
            private int cells;

            @Override
            public void visit(CustomBlock block) {
                tables += block instanceof TableBlock ? 1 : 0;
                visitChildren(block);
            }

            @Override
            public void visit(CustomNode part) {
                cells += part instanceof TableCell ? 1 : 0;
                visitChildren(part);
            }

            @Override
            public void visit(org.commonmark.node.HtmlInline html) {
                throw new AssertionError(html.getLiteral());
            }

            @Override
            public void visit(org.commonmark.node.Link link) {
                throw new AssertionError(link.getDestination());
            }
        };
        node.accept(seen);
        assertThat(seen.tables).isEqualTo(4);
        assertThat(seen.cells).isEqualTo(17 * 4 + 3 * 9 + 3 * 9 + 3 * 9);
        assertThat(page).doesNotContain("\u202e");
    }

    @Test
    void theStretchBeforeIsAsLongInDaysOfTheZone() {
        var berlin = ZoneId.of("Europe/Berlin");
        // The clocks went back on 25 October: the week has an hour more than the one before.
        var from = LocalDate.of(2026, 10, 22).atStartOfDay(berlin);
        var before = Stretch.before(Uses.in(berlin, from.toInstant(), from.plusDays(7).toInstant()));
        assertThat(before.until()).isEqualTo(from.toInstant());
        assertThat(before.from()).isEqualTo(LocalDate.of(2026, 10, 15).atStartOfDay(berlin).toInstant());
        // Half of today is beside the same half of that day.
        var half = Stretch.before(Uses.in(berlin, from.toInstant(), from.plusDays(6).plusHours(12).toInstant()));
        assertThat(half.from()).isEqualTo(LocalDate.of(2026, 10, 15).atStartOfDay(berlin).toInstant());
        assertThat(half.until()).isEqualTo(LocalDate.of(2026, 10, 21).atTime(12, 0).atZone(berlin).toInstant());
        var all = Stretch.before(Uses.in(berlin, Instant.EPOCH, Uses.UNTIL));
        assertThat(all.from()).isEqualTo(all.until());
    }
}
