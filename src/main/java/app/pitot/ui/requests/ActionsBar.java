package app.pitot.ui.requests;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.requests.DetailsModel.Kept;
import app.pitot.ui.transcript.Clip;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What can be done with the request, and what came of it. */
final class ActionsBar extends VBox {
    ActionsBar(DetailsModel details, ActionsModel model) {
        super(4);
        getStyleClass().add("request-actions");
        var there = details.kept().map(kept -> kept instanceof Kept.There);
        var curl = button("requests.curl", () -> {
            var command = model.curl();
            if (command != null) {
                Clip.markdown(command);
            }
        });
        var again = button("requests.resend", model::ask);
        for (var each : new Button[]{curl, again}) {
            each.disableProperty().bind(there.map(is -> !is));
        }
        var conversation = button("requests.conversation", model::openConversation);
        seen(conversation, model.spot().map(spot -> true).orElse(false));
        var row = new FlowPane(6, 4, curl, again, conversation);
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(row, question(model), said(model));
    }

    /** Whether to spend what it takes. */
    private static HBox question(ActionsModel model) {
        var words = new Label();
        words.textProperty().bind(model.asked().map(ActionsModel.Asked::words).orElse(""));
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var send = button("requests.resend.send", model::send);
        send.getStyleClass().add("primary");
        var leave = button("requests.resend.leave", model::leave);
        var box = new HBox(8, words, send, leave);
        box.setAlignment(Pos.CENTER_LEFT);
        seen(box, model.asked().map(asked -> true).orElse(false));
        model.asked().subscribe(asked -> {
            if (asked != null) {
                send.requestFocus();
            }
        });
        return box;
    }

    private static HBox said(ActionsModel model) {
        var words = new Label();
        words.textProperty().bind(model.said());
        words.getStyleClass().addAll("text-secondary", "text-muted");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        var stop = button("requests.resend.stop", model::stop);
        seen(stop, model.sending());
        var box = new HBox(8, words, stop);
        box.setAlignment(Pos.CENTER_LEFT);
        seen(box, model.said().map(said -> !said.isEmpty()));
        return box;
    }

    private static void seen(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(node.visibleProperty());
    }

    private static Button button(String key, Runnable run) {
        var button = new Button(Texts.get(key));
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> run.run());
        Describe.node(button, button.getText(), Texts.get(key + ".help"));
        return button;
    }
}
