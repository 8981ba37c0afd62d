package app.pitot.ui.params;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import java.util.random.RandomGenerator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The seed, with a button that picks one which then stays. */
final class SeedControl extends HBox {
    /** Short enough to be read out, and a number for every endpoint. */
    private static final int BOUND = 1_000_000;

    private final NumberField<Long> field;

    SeedControl(ObjectProperty<Long> value, RandomGenerator random) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        field = new NumberField<>(Field.SEED, value, Long::valueOf, String::valueOf, Texts.get("param.seed.bad"));
        HBox.setHgrow(field, Priority.ALWAYS);
        var pick = new Button(Texts.get("param.seed.pick"));
        pick.getStyleClass().add("small");
        pick.setMinWidth(Region.USE_PREF_SIZE);
        pick.setOnAction(_ -> value.set((long) random.nextInt(BOUND)));
        Describe.node(pick, Texts.get("param.seed.pick"), Texts.get("param.seed.pick.help"));
        getChildren().addAll(field, pick);
    }

    ReadOnlyStringProperty problem() {
        return field.problem();
    }

    @Override
    public void requestFocus() {
        field.requestFocus();
    }
}
