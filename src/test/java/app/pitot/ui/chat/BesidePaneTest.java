package app.pitot.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.Outcome;
import app.pitot.history.MemoryHistory;
import app.pitot.ui.common.FxTest;
import app.pitot.ui.offer.ModelChoice;
import app.pitot.ui.transcript.MessageAction.Kind;
import app.pitot.ui.transcript.TranscriptView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.function.Consumer;
import javafx.application.ColorScheme;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class BesidePaneTest extends FxTest {
    private ChatRig rig;

    private Stage open(double width) {
        return show(() -> {
            rig = new ChatRig(new MemoryHistory());
            var root = new StackPane(
                    new BesidePane(rig.chat.beside(), new TranscriptView(rig.transcript, _ -> {}), _ -> {}));
            root.getStylesheets().add(ChatView.class.getResource("/app/pitot/ui/chat/chat.css").toExternalForm());
            root.getStyleClass().add("chat-view");
            return root;
        }, width, 520);
    }

    private void askOther() {
        onFx(() -> {
            var asked = new ArrayList<Consumer<ModelChoice>>();
            rig.chat.onOtherModelWanted(asked::add);
            rig.say("What is drag?", "Drag is the force that **opposes** motion through a fluid.\n\n- form\n- skin");
            rig.act(1, Kind.REGENERATE_WITH);
            asked.getFirst().accept(ModelChoice.typed(ChatRig.OTHER, "a-model-with-a-rather-long-name-120b"));
            rig.exchanges.last().write("It is what slows a thing down that moves through air or water.");
            rig.exchanges.last().end(Outcome.COMPLETE, null);
        });
        pulses(3);
    }

    private long columns(Stage stage) {
        return fx(() -> stage.getScene().getRoot().lookupAll(".beside-column").stream().filter(Node::isVisible)
                .count());
    }

    @Test
    void twoColumnsWhereThereIsRoomAndASwitchWhereThereIsNot() {
        for (var scheme : ColorScheme.values()) {
            desktop.set(scheme);
            var stage = open(1000);
            assertThat(columns(stage)).isEqualTo(1);
            askOther();
            assertThat(columns(stage)).isEqualTo(2);
            write(snapshot(stage.getScene()), Path.of("target/shots/beside-" + scheme + "-1000.png"));
            onFx(() -> stage.setWidth(500));
            pulses(3);
            assertThat(columns(stage)).isEqualTo(1);
            write(snapshot(stage.getScene()), Path.of("target/shots/beside-" + scheme + "-500.png"));
            onFx(stage::hide);
        }
    }

    @Test
    void theOneThatIsKeptIsShownAlone() {
        var stage = open(1000);
        askOther();
        var keep = fx(() -> stage.getScene().getRoot().lookupAll(".beside-right .button").stream()
                .map(Button.class::cast).filter(each -> each.getText().equals("Keep this one")).findFirst()
                .orElseThrow());
        click(keep);
        assertThat(columns(stage)).isEqualTo(1);
        assertThat(fx(rig::shown)).last().asString().startsWith("It is what slows");
    }
}
