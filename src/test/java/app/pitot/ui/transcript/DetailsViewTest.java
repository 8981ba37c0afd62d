package app.pitot.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Ticker;
import app.pitot.ui.common.FxTest;
import app.pitot.ui.transcript.Details.Line;
import app.pitot.ui.transcript.Details.Section;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.application.ColorScheme;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Popup;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Details button under a reply, and what it opens. */
class DetailsViewTest extends FxTest {
    private TranscriptModel model;
    private TranscriptView view;

    private static Details details() {
        var headers = new ArrayList<Line>();
        for (int i = 0; i < 20; i++) {
            headers.add(new Line("x-header-" + i, "value ".repeat(1 + i)));
        }
        return new Details("Details of the request to m", List.of(
                new Section("Request", List.of(new Line("Served by", "Groq"), new Line("Request id", "gen-1764081"))),
                new Section("Limits, read as cerebras",
                        List.of(new Line("Tokens / min", "59,995 of 60,000 left, reset in 11.4 s"))),
                new Section("Headers not understood, shown as they came",
                        List.of(new Line("x-quota-odd", "7/9"))),
                new Section("Empty", List.of()), new Section("Other headers", headers)));
    }

    private void open(double width, double height, List<Figure> figures, String text) {
        show(() -> {
            model = new TranscriptModel(Ticker.system(), new PulseTurns());
            view = new TranscriptView(model, _ -> {});
            return view;
        }, width, height);
        onFx(() -> {
            model.addQuestion("Who served you?");
            var reply = model.addReply("m");
            reply.append(text, "");
            reply.finish(figures, details());
        });
        pulses(4);
    }

    private DetailsButton button() {
        return fx(() -> (DetailsButton) view.lookup(".details-button"));
    }

    private Scene popup() {
        return fx(() -> Window.getWindows().stream().filter(Popup.class::isInstance).findFirst().map(Window::getScene)
                .orElse(null));
    }

    @Test
    void theKeyboardOpensCopiesAndCloses() {
        open(700, 500, List.of(Figure.of("1", "tok/s", null)), "text");
        var button = button();
        assertThat(button.getAccessibleText()).isEqualTo("Details of the request to m");
        assertThat(button.isFocusTraversable()).isTrue();
        onFx(button::requestFocus);
        press(KeyCode.SPACE);
        pulses(3);
        assertThat(popup()).isNotNull();
        var shown = popup();
        var scroll = fx(() -> (ScrollPane) shown.lookup(".details-scroll"));
        assertThat(scroll.getAccessibleText()).contains("Details of the request to m", "Served by: Groq",
                "x-quota-odd: 7/9").doesNotContain("Empty");
        press(KeyCode.SPACE);
        pulses(2);
        assertThat(fx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(details().text());
        press(KeyCode.ESCAPE);
        pulses(2);
        assertThat(popup()).isNull();
    }

    @Test
    void aReplyOfNoticesOnlyHasTheButtonAlone() {
        open(700, 500, List.of(), "");
        var buttons = fx(() -> List.copyOf(view.lookupAll(".metrics .quiet-button")));
        assertThat(buttons).containsExactly(button());
        assertThat(fx(button()::getOpacity)).as("not waiting for the pointer").isEqualTo(1);
    }

    @Test
    void withoutDetailsThereIsNoButton() {
        show(() -> {
            model = new TranscriptModel(Ticker.system(), new PulseTurns());
            view = new TranscriptView(model, _ -> {});
            return view;
        }, 700, 500);
        onFx(() -> {
            var reply = model.addReply("m");
            reply.append("text", "");
            reply.finish(List.of(Figure.of("1", "tok/s", null)));
        });
        pulses(3);
        assertThat(button()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1366,768,DARK", "1366,768,LIGHT", "500,360,DARK", "500,360,LIGHT"})
    void itStaysInsideTheWindowAndNothingIsCutOff(double width, double height, ColorScheme scheme) {
        onFx(() -> desktop.set(scheme));
        open(width, height, List.of(Figure.of("2,992", "tok/s", null)), "A reply.\n\n".repeat(40));
        click(button());
        pulses(4);
        var window = fx(() -> view.getScene().getWindow());
        var shown = popup();
        var button = button();
        var box = fx(() -> shown.lookup(".details"));
        var at = fx(() -> box.localToScreen(box.getLayoutBounds()));
        assertThat(at.getMinX()).isGreaterThanOrEqualTo(window.getX());
        assertThat(at.getMaxX()).isLessThanOrEqualTo(window.getX() + width + 1);
        assertThat(at.getMinY()).isGreaterThanOrEqualTo(window.getY());
        assertThat(at.getMaxY()).isLessThanOrEqualTo(window.getY() + height + 1);
        var anchor = fx(() -> button.localToScreen(button.getLayoutBounds()));
        assertThat(at.intersects(anchor)).as("the button stays in sight").isFalse();
        write(snapshot(shown), Path.of("target", "details", scheme + "-" + (int) width + ".png"));
        write(snapshot(view.getScene()), Path.of("target", "details", scheme + "-" + (int) width + "-window.png"));
    }
}
