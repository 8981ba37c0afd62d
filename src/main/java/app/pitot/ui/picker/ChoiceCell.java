package app.pitot.ui.picker;

import app.pitot.base.Texts;
import app.pitot.ui.common.Format;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Provider, id, and what is known of a model: context, price, advertised speed, retirement. */
final class ChoiceCell extends ListCell<ModelChoice> {
    private final Label id = new Label();
    private final Label place = new Label();
    private final Label facts = new Label();
    private final Label remark = new Label();
    private final VBox box;

    ChoiceCell() {
        id.getStyleClass().add("picker-id");
        id.setMinWidth(Region.USE_PREF_SIZE);
        facts.getStyleClass().addAll("text-secondary", "text-muted");
        remark.getStyleClass().addAll("text-secondary", "text-warn");
        remark.setMinWidth(0);
        place.getStyleClass().add("text-muted");
        var top = new HBox(10, id, place);
        top.setAlignment(Pos.BASELINE_LEFT);
        var below = new HBox(10, facts, remark);
        below.managedProperty().bind(facts.textProperty().isNotEmpty().or(remark.textProperty().isNotEmpty()));
        for (var label : List.of(facts, remark)) {
            label.managedProperty().bind(label.textProperty().isNotEmpty());
        }
        box = new VBox(1, top, below);
        box.setAlignment(Pos.CENTER_LEFT);
        // Never wider than the list: the facts are cut first, and the list needs no bar below.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(ModelChoice choice, boolean empty) {
        super.updateItem(choice, empty);
        if (empty || choice == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        id.setText(choice.model().id());
        place.setText(choice.place());
        facts.setText(facts(choice));
        remark.setText(remark(choice));
        setGraphic(box);
        setAccessibleText(
                String.join(", ", id.getText(), place.getText(), facts.getText(), remark.getText()));
    }

    static String facts(ModelChoice choice) {
        var model = choice.model();
        var facts = new ArrayList<String>();
        if (model.contextTokens() != null) {
            facts.add(Texts.get("picker.context", Format.count(model.contextTokens() / 1024)));
        }
        if (model.publishedSpeed() != null) {
            facts.add(Texts.get("picker.speed", Format.count(model.publishedSpeed())));
        }
        if (model.inputPrice() != null && model.outputPrice() != null) {
            facts.add(Texts.get("picker.price", dollars(model.inputPrice()), dollars(model.outputPrice())));
        }
        return String.join("  ·  ", facts);
    }

    private static String dollars(BigDecimal perMillion) {
        return perMillion.setScale(Math.max(2, perMillion.stripTrailingZeros().scale())).toPlainString();
    }

    static String remark(ModelChoice choice) {
        var model = choice.model();
        if (model.retiredOn() != null) {
            return model.replacement() == null
                    ? Texts.get("picker.retired", model.retiredOn())
                    : Texts.get("picker.retired.use", model.retiredOn(), model.replacement());
        }
        return choice.listed() ? "" : Texts.get("picker.unlisted");
    }
}
