package app.pitot.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SelectionModelTest {
    private static final String MARKDOWN = """
            # Head

            Some *words* with `code`.

            - one
            - two

            ```java
            int a;

            int b;
            ```

            | a | b |
            |---|---|
            | 1 | 2 |
            """;

    private final ArrayDeque<Runnable> turns = new ArrayDeque<>();
    private final TranscriptModel model = new TranscriptModel(() -> 0, turns::add);
    private final SelectionModel selection = new SelectionModel(model.rows());
    private ReplyRows reply;

    @BeforeEach
    void fill() {
        model.addQuestion("Why so?");
        reply = model.addReply("m");
        reply.append(MARKDOWN, "");
        while (!turns.isEmpty()) {
            turns.remove().run();
        }
    }

    private Row row(String text) {
        return model.rows().stream().filter(row -> RowText.of(row).contains(text)).findFirst().orElseThrow();
    }

    private Spot spot(String text) {
        var row = row(text);
        return new Spot(row, RowText.of(row).indexOf(text));
    }

    private void select(String from, String to) {
        selection.begin(spot(from), SelectionModel.Unit.CHARACTER);
        var end = spot(to);
        selection.extend(new Spot(end.row(), end.offset() + to.length()));
    }

    private SelectedText selected() {
        return new SelectedText(model.rows(), selection.range());
    }

    @Test
    @DisplayName("A selection inside one block is just those characters")
    void inside() {
        select("words", "code");
        assertThat(selected().plain()).isEqualTo("words with code");
        select("ne", "ne");
        assertThat(selected().plain()).isEqualTo("ne");
    }

    @Test
    @DisplayName("Across blocks and messages it copies markers, tabs, code as it is, and an empty line between blocks")
    void across() {
        select("so?", "1\t2");
        assertThat(selected().plain()).isEqualTo("""
                so?

                Head

                Some words with code.

                • one
                • two

                int a;

                int b;

                a\tb
                1\t2""");
    }

    @Test
    @DisplayName("It reads the same whether it was drawn down or up")
    void backwards() {
        select("words", "two");
        var down = selected().plain();
        var from = spot("words");
        selection.begin(new Spot(row("two"), 3), SelectionModel.Unit.CHARACTER);
        selection.extend(from);
        assertThat(selected().plain()).isEqualTo(down);
        assertThat(selection.moving()).isEqualTo(from);
    }

    @Test
    @DisplayName("Words and blocks grow as a whole, in both directions, and keep the one they began with")
    void units() {
        selection.begin(new Spot(row("words"), 6), SelectionModel.Unit.WORD);
        assertThat(selected().plain()).isEqualTo("words");
        selection.extend(new Spot(row("words"), 12));
        assertThat(selected().plain()).isEqualTo("words with");
        selection.extend(new Spot(row("words"), 1));
        assertThat(selected().plain()).isEqualTo("Some words");
        selection.begin(new Spot(row("int a"), 2), SelectionModel.Unit.ROW);
        assertThat(selected().plain()).isEqualTo("int a;\n\nint b;");
    }

    @Test
    @DisplayName("A message that is selected whole copies as the very source, others as Markdown that reads the same")
    void markdown() {
        selection.select(model.rows().getFirst(), model.rows().getLast());
        assertThat(selected().markdown()).isEqualTo("Why so?\n\n" + MARKDOWN.strip());
        select("words", "two");
        assertThat(selected().markdown()).isEqualTo("Some *words* with `code`.\n\n- one\n- two");
    }

    @Test
    @DisplayName("Text that streams on leaves a selection alone")
    void streaming() {
        select("words", "two");
        var before = selected().plain();
        reply.append("\n\nAnd **more", "");
        reply.append("** text.\n\n- a\n- b\n", "a thought");
        assertThat(selected().plain()).isEqualTo(before);
    }

    @Test
    @DisplayName("What is taken away hands the selection to what stands before it; nothing is left of an empty transcript")
    void removed() {
        var other = model.addReply("m");
        other.append("Setext", "");
        select("words", "Setext");
        model.cut(other);
        assertThat(selected().plain()).startsWith("words with").endsWith("1\t2");
        model.clear();
        assertThat(selection.isEmpty()).isTrue();
        assertThat(selection.range()).isNull();
    }

    @Test
    @DisplayName("Folding reasoning away keeps the rest of a selection that began in it")
    void folded() {
        reply.append("", "deep thought");
        var head = (ReasoningRow) row(model, ReasoningRow.class);
        head.expanded().set(true);
        select("thought", "Head");
        assertThat(selected().plain()).isEqualTo("thought\n\nHead");
        head.expanded().set(false);
        assertThat(selected().plain()).isEqualTo("Head");
    }

    private static Row row(TranscriptModel model, Class<?> kind) {
        return model.rows().stream().filter(kind::isInstance).findFirst().orElseThrow();
    }
}
