package app.pitot.ui.params;

import app.pitot.base.Texts;
import app.pitot.quota.Audit;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.Format;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Offers a cap that earlier replies would have kept to; takes no room while there is none. */
final class SuggestionLine extends VBox {
    private final Label words = new Label();
    private final Button set = new Button(Texts.get("audit.name"));
    private Integer cap;

    SuggestionLine(ObjectProperty<Integer> maxTokens) {
        super(4);
        words.getStyleClass().addAll("text-secondary", "text-muted");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        set.getStyleClass().add("small");
        set.setOnAction(_ -> maxTokens.set(cap));
        getChildren().addAll(words, set);
        managedProperty().bind(visibleProperty());
        show(null);
    }

    void show(Audit audit) {
        cap = audit == null ? null : audit.suggestedMaxTokens();
        setVisible(cap != null);
        if (cap != null) {
            words.setText(Texts.get("audit.why", Format.count(audit.reserved()), Format.count(audit.used()),
                    audit.replies(), Format.count(cap)));
            set.setText(Texts.get("audit.set", Format.count(cap)));
            set.setAccessibleText(set.getText());
            set.setAccessibleHelp(Texts.get("audit.help"));
            Describe.tooltip(set, Texts.get("audit.help"));
        }
    }
}
