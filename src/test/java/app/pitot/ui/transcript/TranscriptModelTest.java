package app.pitot.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pitot.markdown.Block;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TranscriptModelTest {
    private final ArrayDeque<Runnable> turns = new ArrayDeque<>();
    private long now;
    private long perReading;
    private final TranscriptModel model = new TranscriptModel(() -> now += perReading, turns::add);

    private List<String> kinds() {
        return model.rows().stream().map(row -> row.getClass().getSimpleName()).toList();
    }

    private static Notice notice(String title) {
        return new Notice(Notice.Severity.ERROR, title, "kept", "next", List.of());
    }

    @Test
    @DisplayName("Rows stand in the order in which they are read")
    void order() {
        model.addQuestion("q");
        var reply = model.addReply("m");
        reply.state("connecting");
        assertThat(kinds()).containsExactly("QuestionRow", "StateRow", "EndRow");
        reply.append("", "hm");
        reply.append("# Head\ntext", "");
        var notice = reply.notice(notice("cut"));
        reply.finish(List.of(Figure.of("1", "tok/s", null)));
        assertThat(kinds()).containsExactly("QuestionRow", "ReasoningRow", "BlockRow", "BlockRow", "NoticeRow",
                "MetricsRow", "EndRow");
        reply.notice(notice("late"));
        assertThat(kinds()).containsSubsequence("NoticeRow", "NoticeRow", "MetricsRow");
        notice.remove();
        notice.remove();
        assertThat(kinds()).filteredOn("NoticeRow"::equals).hasSize(1);
        assertThat(model.finished().get()).isSameAs(reply);
    }

    @Test
    @DisplayName("A reply that is only notices has no line of figures")
    void onlyNotices() {
        var reply = model.addReply("m");
        reply.state("waiting");
        reply.notice(notice("refused"));
        reply.finish(List.of(Figure.of("model-x", "", null)));
        assertThat(kinds()).containsExactly("NoticeRow", "EndRow");
        var thoughtful = model.addReply("m");
        thoughtful.append("", "only a thought");
        thoughtful.finish(List.of(Figure.of("model-x", "", null)));
        assertThat(kinds()).containsExactly("NoticeRow", "ReasoningRow", "MetricsRow", "EndRow");
    }

    @Test
    @DisplayName("Two replies that stream at once keep to their own places")
    void interleaved() {
        var first = model.addReply("a");
        var second = model.addReply("b");
        second.append("two", "");
        first.append("one", "why");
        second.append("\n\nmore", "");
        first.finish(List.of(Figure.of("1", "", null)));
        second.finish(List.of());
        assertThat(model.rows().stream().filter(row -> row.message() != null).map(Row::message)).containsExactly(first,
                first, first, second, second);
    }

    @Test
    @DisplayName("Streaming edits the newest row and leaves the others alone")
    void edits() {
        var reply = model.addReply("m");
        reply.append("first para", "");
        var row = model.rows().getFirst();
        var changes = new ArrayList<String>();
        model.rows().addListener((ListChangeListener<Row>) change -> changes.add(change.toString()));
        reply.append("graph goes on", "");
        assertThat(changes).isEmpty();
        assertThat(model.rows().getFirst()).isSameAs(row);
        assertThat(reply.plainText()).isEqualTo("first paragraph goes on");
        reply.append("\n\nsecond", "");
        assertThat(changes).hasSize(1);
        assertThat(model.rows().getFirst()).isSameAs(row);
    }

    @Test
    @DisplayName("Work beyond the budget of a pulse waits for the next one, and the end waits for the work")
    void budget() {
        perReading = 3_000_000;
        var reply = model.addReply("m");
        reply.append("word ".repeat(2_000), "");
        reply.finish(List.of(Figure.of("1", "", null)));
        assertThat(reply.waiting()).isPositive();
        assertThat(reply.finished()).isFalse();
        assertThat(kinds()).doesNotContain("MetricsRow");
        int rounds = 0;
        while (!turns.isEmpty()) {
            turns.remove().run();
            rounds++;
        }
        assertThat(rounds).isGreaterThan(2);
        assertThat(reply.finished()).isTrue();
        assertThat(kinds()).endsWith("MetricsRow", "EndRow");
        assertThat(reply.plainText()).isEqualTo("word ".repeat(2_000).strip());
    }

    @Test
    @DisplayName("Unfolding shows the reasoning, also what is still to come")
    void reasoning() {
        var reply = model.addReply("m");
        reply.append("answer", "a thought\n".repeat(500));
        var head = (ReasoningRow) model.rows().getFirst();
        head.expanded().set(true);
        reply.append("", "and more\n".repeat(500));
        var shown = model.rows().stream().filter(ReasoningTextRow.class::isInstance)
                .map(row -> ((ReasoningTextRow) row).text().get()).toList();
        assertThat(String.join("", shown)).isEqualTo("a thought\n".repeat(500) + "and more\n".repeat(500))
                .isEqualTo(reply.reasoningText());
        assertThat(shown).hasSizeGreaterThan(3).allMatch(text -> text.length() <= 6_000);
        head.expanded().set(false);
        assertThat(kinds()).containsExactly("ReasoningRow", "BlockRow", "EndRow");
    }

    @Test
    @DisplayName("Code is copied whole although it is shown in pieces")
    void code() {
        var reply = model.addReply("m");
        var code = "line\n".repeat(200);
        reply.append("text\n\n```\n" + code + "```\n\n```\nother\n```\n", "");
        reply.finish(List.of());
        var rows = model.rows().stream().filter(BlockRow.class::isInstance).map(BlockRow.class::cast)
                .filter(row -> row.block().get() instanceof Block.Code).toList();
        assertThat(rows).hasSizeGreaterThan(4);
        assertThat(rows.getFirst().code().text()).isEqualTo(code);
        assertThat(rows.getLast().code().text()).isEqualTo("other\n");
    }

    @Test
    @DisplayName("After clear nothing is shown, and what still streams goes nowhere")
    void clear() {
        var reply = model.addReply("m");
        reply.append("text", "");
        model.clear();
        reply.append(" more\n\nand more", "thought");
        reply.notice(notice("x")).remove();
        reply.finish(List.of(Figure.of("1", "", null)));
        assertThat(model.rows()).isEmpty();
        model.addQuestion("again");
        assertThat(kinds()).containsExactly("QuestionRow", "EndRow");
    }

    @Test
    @DisplayName("A finished reply takes no more text; what was received is kept as it came")
    void finished() {
        var reply = model.addReply("m");
        reply.append("a **b**\r\n", "");
        reply.finish(List.of());
        assertThatThrownBy(() -> reply.append("x", "")).isInstanceOf(IllegalStateException.class);
        assertThat(reply.markdown()).isEqualTo("a **b**\r\n");
        assertThat(reply.plainText()).isEqualTo("a b");
    }

    @Test
    @DisplayName("Text waits for the pulse after a key, and no longer though keys go on")
    void keysFirst() {
        var reply = model.addReply("m");
        now = 1_000_000_000;
        model.typing().pressed();
        now += 5_000_000;
        reply.append("word", "");
        assertThat(reply.waiting()).isEqualTo(4);
        now += 5_000_000;
        model.typing().pressed();
        now += 10_000_000;
        turns.remove().run();
        assertThat(reply.waiting()).isZero();
        model.typing().pressed();
        reply.append(" more", "");
        assertThat(reply.waiting()).isZero();
        now += 40_000_000;
        model.typing().pressed();
        reply.append(" and", "");
        assertThat(reply.waiting()).isEqualTo(4);
        reply.finish(List.of());
        now += 16_000_000;
        while (!turns.isEmpty()) {
            turns.remove().run();
        }
        assertThat(reply.finished()).isTrue();
        assertThat(reply.plainText()).isEqualTo("word more and");
    }
}
