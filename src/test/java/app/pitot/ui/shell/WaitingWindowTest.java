package app.pitot.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Send when it fits in the whole window, over the real simulator under the plan of five requests a minute. */
@Timeout(120)
class WaitingWindowTest extends WindowTest {
    private void ask(String question) {
        onFx(() -> window.chat().draft().set(question));
        onFx(() -> window.chat().send());
    }

    private void spendTheMinute() {
        for (int i = 0; i < 5; i++) {
            ask("Question " + i);
            assertThat(comes(() -> !window.chat().running().get())).isTrue();
        }
        onFx(() -> window.chat().draft().set("Is there room yet?"));
        assertThat(comes(() -> window.chat().preFlight().get().waitMs() != null)).isTrue();
        pulses(3);
    }

    private void picture(String name) {
        pulses(3);
        write(snapshot(fx(() -> window.stage().getScene())), Path.of("target", "waiting", name + ".png"));
    }

    /** On the JavaFX thread. */
    private Button button(String label) {
        return window.stage().getScene().getRoot().lookupAll(".notice-button").stream().map(Button.class::cast)
                .filter(each -> each.getText().equals(label)).findFirst().orElse(null);
    }

    @ParameterizedTest
    @CsvSource({"1366, 768", "760, 520"})
    void itWaitsWithACountdownAndIsTakenBack(int width, int height) throws IOException {
        open("cerebras-trial-2026-09", "gpt-oss-120b", width, height);
        spendTheMinute();
        // Long enough for a slow machine.
        onFx(() -> window.chat().parameters().maxTokens().set(26_000));
        picture("offer-" + width);
        ask("Is there room yet?");
        assertThat(comes(() -> button("Send now") != null)).isTrue();
        picture("waiting-" + width);
        onFx(() -> button("Cancel").fire());
        assertThat(comes(() -> !window.chat().running().get())).isTrue();
        picture("taken-back-" + width);
        assertThat(fx(() -> button("Edit the question"))).isNotNull();
    }

    @Test
    void itIsSentByItself() throws IOException {
        open("cerebras-trial-2026-09", "gpt-oss-120b", 1366, 768);
        spendTheMinute();
        ask("Is there room yet?");
        assertThat(comes(() -> button("Send now") != null)).isTrue();
        var until = System.nanoTime() + 40_000_000_000L;
        while (fx(() -> window.chat().running().get()) && System.nanoTime() < until) {
            pulses(5);
        }
        assertThat(fx(() -> window.chat().last().get().outcome().name())).isEqualTo("COMPLETE");
        assertThat(fx(() -> button("Send now"))).isNull();
    }
}
