package app.pitot.ui.connect;

import app.pitot.base.Texts;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Provider;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Which provider. */
final class ProviderStep extends StepPage {
    private final List<Button> choices = new ArrayList<>();

    ProviderStep(ConnectModel model) {
        super(Texts.get("connect.provider.title"), Texts.get("connect.provider.about"));
        for (var each : model.remote()) {
            if (each.id().equals(Catalogue.CUSTOM) && !model.local().presets().isEmpty()) {
                add(Texts.get("connect.local"), Texts.get("connect.local.about"), model::chooseLocal);
            }
            add(name(each), about(each), () -> model.choose(each));
        }
        getChildren().add(new VBox(8, choices.toArray(Node[]::new)));
    }

    @Override
    Node first() {
        return choices.getFirst();
    }

    private void add(String name, String about, Runnable choose) {
        var title = new Label(name);
        title.getStyleClass().add("text-strong");
        var words = new Label(about);
        words.getStyleClass().addAll("text-muted", "text-secondary");
        words.setMinWidth(0);
        var button = new Button();
        var both = new VBox(2, title, words);
        both.setMinWidth(0);
        button.setGraphic(both);
        button.setAccessibleText(name);
        button.setAccessibleHelp(about);
        button.getStyleClass().add("choice");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> choose.run());
        choices.add(button);
    }

    private static String name(Provider provider) {
        return provider.id().equals(Catalogue.CUSTOM) ? Texts.get("connect.custom") : provider.name();
    }

    private static String about(Provider provider) {
        var key = "connect.about." + provider.id();
        return Texts.has(key) ? Texts.get(key) : provider.baseUrl();
    }
}
