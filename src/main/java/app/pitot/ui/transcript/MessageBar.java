package app.pitot.ui.transcript;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.controls.Icons;
import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/** What can be done with a message: buttons that show on hover and focus, the rest behind a menu button. */
final class MessageBar extends HBox {
    private final Message message;
    private final List<Node> always;
    private final Subscription watch;

    /** @param also further buttons, behind Copy */
    MessageBar(Message message, Node... also) {
        this.message = message;
        this.always = List.of(also);
        getStyleClass().add("message-bar");
        setAlignment(Pos.BASELINE_LEFT);
        watch = message.actions().subscribe(this::show);
    }

    /** Lets go of the message. */
    void dispose() {
        watch.unsubscribe();
    }

    private void show(List<MessageAction> actions) {
        getChildren().clear();
        for (var action : actions) {
            var icon = icon(action.kind());
            if (icon != null) {
                add(button(icon, action.label(), action.run()));
            }
        }
        boolean text = !message.markdown().isEmpty();
        if (text) {
            add(new CopyButton(Texts.get("transcript.copy"), Texts.get("transcript.copyMessage"), message::plainText));
        }
        always.forEach(this::add);
        if (text || !actions.isEmpty()) {
            add(more());
        }
    }

    private Button more() {
        var more = new Button();
        more.setGraphic(Icons.MORE.node());
        more.getStyleClass().setAll("quiet-button", "icon-button");
        more.setMinWidth(USE_PREF_SIZE);
        Describe.node(more, Texts.get("transcript.more"), null);
        more.setOnAction(_ -> TranscriptMenu.of(message, null).show(more, Side.BOTTOM, 0, 0));
        return more;
    }

    private void add(Node node) {
        Reveal.on(node, message, this);
        getChildren().add(node);
    }

    private static Button button(Icons icon, String name, Runnable run) {
        var button = new Button();
        button.setGraphic(icon.node());
        button.getStyleClass().setAll("quiet-button", "icon-button");
        button.setMinWidth(USE_PREF_SIZE);
        Describe.node(button, name, null);
        button.setOnAction(_ -> run.run());
        return button;
    }

    /** Null for what stands in the menu alone. */
    private static Icons icon(MessageAction.Kind kind) {
        return switch (kind) {
            case EDIT -> Icons.EDIT;
            case REGENERATE -> Icons.AGAIN;
            case CONTINUE -> Icons.CONTINUE;
            case BRANCH -> Icons.BRANCH;
            case REGENERATE_WITH, COMPARE, REQUEST, DELETE -> null;
        };
    }
}
