package app.pitot.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Ticker;
import app.pitot.ui.common.FxTest;
import app.pitot.ui.editor.PromptBox;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

/** Long text from right to left in every place that wraps, at every width: the layout of JavaFX alone throws. */
class RightToLeftViewTest extends FxTest {
    private static final String ARABIC = "اللغة العربية هي أكثر اللغات السامية تحدثا، وإحدى أكثر اللغات انتشارا في العالم. "
            .repeat(5);

    @Test
    void nothingIsThrownAtAnyWidth() {
        var stage = show(VBox::new, 1000, 700);
        var prompt = fx(() -> new PromptBox(1, 8));
        onFx(() -> {
            var model = new TranscriptModel(Ticker.system(), new PulseTurns());
            model.addQuestion(ARABIC);
            var reply = model.addReply("model");
            reply.append(
                    ARABIC + "\n\n# " + ARABIC + "\n\n- " + ARABIC + "\n\n| " + ARABIC + " | b |\n|-|-|\n| " + ARABIC
                            + " | d |\n",
                    ARABIC);
            reply.notice(new Notice(Notice.Severity.ERROR, ARABIC, ARABIC, ARABIC, List.of()));
            reply.finish(List.of());
            reply.unfold();
            prompt.setText(ARABIC);
            stage.getScene().setRoot(new VBox(new TranscriptView(model, _ -> {}), prompt));
        });
        for (int width = 1000; width > 300; width -= 90) {
            int wide = width;
            onFx(() -> stage.setWidth(wide));
            pulses(2);
        }
        onFx(() -> prompt.insert("سلام"));
        pulses(2);
        write(snapshot(stage.getScene()), Path.of("target/transcript/right-to-left.png"));
        assertThat(fx(prompt::getText)).isEqualTo(ARABIC + "سلام");
    }
}
