package app.pitot.ui.picker;

import app.pitot.base.Texts;
import app.pitot.provider.Capability;
import app.pitot.ui.common.Format;
import app.pitot.ui.offer.OfferWords;
import app.pitot.ui.picker.PickerRow.Kind;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A model's id and what is known of it: context, price, limits, capabilities, own figures, retirement. */
final class ChoiceBox extends VBox {
    private static final String BETWEEN = "  ·  ";

    private final Label id = new Label();
    private final Label name = new Label();
    private final Label remark = new Label();
    private final Label own = new Label();
    private final Label facts = new Label();
    private final ZoneId zone;

    ChoiceBox(ZoneId zone) {
        super(1);
        this.zone = zone;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("picker-choice");
        id.getStyleClass().add("picker-id");
        name.getStyleClass().addAll("text-secondary", "text-muted");
        remark.getStyleClass().addAll("text-secondary", "text-warn");
        own.getStyleClass().addAll("text-secondary", "text-accent");
        facts.getStyleClass().addAll("text-secondary", "text-muted");
        name.setMinWidth(0);
        remark.setMinWidth(0);
        facts.setMinWidth(0);
        own.setMinWidth(Region.USE_PREF_SIZE);
        for (var label : new Label[]{name, remark, own}) {
            label.managedProperty().bind(label.textProperty().isNotEmpty());
        }
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        // The id gives way last: what is cut can be read in the Models view.
        id.setMinWidth(80);
        HBox.setHgrow(remark, Priority.SOMETIMES);
        var top = new HBox(10, id, name, remark, space, own);
        top.setAlignment(Pos.BASELINE_LEFT);
        facts.managedProperty().bind(facts.textProperty().isNotEmpty());
        getChildren().addAll(top, facts);
    }

    /** @return what it says, for a screen reader */
    String show(PickerRow.Item item, LocalDate today) {
        var choice = item.choice();
        var model = choice.model();
        if (item.kind() == Kind.TYPED) {
            var place = OfferWords.place(choice.account());
            id.setText(place.getFirst());
            name.setText(String.join(BETWEEN, place.subList(1, place.size())));
        } else {
            id.setText(model.id());
            name.setText(model.name().equals(model.id()) ? "" : model.name());
        }
        remark.setText(remark(item, today));
        own.setText(OfferWords.measured(choice.entry().measured(), zone));
        facts.setText(facts(item));
        return String.join(", ", model.id(), OfferWords.place(choice.account()).getFirst(), name.getText(),
                remark.getText(), own.getText(), facts.getText());
    }

    private String remark(PickerRow.Item item, LocalDate today) {
        var words = OfferWords.remark(item.choice().entry(), today, zone);
        return words.isEmpty() && item.kind() == Kind.UNLISTED ? Texts.get("picker.unlisted") : words;
    }

    /** Empty if nothing is known of the model but its id. */
    static String facts(PickerRow.Item item) {
        if (item.kind() == Kind.TYPED) {
            return "";
        }
        var choice = item.choice();
        var model = choice.model();
        var facts = new ArrayList<String>();
        add(facts, OfferWords.contexts(choice.account(), model));
        add(facts, OfferWords.prices(model));
        add(facts, OfferWords.limits(choice.account(), model.id()));
        if (model.publishedSpeed() != null) {
            facts.add(Texts.get("picker.speed", Format.count(model.publishedSpeed())));
        }
        if (model.extras().capabilities() != null || OfferWords.has(model, Capability.REASONING)) {
            add(facts, OfferWords.capabilities(model));
        }
        return String.join(BETWEEN, facts);
    }

    private static void add(ArrayList<String> facts, String fact) {
        if (!fact.isEmpty()) {
            facts.add(fact);
        }
    }
}
