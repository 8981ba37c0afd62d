package app.pitot.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ResponseFormat;
import app.pitot.history.Message;
import app.pitot.ui.common.PngBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.ColorScheme;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The playground's controls in the whole window, over the real simulator. */
@Timeout(120)
class PlaygroundWindowTest extends WindowTest {
    private static final String TOOLS = """
            [{"type": "function", "function": {"name": "weather", "description": "The weather in a city",
              "parameters": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}}}]
            """;

    @BeforeEach
    void open() throws IOException {
        open("cerebras-free-2026-04", "gpt-oss-120b", 1366, 768);
    }

    private void ask(String question) {
        onFx(() -> window.chat().draft().set(question));
        onFx(() -> window.chat().send());
        assertThat(comes(() -> !window.chat().running().get())).isTrue();
        pulses(4);
    }

    private void picture(String name) {
        pulses(3);
        write(snapshot(fx(() -> window.stage().getScene())), Path.of("target", "params", name + ".png"));
    }

    private String lastText() {
        var id = fx(() -> window.chat().conversation().get().id());
        return history.messages(id).reversed().stream().filter(each -> each.kind() == Message.Kind.REPLY).findFirst()
                .map(Message::text).orElseThrow();
    }

    @Test
    void aToolIsCalledItsResultEnteredAndTheAnswerCameOfIt() {
        onFx(() -> window.chat().parameters().tools().set(TOOLS));
        onFx(() -> window.chat().parameters().toolChoice().set("required"));
        ask("What is the weather in Kiel?");
        assertThat(fx(() -> window.chat().callsWanted().get())).hasSize(1);
        picture("tool-open");
        var box = fx(() -> (TextArea) window.stage().getScene().lookup(".tool-result"));
        var send = fx(() -> (Button) window.stage().getScene().lookup(".tool-send"));
        assertThat(fx(send::isDisabled)).isTrue();
        onFx(box::requestFocus);
        type("8 degrees and drizzle");
        assertThat(fx(send::isDisabled)).isFalse();
        onFx(() -> window.chat().parameters().toolChoice().set(""));
        onFx(send::fire);
        assertThat(comes(() -> !window.chat().running().get() && window.chat().callsWanted().get().isEmpty())).isTrue();
        pulses(4);
        assertThat(lastText()).contains("8 degrees and drizzle");
        picture("tool-answered");
    }

    @Test
    void aSchemaIsKeptTo() {
        onFx(() -> {
            window.chat().parameters().format().set(ResponseFormat.Kind.SCHEMA);
            window.chat().parameters().schema().set("""
                    {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"],
                     "additionalProperties": false}""");
        });
        ask("Name a city");
        assertThat(lastText().strip()).startsWith("{").contains("\"city\"");
    }

    @Test
    void whatIsSaidOfAFileGoesWithTheDraftThatHasIt() throws Exception {
        var file = Files.writeString(folder.resolve("prompt.txt"), "In one sentence: what is a knot");
        onFx(() -> {
            var content = new ClipboardContent();
            content.putFiles(List.of(file.toFile()));
            Clipboard.getSystemClipboard().setContent(content);
        });
        type(" ");
        press(KeyCode.CONTROL, KeyCode.V);
        assertThat(comes(() -> said("prompt.txt is in the prompt"))).isTrue();
        onFx(() -> window.chat().send());
        pulses(3);
        assertThat(fx(() -> said("prompt.txt is in the prompt"))).isFalse();
        assertThat(comes(() -> !window.chat().running().get())).isTrue();
    }

    private boolean said(String words) {
        return window.stage().getScene().getRoot().lookupAll(".picture-strip .label").stream()
                .anyMatch(each -> each.isVisible() && ((Label) each).getText().startsWith(words));
    }

    @Test
    void picturesAreDroppedPastedShownAndSent() throws Exception {
        var image = fx(() -> {
            var made = new WritableImage(320, 200);
            for (int x = 0; x < 320; x++) {
                for (int y = 0; y < 200; y++) {
                    made.getPixelWriter().setArgb(x, y, 0xFF000000 | x << 16 | y << 8 | 0x80);
                }
            }
            return made;
        });
        var file = Files.write(folder.resolve("chart.png"), PngBytes.of(image));
        onFx(() -> {
            var content = new ClipboardContent();
            content.putFiles(List.of(file.toFile()));
            Clipboard.getSystemClipboard().setContent(content);
            window.chat().draft().set("");
        });
        type("What is on it?");
        press(KeyCode.CONTROL, KeyCode.V);
        assertThat(comes(() -> window.chat().pictures().size() == 1)).isTrue();
        assertThat(fx(() -> window.stage().getScene().lookup(".picture-tile"))).isNotNull();
        onFx(() -> window.toggleParameters());
        picture("picture-dark");
        onFx(() -> desktop.set(ColorScheme.LIGHT));
        onFx(() -> {
            window.stage().setWidth(760);
            window.stage().setHeight(520);
        });
        picture("narrow-over-light");
        onFx(() -> window.toggleParameters());
        picture("narrow-light");
        onFx(() -> window.chat().send());
        assertThat(comes(() -> !window.chat().running().get())).isTrue();
        var id = fx(() -> window.chat().conversation().get().id());
        assertThat(history.messages(id).getFirst().pictures()).hasSize(1);
        assertThat(fx(() -> window.chat().pictures())).isEmpty();
    }
}
