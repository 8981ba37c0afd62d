package app.pitot.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ChatParameters;
import app.pitot.compare.Comparison;
import app.pitot.compare.FullRuns;
import app.pitot.compare.LaneFacts;
import app.pitot.compare.Vote;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownReportTest {
    private static Comparison run() {
        var samples = new ArrayList<>(FullRuns.samples(12, 1));
        samples.add(FullRuns.refused("late", 1, 12, "No room"));
        samples.add(FullRuns.refused("late", 1, 13, "No room"));
        return FullRuns.run("r", "s", FullRuns.AT, samples);
    }

    @Test
    void whatAReaderWantsIsInIt() {
        var text = MarkdownReport.of(run().with(new Vote(1, 0, FullRuns.AT)), ZoneOffset.ofHours(1));
        assertThat(text).startsWith("# Comparison: Set s\n\n20 Nov 2026, 13:00 GMT+1 · 12 rounds in shuffled order")
                .contains("Pitot 1.2.3").contains("prompt 0f0f0f0f0f0f").doesNotContain("sky blue")
                .contains("| A | gpt-oss-120b | Work | Cerebras |")
                .contains("temperature 0.2, top_p 0.9, max_tokens 500")
                .contains("Output speed (tokens/s) | TTFT (ms)").contains("12 of 12").contains("12 of 14")
                .containsPattern("\\*\\*Output speed:\\*\\* A is 1\\.\\d+ × faster than B\\. 95 % interval")
                .contains("## What to know").contains("asked with other parameters")
                .containsPattern("- B, 2 times: .*\\(429\\): No room").contains("**Blind votes:** A 1, B 0, ties 0");
        assertThat(rows(text)).hasSize(3).allMatch(each -> each.size() == rows(text).getFirst().size());
    }

    @Test
    void whatChangedIsInItToo() {
        var then = FullRuns.run("t", "s", FullRuns.AT.minusSeconds(604_800), FullRuns.samples(12, 2));
        var text = MarkdownReport.of(run(), then, ZoneOffset.UTC);
        assertThat(text).contains("## Since 13 Nov 2026, 12:00 GMT").contains("Unpaired")
                .containsPattern(
                        "\\| A \\| Output speed \\(tokens/s\\) \\| 1,[45]\\d\\d \\| 1,[45]\\d\\d \\| [01]\\.\\d\\d \\|");
    }

    @Test
    void aRunWithoutAnyValueIsAReportAsWell() {
        var text = MarkdownReport.of(FullRuns.head("r", null, FullRuns.AT), ZoneOffset.UTC);
        assertThat(text).startsWith("# Comparison\n").contains("cut off").contains("0 of 0");
        assertThat(MarkdownReport.of(FullRuns.head("r", null, FullRuns.AT),
                FullRuns.head("q", null, FullRuns.AT), ZoneOffset.UTC)).contains("## Since");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a | b", "a \\| b", "a\n| c | d |\n", "# h", "```\n", "<b>x</b><script>",
        "![x](http://e.test)",
        "[x](http://e.test)", "*x* _y_ `z`", "\u202Ex", "\r\n\r\n# h", "\\", "\u2028- x", "<!--", "&lt;b&gt;",
        "a_b_c -d- _e_ f-", "a\\-b", "__x__y"})
    void noTextReachesBeyondItsPlace(String hostile) {
        var run = run();
        var lanes = run.lanes().stream()
                .map(each -> new LaneFacts(each.accountId(), hostile, hostile, each.providerId(),
                        each.baseUrl(), hostile, ChatParameters.NONE))
                .toList();
        var samples = new ArrayList<>(run.samples());
        samples.add(FullRuns.refused("evil", 0, 14, hostile));
        var text = MarkdownReport.of(new Comparison("r", "s", hostile, run.startedAt(), run.endedAt(), hostile,
                run.setup(), hostile, lanes, 1, run.state(), samples), ZoneOffset.UTC);
        var rows = rows(text);
        assertThat(rows).hasSize(3).allMatch(each -> each.size() == rows.getFirst().size());
        // What is left of it can be read, but for characters that have no place in a line.
        assertThat(rows.get(1).get(2)).isEqualTo(app.pitot.api.Harmless.line(hostile, 200));
        parse(text).accept(new AbstractVisitor() {
            @Override
            public void visit(HtmlBlock html) {
                throw new AssertionError(html.getLiteral());
            }

            @Override
            public void visit(HtmlInline html) {
                throw new AssertionError(html.getLiteral());
            }

            @Override
            public void visit(Link link) {
                throw new AssertionError(link.getDestination());
            }

            @Override
            public void visit(Image image) {
                throw new AssertionError(image.getDestination());
            }
        });
        assertThat(headings(text)).isEqualTo(4);
    }

    private static Node parse(String text) {
        return Parser.builder().extensions(List.of(TablesExtension.create())).build().parse(text);
    }

    private static int headings(String text) {
        var found = new int[1];
        parse(text).accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                found[0]++;
            }
        });
        return found[0];
    }

    /** Of the first table, the heading included. */
    private static List<List<String>> rows(String text) {
        var rows = new ArrayList<List<String>>();
        parse(text).accept(new AbstractVisitor() {
            @Override
            public void visit(CustomNode node) {
                if (node instanceof TableRow) {
                    rows.add(new ArrayList<>());
                } else if (node instanceof TableCell) {
                    rows.getLast().add(words(node));
                }
                visitChildren(node);
            }
        });
        return rows;
    }

    private static String words(Node node) {
        var words = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }
        });
        return words.toString();
    }
}
