package app.pitot.ui.chat;

import app.pitot.base.Texts;
import app.pitot.ui.common.EnterFires;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What the first start shows: two ways to begin. */
final class FirstSteps extends VBox {
    FirstSteps(Beginnings ways) {
        getStyleClass().add("welcome");
        EnterFires.below(this);
        var title = new Label(Texts.get("first.title"));
        title.getStyleClass().add("text-title");
        var about = new Label(Texts.get("first.about"));
        about.getStyleClass().add("text-muted");
        getChildren().addAll(title, about, way("first.simulator", ways.trySimulator()),
                way("first.connect", ways.connect()));
    }

    private static Button way(String key, Runnable run) {
        var name = new Label(Texts.get(key));
        name.getStyleClass().add("text-strong");
        var about = new Label(Texts.get(key + ".about"));
        about.getStyleClass().addAll("text-muted", "text-secondary");
        var button = new Button();
        button.setGraphic(new VBox(3, name, about));
        button.setAccessibleText(name.getText());
        button.setAccessibleHelp(about.getText());
        button.setOnAction(_ -> run.run());
        return button;
    }
}
