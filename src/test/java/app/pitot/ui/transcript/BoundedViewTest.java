package app.pitot.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Ticker;
import app.pitot.ui.common.FxTest;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** However large a reply is, what is in sight at once is bounded: counted in nodes, each of which costs about the same. */
class BoundedViewTest extends FxTest {
    private TranscriptModel model;
    private TranscriptView view;

    @BeforeEach
    void open() {
        show(() -> {
            model = new TranscriptModel(Ticker.system(), new PulseTurns());
            view = new TranscriptView(model, _ -> {});
            return view;
        }, 700, 500);
    }

    private ReplyRows reply(String text) {
        var reply = fx(() -> model.addReply("m"));
        onFx(() -> {
            reply.append(text, "");
            reply.finish(List.of());
        });
        assertThat(comes(reply::finished)).isTrue();
        pulses(2);
        return reply;
    }

    private int nodes() {
        return fx(() -> count(view));
    }

    private static int count(Node node) {
        return 1 + (node instanceof javafx.scene.Parent parent
                ? parent.getChildrenUnmodifiable().stream().mapToInt(BoundedViewTest::count).sum()
                : 0);
    }

    @Test
    @DisplayName("10,000 links: only those in sight are nodes")
    void links() {
        reply("[a](https://example.org) ".repeat(10_000));
        assertThat(nodes()).isLessThan(6_000);
    }

    @Test
    @DisplayName("100,000 marks of emphasis: only the runs in sight are nodes")
    void emphasis() {
        reply("*a* ".repeat(50_000));
        assertThat(nodes()).isLessThan(4_000);
    }

    @Test
    @DisplayName("A table of 2,500 rows: only its pieces in sight are nodes")
    void table() {
        reply("| a | b |\n|---|---|\n" + "| 1 | 2 |\n".repeat(2_500));
        assertThat(nodes()).isLessThan(3_000);
    }

    @Test
    @DisplayName("5 MB of code: only its pieces in sight are nodes, and its beginning is read without the rest")
    void code() {
        var reply = reply("```java\n" + "int a = b(\"c\"); // d\n".repeat(250_000) + "```\n");
        assertThat(nodes()).isLessThan(300);
        assertThat(fx(() -> reply.plainText(4_000))).hasSizeBetween(4_000, 13_000);
        assertThat(fx(() -> reply.plainText().length())).isEqualTo(250_000 * 21 - 1);
    }

    @Test
    @DisplayName("The pieces of a long table have their columns at the same places, also where a cell in one is wide")
    void columns() {
        reply(("| a ".repeat(40) + "|\n") + ("|---".repeat(40) + "|\n") + ("| b ".repeat(40) + "|\n").repeat(25)
                + "| a wide one " + ("| c ".repeat(39) + "|\n").repeat(4));
        var places = fx(() -> view.lookupAll(".grid-cell").stream().collect(Collectors.groupingBy(Node::getParent,
                Collectors.mapping(Node::getLayoutX, Collectors.toSet()))));
        write(snapshot(view.getScene()), Path.of("target/transcript/table-in-pieces.png"));
        assertThat(places).hasSizeGreaterThan(1);
        assertThat(places.values().stream().distinct()).hasSize(1);
    }
}
