package app.pitot.ui.usage;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.usage.Grouping;
import app.pitot.usage.Span;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** What is asked: which days, told apart by what, and whether with the simulator. */
final class ChoiceBar extends FlowPane {
    private static final double FIELD = 104;
    private final UsageModel model;

    ChoiceBar(UsageModel model) {
        super(14, 8);
        this.model = model;
        getStyleClass().add("usage-choices");
        setRowValignment(VPos.CENTER);
        var kinds = new SegmentBar<>(model.kind(), kind -> words("usage.span.", kind), kind -> words("usage.span.help.",
                kind));
        kinds.offer(List.of(Span.Kind.values()));
        var by = new SegmentBar<>(model.by(), each -> words("usage.by.", each), each -> words("usage.by.help.", each));
        by.offer(List.of(Grouping.values()));
        var lead = new Label(Texts.get("usage.by"));
        lead.getStyleClass().add("text-muted");
        lead.setMinWidth(Region.USE_PREF_SIZE);
        var grouped = new HBox(8, lead, by);
        grouped.setAlignment(Pos.CENTER_LEFT);
        var simulated = new CheckBox(Texts.get("usage.simulated"));
        simulated.selectedProperty().bindBidirectional(model.simulated());
        simulated.setMinWidth(Region.USE_PREF_SIZE);
        Describe.node(simulated, simulated.getText(), Texts.get("usage.simulated.help"));
        getChildren().addAll(kinds, own(), grouped, simulated);
    }

    private static String words(String prefix, Enum<?> value) {
        return Texts.get(prefix + value.name().toLowerCase(Locale.ROOT));
    }

    private HBox own() {
        var between = new Label(Texts.get("usage.own.to"));
        between.getStyleClass().add("text-muted");
        between.setMinWidth(Region.USE_PREF_SIZE);
        var trouble = new Label();
        trouble.getStyleClass().add("text-bad");
        trouble.setMinWidth(0);
        trouble.textProperty().bind(Bindings.createStringBinding(
                () -> model.own().get() == null ? "" : model.own().get().problem(), model.own()));
        trouble.visibleProperty().bind(trouble.textProperty().isNotEmpty());
        trouble.managedProperty().bind(trouble.visibleProperty());
        var box = new HBox(8, field("usage.own.first", model.from(), true), between,
                field("usage.own.last", model.to(), false), trouble);
        box.setAlignment(Pos.CENTER_LEFT);
        box.visibleProperty().bind(model.kind().isEqualTo(Span.Kind.OWN));
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private TextField field(String key, StringProperty day, boolean first) {
        var field = new TextField();
        field.setPrefWidth(FIELD);
        field.setMinWidth(FIELD);
        field.textProperty().bindBidirectional(day);
        Describe.node(field, Texts.get(key), Texts.get("usage.own.help"));
        model.own().subscribe(own -> {
            boolean wrong = own != null && !own.problem().isEmpty() && own.first() == first;
            field.getStyleClass().remove("error");
            if (wrong) {
                field.getStyleClass().add("error");
            }
            field.setAccessibleHelp(wrong ? own.problem() : Texts.get("usage.own.help"));
        });
        return field;
    }
}
