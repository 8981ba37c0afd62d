package app.pitot.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole window over the real simulator, worked with the keyboard, on the Headless platform. */
@Timeout(120)
class MainWindowTest extends WindowTest {
    private static final Logger CSS = Logger.getLogger("javafx.css");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Queue<String> unknownColours = new ConcurrentLinkedQueue<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord record) {
            unknownColours.add(record.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void open() throws IOException {
        CSS.addHandler(listener);
        open("cerebras-trial-2026-09", "llama3.1-8b", 1000, 720);
    }

    @AfterEach
    void unlisten() {
        CSS.removeHandler(listener);
    }

    @Test
    void everyColourIsKnownWhenItIsLookedUp() {
        assertThat(unknownColours).isEmpty();
    }

    @Test
    void aQuestionIsTypedSentStreamedAndMeasured() {
        type("In one sentence: what is a knot");
        press(KeyCode.ENTER);
        until(() -> window.chat().last().get() != null);

        var result = fx(() -> window.chat().last().get());
        assertThat(result.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(result.answer()).isNotBlank();
        assertThat(server.state().admitted()).isEqualTo(1);
        assertThat(fx(() -> window.chat().preFlight().get())).isNotNull();
    }

    @Test
    void escapeStopsAReplyAndTheWindowStaysUsable() {
        // It stalls on the way, so that a busy machine cannot see it end before Escape.
        onFx(() -> window.chat().draft().set("/fault stall:after-20000\nWrite 3000 tokens"));
        press(KeyCode.ENTER);
        until(() -> window.chat().liveTokens() > 50);
        press(KeyCode.ESCAPE);
        until(() -> !window.chat().running().get());

        assertThat(fx(() -> window.chat().last().get().outcome())).isEqualTo(Outcome.STOPPED);
        assertThat(fx(() -> window.chat().last().get().answer())).isNotBlank();
        type("next");
        assertThat(fx(() -> window.chat().draft().get())).isEqualTo("next");
    }

    @Test
    void shiftEnterStartsANewLineAndUpBringsTheLastQuestionBack() {
        type("one");
        press(KeyCode.SHIFT, KeyCode.ENTER);
        type("two");
        assertThat(fx(() -> window.chat().draft().get())).isEqualTo("one\ntwo");
        press(KeyCode.ENTER);
        until(() -> window.chat().last().get() != null);
        press(KeyCode.UP);
        assertThat(fx(() -> window.chat().draft().get())).isEqualTo("one\ntwo");
    }

    @Test
    void aRefusalIsShownInPlaceAndNoDialogOpens() {
        int windows = fx(() -> javafx.stage.Window.getWindows().size());
        onFx(() -> window.chat().draft().set("/fault 402 what is drag"));
        press(KeyCode.ENTER);
        until(() -> window.chat().last().get() != null && !window.chat().running().get());
        assertThat(fx(() -> window.chat().last().get().outcome())).isEqualTo(Outcome.REFUSED);
        assertThat(fx(() -> javafx.stage.Window.getWindows().size())).isEqualTo(windows);
    }

    @Test
    void shortcutsLeadFromViewToViewAndTheChatStaysAsItWas() {
        type("half a question");
        press(KeyCode.CONTROL, KeyCode.DIGIT4);
        assertThat(fx(() -> window.navigator().current().get())).isEqualTo(View.MODELS);
        type("llama");
        assertThat(fx(() -> window.chat().draft().get())).as("typed into the filter").isEqualTo("half a question");
        press(KeyCode.DOWN);
        press(KeyCode.ENTER);
        assertThat(fx(() -> window.navigator().current().get())).as("used in chat").isEqualTo(View.CHAT);
        type("!");
        assertThat(fx(() -> window.chat().draft().get())).isEqualTo("half a question!");
        press(KeyCode.CONTROL, KeyCode.DIGIT4);
        press(KeyCode.CONTROL, KeyCode.N);
        assertThat(fx(() -> window.navigator().current().get())).isEqualTo(View.CHAT);
    }

    @Test
    void theRailLeadsToAViewByMouse() {
        var models = fx(() -> window.scene().getRoot().lookupAll(".rail .toggle-button").stream()
                .map(ToggleButton.class::cast).filter(b -> b.getText().equals("Models")).findFirst().orElseThrow());
        click(models);
        assertThat(fx(() -> window.navigator().current().get())).isEqualTo(View.MODELS);
        click(models);
        assertThat(fx(models::isSelected)).as("a second click changes nothing").isTrue();
        assertThat(fx(() -> nameless(window.scene().getRoot()))).isEmpty();
    }

    @Test
    void aRetiredModelIsMarkedWhereItStandsAndItsSuccessorAnswersAtOneClick() {
        onFx(() -> window.picker().select(window.picker().account(), "llama-3.3-70b"));
        type("In one sentence: what is lift");
        press(KeyCode.ENTER);
        until(() -> window.chat().last().get() != null);
        until(() -> window.picker().selected().get().entry().gone() != null);
        pulses(3);
        write(snapshot(window.scene()), java.nio.file.Path.of("target/shots/window-gone.png"));

        click(fx(() -> window.scene().getRoot().lookupAll(".notice-button").stream().map(Button.class::cast)
                .filter(button -> button.getText().equals("Use gpt-oss-120b")).findFirst().orElseThrow()));
        until(() -> window.chat().last().get().outcome() == Outcome.COMPLETE);
        assertThat(fx(() -> window.chat().last().get().spec().request().model())).isEqualTo("gpt-oss-120b");
        assertThat(fx(() -> window.picker().selected().get().model().id())).isEqualTo("gpt-oss-120b");
    }

    @Test
    void aLongQuestionLeavesItsButtonInANarrowWindow() {
        onFx(() -> {
            window.stage().setWidth(760);
            window.stage().setHeight(520);
            window.chat().draft().set("word and more words ".repeat(9_000));
        });
        pulses(3);
        onFx(() -> ((javafx.scene.control.ToggleButton) window.scene().getRoot().lookupAll(".topbar .toggle-button")
                .stream().reduce((_, last) -> last).orElseThrow()).fire());
        pulses(5);
        write(snapshot(window.scene()), java.nio.file.Path.of("target/shots/window-long-760.png"));
        onFx(() -> {
            var send = window.scene().getRoot().lookup(".composer .button.primary");
            assertThat(window.scene().getRoot().lookup(".speed-dial").getScene()).isNotNull();
            assertThat(send.localToScene(send.getLayoutBounds()).getMaxY()).isLessThan(window.scene().getHeight() - 26);
        });
    }

    @Test
    void everyViewIsPainted() {
        press(KeyCode.CONTROL, KeyCode.DIGIT4);
        until(() -> window.picker().selected().get().listed());
        for (var size : new int[][]{{1366, 768}, {760, 520}}) {
            onFx(() -> {
                window.stage().setWidth(size[0]);
                window.stage().setHeight(size[1]);
            });
            pulses(4);
            write(snapshot(window.scene()), java.nio.file.Path.of("target/shots/window-models-" + size[0] + ".png"));
        }
        press(KeyCode.CONTROL, KeyCode.DIGIT1);
        pulses(3);
        write(snapshot(window.scene()), java.nio.file.Path.of("target/shots/window-chat-760.png"));
    }

    @Test
    void everythingThatTakesTheFocusHasAName() {
        fx(() -> {
            window.toggleParameters();
            return null;
        });
        pulses(2);
        var nameless = fx(() -> nameless(window.scene().getRoot()));
        assertThat(nameless).isEmpty();
    }

    private static List<String> nameless(Node node) {
        var found = new java.util.ArrayList<String>();
        if (node.isFocusTraversable() && node.isVisible() && blank(node.getAccessibleText())
                && !(node instanceof javafx.scene.control.Labeled labeled && !blank(labeled.getText()))
                && !(node instanceof TextInputControl input && !blank(input.getAccessibleText()))) {
            found.add(node.toString());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(nameless(child)));
        }
        return found;
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private void until(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!fx(condition::getAsBoolean)) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(end);
            pulses(1);
        }
    }
}
