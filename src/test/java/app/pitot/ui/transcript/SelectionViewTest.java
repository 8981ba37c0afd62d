package app.pitot.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Ticker;
import app.pitot.ui.common.FxTest;
import java.util.List;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SelectionViewTest extends FxTest {
    private static final String MARKDOWN = """
            First paragraph here.

            - an item

            ```java
            int code;
            ```

            | one | two |
            |---|---|
            | three | four |

            Last paragraph.
            """;

    private TranscriptModel model;
    private TranscriptView view;
    private ReplyRows reply;

    @BeforeEach
    void open() {
        show(() -> {
            model = new TranscriptModel(Ticker.system(), new PulseTurns());
            view = new TranscriptView(model, address -> {});
            return view;
        }, 700, 600);
        onFx(() -> model.addQuestion("A question?"));
        reply = fx(() -> model.addReply("m"));
        onFx(() -> reply.append(MARKDOWN, ""));
        pulses(3);
    }

    private Node text(String words) {
        return fx(() -> Stream.concat(view.lookupAll(".run").stream(), view.lookupAll(".code-text").stream())
                .filter(node -> node instanceof javafx.scene.text.Text text && text.getText().contains(words))
                .findFirst().orElseThrow());
    }

    private void drag(String from, String to) {
        var start = text(from);
        var end = text(to);
        var one = fx(start::getBoundsInLocal);
        var other = fx(end::getBoundsInLocal);
        mouse(MouseEvent.MOUSE_PRESSED, start, one.getMinX() + 1, one.getCenterY());
        mouse(MouseEvent.MOUSE_DRAGGED, end, other.getMinX() + 2, other.getCenterY());
        mouse(MouseEvent.MOUSE_DRAGGED, end, other.getMaxX() + 3, other.getCenterY());
        mouse(MouseEvent.MOUSE_RELEASED, end, other.getMaxX() + 3, other.getCenterY());
    }

    /** As the toolkit sends it: to the node that was pressed. The headless robot cannot drag. */
    private void mouse(EventType<MouseEvent> type, Node node, double x, double y) {
        onFx(() -> {
            var flow = view.getChildrenUnmodifiable().getFirst();
            var at = flow.sceneToLocal(node.localToScene(x, y));
            boolean down = type != MouseEvent.MOUSE_RELEASED;
            Event.fireEvent(flow, new MouseEvent(type, at.getX(), at.getY(), 0, 0, MouseButton.PRIMARY, 1, false, false,
                    false, false, down, false, false, false, false, type != MouseEvent.MOUSE_DRAGGED, null));
        });
        pulses(1);
    }

    private String copied() {
        onFx(view::requestFocus);
        press(KeyCode.SHORTCUT, KeyCode.C);
        return fx(() -> Clipboard.getSystemClipboard().getString());
    }

    private List<Path> painted() {
        return fx(() -> view.lookupAll(".mark-selected").stream().map(Path.class::cast).toList());
    }

    @Test
    @DisplayName("The mouse selects from a question through prose, list, code and table to the end, painted in each")
    void everything() {
        drag("A question?", "Last paragraph.");
        assertThat(copied()).isEqualTo("""
                A question?

                First paragraph here.

                • an item

                int code;

                one\ttwo
                three\tfour

                Last paragraph.""");
        assertThat(painted()).hasSize(6);
    }

    @Test
    @DisplayName("It starts and ends inside code and tables")
    void inside() {
        drag("int code", "four");
        assertThat(copied()).isEqualTo("int code;\n\none\ttwo\nthree\tfour");
        drag("three", "four");
        assertThat(copied()).isEqualTo("three\tfour");
    }

    @Test
    @DisplayName("Two clicks take a word, three a block, Shift and a click go on, Esc lets go")
    void clicks() {
        var paragraph = text("First paragraph");
        var box = fx(paragraph::getBoundsInLocal);
        clicks(paragraph, box.getMinX() + 3, box.getCenterY(), 2);
        assertThat(copied()).isEqualTo("First");
        clicks(paragraph, box.getMinX() + 3, box.getCenterY(), 3);
        assertThat(copied()).isEqualTo("First paragraph here.");
        press(KeyCode.ESCAPE);
        assertThat(painted()).isEmpty();
    }

    @Test
    @DisplayName("Shift and the arrow keys go on by character, word, line and block")
    void keys() {
        var paragraph = text("First paragraph");
        var box = fx(paragraph::getBoundsInLocal);
        clicks(paragraph, box.getMinX() + 3, box.getCenterY(), 2);
        press(KeyCode.SHIFT, KeyCode.RIGHT);
        press(KeyCode.SHIFT, KeyCode.RIGHT);
        assertThat(copied()).isEqualTo("First p");
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.RIGHT);
        assertThat(copied()).isEqualTo("First paragraph");
        press(KeyCode.SHIFT, KeyCode.END);
        assertThat(copied()).isEqualTo("First paragraph here.");
        press(KeyCode.SHIFT, KeyCode.DOWN);
        assertThat(copied()).isEqualTo("First paragraph here.\n\n• an item");
        press(KeyCode.SHIFT, KeyCode.UP);
        assertThat(copied()).startsWith("First").doesNotContain("item");
    }

    @Test
    @DisplayName("Ctrl+A takes all, or the message that the keyboard is at and then all")
    void all() {
        onFx(view::requestFocus);
        press(KeyCode.ALT, KeyCode.UP);
        press(KeyCode.SHORTCUT, KeyCode.A);
        assertThat(copied()).startsWith("First").endsWith("Last paragraph.");
        press(KeyCode.SHORTCUT, KeyCode.A);
        assertThat(copied()).startsWith("A question?").endsWith("Last paragraph.");
    }

    @Test
    @DisplayName("A selection stops following and stays where it is while text streams on")
    void streaming() {
        drag("First paragraph here.", "First paragraph here.");
        assertThat(view.isFollowing()).isFalse();
        var before = copied();
        for (int i = 0; i < 30; i++) {
            onFx(() -> reply.append("\n\nMore and **more", "and a thought"));
            pulses(1);
        }
        assertThat(copied()).isEqualTo(before).isEqualTo("First paragraph here.");
        var still = text("First paragraph");
        assertThat(fx(() -> still.localToScene(0, 0).getY())).isBetween(0.0, 600.0);
    }

    @Test
    @DisplayName("Dragging beyond the lower edge scrolls on, and what went out of sight stays selected")
    void beyond() {
        onFx(() -> reply.append("\n\n" + "Filler words of no meaning.\n\n".repeat(60) + "The very end.", ""));
        pulses(3);
        onFx(view::requestFocus);
        press(KeyCode.HOME);
        pulses(3);
        var start = text("First paragraph");
        mouse(MouseEvent.MOUSE_PRESSED, start, 0, fx(start::getBoundsInLocal).getCenterY());
        mouse(MouseEvent.MOUSE_DRAGGED, view, 200, 500);
        mouse(MouseEvent.MOUSE_DRAGGED, view, 200, 596);
        assertThat(comes(() -> view.lookupAll(".run").stream()
                .anyMatch(node -> node instanceof javafx.scene.text.Text text && text.getText().contains("very end"))))
                .isTrue();
        pulses(5);
        mouse(MouseEvent.MOUSE_RELEASED, view, 200, 596);
        assertThat(copied()).startsWith("First paragraph here.").contains("int code;").contains("Filler");
        assertThat(painted()).hasSizeLessThan(60);
    }

    @Test
    @DisplayName("The caret of Shift+arrows and the points of a drag agree in wrapped text")
    void hits() {
        onFx(() -> reply.append("\n\n" + "wrapped words ".repeat(60), ""));
        pulses(3);
        var wrapped = text("wrapped words");
        var cell = fx(() -> new FlowText((javafx.scene.text.TextFlow) wrapped.getParent()));
        for (int offset : new int[]{0, 7, 100, 333, 500}) {
            var caret = fx(() -> cell.caret(offset));
            assertThat(fx(() -> cell.hit(caret.getMinX() + 1, (caret.getMinY() + caret.getMaxY()) / 2)))
                    .isEqualTo(offset);
        }
    }
}
