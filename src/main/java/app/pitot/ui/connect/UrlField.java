package app.pitot.ui.connect;

import app.pitot.base.Texts;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** A base URL, what it becomes, and the warning that has to be confirmed where it is not encrypted. */
public final class UrlField extends VBox {
    private final TextField field = new TextField();

    public UrlField(BaseUrlModel model) {
        super(6);
        field.setPromptText(Texts.get("screens.url.prompt"));
        field.textProperty().bindBidirectional(model.text());
        var becomes = FormField.help("");
        becomes.textProperty()
                .bind(model.becomes().map(url -> url.isEmpty() ? "" : Texts.get("screens.url.becomes", url)));
        shownWith(becomes, model.becomes().isNotEmpty());
        var warning = new SaidLine(model.warning()
                .map(words -> words.isEmpty() ? Said.NOTHING : Said.warn(words)));
        warning.getStyleClass().add("text-secondary");
        var agree = new CheckBox(Texts.get("screens.url.agree"));
        agree.selectedProperty().bindBidirectional(model.confirmed());
        shownWith(agree, model.warning().isNotEmpty());
        getChildren().addAll(new FormField(Texts.get("screens.url"), field, Texts.get("screens.url.help"),
                model.problem()), becomes, warning, agree);
    }

    @Override
    public void requestFocus() {
        field.requestFocus();
    }

    private static void shownWith(javafx.scene.Node node, javafx.beans.value.ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }
}
