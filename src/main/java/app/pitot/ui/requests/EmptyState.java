package app.pitot.ui.requests;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.requests.RequestsModel.State;
import app.pitot.usage.RequestFilter;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** In place of rows: what will stand here, and how to get there. */
final class EmptyState extends VBox {
    private static final double WIDTH = 420;

    private final RequestsModel model;
    private final Runnable ask;
    private final Label title = new Label();
    private final Label text = new Label();

    /** @param ask goes to where a first request is made */
    EmptyState(RequestsModel model, Runnable ask) {
        this.model = model;
        this.ask = ask;
        getStyleClass().add("requests-empty");
        title.getStyleClass().add("text-title");
        title.setWrapText(true);
        text.getStyleClass().add("text-muted");
        text.setWrapText(true);
        text.setMaxWidth(WIDTH);
        text.setTextAlignment(TextAlignment.CENTER);
        model.state().subscribe(this::show);
    }

    private void show(State state) {
        getChildren().setAll(title, text);
        switch (state) {
            case ROWS -> getChildren().clear();
            case LOADING -> {
                getChildren().setAll(text);
                text.setText(Texts.get("requests.reading"));
            }
            case NOTHING_YET -> {
                say("requests.empty", Texts.get("requests.empty.text"));
                offer("requests.empty.ask", ask);
            }
            case NO_MATCH -> {
                say("requests.nomatch", Texts.get("requests.nomatch.text"));
                offer("requests.filter.clear", () -> model.show(RequestFilter.ALL));
            }
            case UNREADABLE -> {
                say("requests.unread", model.problem().get());
                offer("requests.unread.again", model::reload);
            }
        }
    }

    private void say(String key, String more) {
        title.setText(Texts.get(key));
        text.setText(more);
    }

    private void offer(String key, Runnable action) {
        var button = new Button(Texts.get(key));
        button.getStyleClass().add("primary");
        button.setOnAction(_ -> action.run());
        Describe.node(button, button.getText(), null);
        Describe.tooltip(button, null);
        getChildren().add(button);
    }
}
