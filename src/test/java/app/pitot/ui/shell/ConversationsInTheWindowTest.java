package app.pitot.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Clocks;
import app.pitot.history.Conversation;
import app.pitot.history.Message;
import app.pitot.history.Setup;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The list of conversations in the whole window, by keyboard, over the real simulator. */
@Timeout(120)
class ConversationsInTheWindowTest extends WindowTest {
    @BeforeEach
    void open() throws IOException {
        var now = Clocks.system().now();
        for (int i = 0; i < 12; i++) {
            var id = "c" + i;
            history.save(Conversation.begin(id, now.minus(Duration.ofHours(5L + 9L * i * i)), Setup.NONE)
                    .withTitle("Question number " + i + " about the buckets of tokens", false));
            history.add(Message.question("m" + i, id, null, now, "What of the bucket, for the " + i + ". time?",
                    List.of()));
        }
        open("cerebras-trial-2026-09", "llama3.1-8b", 1366, 768);
    }

    private void size(double width, double height) {
        onFx(() -> {
            window.stage().setWidth(width);
            window.stage().setHeight(height);
        });
        pulses(4);
    }

    private boolean list() {
        return fx(() -> window.scene().lookup(".history").isVisible());
    }

    private void shot(String name) {
        write(snapshot(window.scene()), Path.of("target/shots/window-list-" + name + ".png"));
    }

    @Test
    void itStandsBesideTheChatAsFarAsThereIsRoom() {
        assertThat(comes(() -> window.scene().getRoot().lookupAll(".history .list-cell:filled").size() > 10)).isTrue();
        assertThat(list()).isTrue();
        press(KeyCode.CONTROL, KeyCode.TAB);
        assertThat(comes(() -> window.chat().conversation().get() != null
                && window.chat().conversation().get().id().equals("c0"))).isTrue();
        pulses(3);
        shot("1366");
        size(1000, 720);
        assertThat(list()).isFalse();
        press(KeyCode.SHORTCUT, KeyCode.B);
        assertThat(list()).isTrue();
        shot("1000");
        size(760, 520);
        shot("760");
        press(KeyCode.SHORTCUT, KeyCode.B);
        assertThat(list()).isFalse();
    }

    @Test
    void whatIsFoundIsOpenedAtItsMessage() {
        press(KeyCode.SHORTCUT, KeyCode.K);
        type("7. time");
        assertThat(comes(() -> window.scene().getRoot().lookupAll(".history .list-cell:filled").stream()
                .anyMatch(cell -> String.valueOf(cell.getAccessibleText()).startsWith("Question number 7"))))
                .isTrue();
        shot("found");
        press(KeyCode.DOWN);
        press(KeyCode.ENTER);
        assertThat(comes(() -> window.chat().conversation().get() != null
                && window.chat().conversation().get().id().equals("c7"))).isTrue();
    }
}
