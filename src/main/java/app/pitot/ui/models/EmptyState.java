package app.pitot.ui.models;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.models.ModelsModel.State;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** In place of rows: what will stand here, and how to get there. */
final class EmptyState extends VBox {
    private static final double WIDTH = 460;

    private final Label title = new Label();
    private final Label text = new Label();

    /** @param connect begins the steps to a new account; null if there is no such way */
    EmptyState(ModelsModel model, Runnable connect) {
        getStyleClass().add("models-empty");
        title.getStyleClass().add("text-title");
        text.getStyleClass().add("text-muted");
        text.setWrapText(true);
        text.setMaxWidth(WIDTH);
        text.setTextAlignment(TextAlignment.CENTER);
        model.state().subscribe(state -> show(state, model, connect));
    }

    private void show(State state, ModelsModel model, Runnable connect) {
        getChildren().setAll(title, text);
        switch (state) {
            case ROWS -> {
                return;
            }
            case NO_ACCOUNT -> {
                say("models.empty.account");
                if (connect != null) {
                    offer("models.connect", connect);
                }
            }
            case NOTHING_KNOWN -> {
                say("models.empty.unknown");
                offer("models.refresh", model::refresh);
            }
            case NO_MATCH -> {
                say("models.empty.match");
                offer("models.empty.clear", model::clearFilters);
            }
        }
    }

    private void say(String key) {
        title.setText(Texts.get(key));
        text.setText(Texts.get(key + ".text"));
    }

    private void offer(String key, Runnable action) {
        var button = new Button(Texts.get(key));
        button.getStyleClass().add("primary");
        button.setOnAction(_ -> action.run());
        Describe.node(button, Texts.get(key), null);
        Describe.tooltip(button, null);
        getChildren().add(button);
    }
}
