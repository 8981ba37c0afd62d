package app.pitot.ui.picker;

import app.pitot.base.Texts;
import app.pitot.ui.common.Format;
import java.math.BigDecimal;
import java.util.ArrayList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Provider, id, and what is known of a model: context, price, advertised speed, retirement. */
final class ChoiceCell extends ListCell<ModelChoice> {
    private final Label provider = new Label();
    private final Label id = new Label();
    private final Label facts = new Label();
    private final Label remark = new Label();
    private final VBox box;

    ChoiceCell() {
        provider.getStyleClass().add("text-muted");
        provider.setMinWidth(Region.USE_PREF_SIZE);
        id.getStyleClass().add("picker-id");
        facts.getStyleClass().addAll("text-secondary", "text-muted");
        remark.getStyleClass().addAll("text-secondary", "text-warn");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var top = new HBox(8, provider, id, space, facts);
        top.setAlignment(Pos.CENTER_LEFT);
        facts.setMinWidth(Region.USE_PREF_SIZE);
        box = new VBox(1, top, remark);
        remark.managedProperty().bind(remark.textProperty().isNotEmpty());
        prefWidthProperty().set(0);
    }

    @Override
    protected void updateItem(ModelChoice choice, boolean empty) {
        super.updateItem(choice, empty);
        if (empty || choice == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        provider.setText(choice.place());
        id.setText(choice.model().id());
        facts.setText(facts(choice));
        remark.setText(remark(choice));
        setGraphic(box);
        setAccessibleText(
                String.join(", ", provider.getText(), id.getText(), facts.getText(), remark.getText()));
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
