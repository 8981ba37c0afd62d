package app.pitot.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OpeningTest {
    private final ArrayDeque<Runnable> turns = new ArrayDeque<>();
    private long now;
    private final TranscriptModel model = new TranscriptModel(() -> now += 100_000, turns::add);

    private static List<Entry> entries(int questions) {
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < questions; i++) {
            entries.add(new Entry.Asked("question " + i, List.of()));
            entries.add(reply("# Answer " + i + "\n\n" + "Some words of it.\n\n".repeat(40), "thought " + i));
        }
        return entries;
    }

    private static Entry.Replied reply(String markdown, String reasoning) {
        return new Entry.Replied("m", markdown, reasoning, "2 tokens", List.of(Figure.of("1", "tok/s", null)),
                Details.NONE, List.of(new Notice(Notice.Severity.INFO, "title", "", "", List.of())));
    }

    private void turn() {
        turns.remove().run();
    }

    private void allTurns() {
        while (!turns.isEmpty()) {
            turn();
        }
    }

    private List<String> texts() {
        return model.rows().stream().map(RowText::of).filter(text -> !text.isEmpty()).toList();
    }

    @Test
    @DisplayName("The end is there at once, the rest comes upwards pulse by pulse, and all of it in order")
    void upwards() {
        var messages = model.show(entries(500));
        assertThat(messages).hasSize(1_000);
        assertThat(model.placed()).isFalse();
        assertThat(texts()).contains("question 499", "Answer 499").doesNotContain("question 0");
        int before = model.rows().size();
        turn();
        assertThat(model.rows()).hasSizeGreaterThan(before);
        assertThat(texts()).doesNotContain("question 0");
        allTurns();
        assertThat(model.placed()).isTrue();
        var now = new TranscriptModel(() -> 0, turns::add);
        now.show(entries(500));
        now.placeAll();
        assertThat(texts()).isEqualTo(now.rows().stream().map(RowText::of).filter(t -> !t.isEmpty()).toList());
        assertThat(texts()).filteredOn(text -> text.startsWith("question")).hasSize(500)
                .startsWith("question 0", "question 1").endsWith("question 499");
        assertThat(model.rows().getLast()).isInstanceOf(EndRow.class);
    }

    @Test
    @DisplayName("A reply from the history shows the same rows as the same text that streamed")
    void sameRows() {
        model.show(List.of(new Entry.Asked("q", List.of()), reply("# A\n\ntext\n\n- x\n", "hm")));
        var kinds = model.rows().stream().map(Row::getClass).toList();
        model.clear();
        model.addQuestion("q");
        var reply = model.addReply("m");
        reply.append("# A\n\ntext\n\n- x\n", "hm");
        reply.notice(new Notice(Notice.Severity.INFO, "title", "", "", List.of()));
        reply.finish(List.of(Figure.of("1", "tok/s", null)));
        assertThat(model.rows().stream().map(Row::getClass).toList()).isEqualTo(kinds);
    }

    @Test
    @DisplayName("A message that is not there yet has its text, takes a notice, and is placed when it is wanted")
    void wanted() {
        var messages = model.show(entries(500));
        var early = (ReplyRows) messages.get(101);
        assertThat(model.start(early)).isEqualTo(-1);
        assertThat(early.plainText()).startsWith("Answer 50");
        early.notice(new Notice(Notice.Severity.ERROR, "late", "", "", List.of()));
        model.place(early);
        int at = model.start(early);
        assertThat(model.rows().get(at).message()).isSameAs(early);
        assertThat(texts()).contains("Answer 50", "Answer 51", "Answer 49").doesNotContain("Answer 100");
        allTurns();
        assertThat(model.rows().get(model.start(early) - 1).message()).isSameAs(messages.get(100));
        assertThat(model.rows()).filteredOn(row -> row.message() == early).filteredOn(NoticeRow.class::isInstance)
                .hasSize(2);
    }

    @Test
    @DisplayName("Cutting, clearing or opening another while rows are being made leaves nothing of the old")
    void changedMeanwhile() {
        var messages = model.show(entries(500));
        model.cut(messages.get(700));
        allTurns();
        assertThat(texts()).filteredOn(text -> text.startsWith("question")).hasSize(350);
        model.show(entries(300));
        model.show(entries(1));
        allTurns();
        assertThat(texts()).filteredOn(text -> text.startsWith("question")).containsExactly("question 0");
        model.show(entries(300));
        model.clear();
        allTurns();
        assertThat(model.rows()).isEmpty();
    }

    @Test
    @DisplayName("What is asked while rows are being made stands at the end")
    void askedMeanwhile() {
        model.show(entries(500));
        model.addQuestion("the newest");
        model.addReply("m").append("answer", "");
        allTurns();
        assertThat(texts()).endsWith("the newest", "answer").contains("question 0");
    }

    @Test
    @DisplayName("A very long reply is read in pieces, and is not announced as if it had just come")
    void veryLong() {
        model.show(List.of(new Entry.Asked("q", List.of()), reply("word ".repeat(8).concat("\n\n").repeat(5_000), "")));
        assertThat(model.rows().size()).isLessThan(5_000);
        allTurns();
        assertThat(model.rows().size()).isGreaterThan(5_000);
        assertThat(model.finished().get()).isNull();
    }
}
