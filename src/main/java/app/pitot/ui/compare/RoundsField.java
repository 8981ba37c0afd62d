package app.pitot.ui.compare;

import app.pitot.compare.ComparisonSetup;
import javafx.beans.property.IntegerProperty;
import javafx.scene.control.TextField;

/** A whole number of rounds in a text field: what cannot be read is marked, and taken back when the field is left. */
final class RoundsField {
    private static final String ERROR = "error";

    private final TextField field;
    private final IntegerProperty rounds;

    RoundsField(TextField field, IntegerProperty rounds) {
        this.field = field;
        this.rounds = rounds;
        rounds.subscribe(now -> {
            if (!field.getText().strip().equals(now.toString())) {
                field.setText(now.toString());
            }
        });
        field.textProperty().addListener((_, _, typed) -> read(typed));
        field.focusedProperty().addListener((_, _, here) -> {
            if (!here) {
                field.setText(String.valueOf(rounds.get()));
            }
        });
    }

    private void read(String typed) {
        field.getStyleClass().removeAll(ERROR);
        try {
            int wanted = Integer.parseInt(typed.strip());
            if (wanted >= 1 && wanted <= ComparisonSetup.MOST_ROUNDS) {
                rounds.set(wanted);
                return;
            }
        } catch (NumberFormatException notYet) {
            // Marked below, as what is out of bounds.
        }
        field.getStyleClass().add(ERROR);
    }
}
