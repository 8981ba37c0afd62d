package app.pitot.ui.picker;

import app.pitot.base.Texts;
import app.pitot.ui.offer.OfferWords;
import app.pitot.ui.picker.PickerRow.Group;
import java.util.ArrayList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The line above an account's models: its name, its provider, where its key is, its plan, and what is wrong with its list. */
final class GroupBox extends HBox {
    private final Label name = new Label();
    private final Label place = new Label();
    private final Label hidden = new Label();
    private final Label state = new Label();

    GroupBox() {
        super(8);
        getStyleClass().add("picker-group");
        setAlignment(Pos.BOTTOM_LEFT);
        name.getStyleClass().addAll("text-medium", "text-lane");
        name.setMinWidth(Region.USE_PREF_SIZE);
        place.getStyleClass().addAll("text-secondary", "text-muted");
        place.setMinWidth(0);
        hidden.getStyleClass().addAll("text-secondary", "text-muted");
        hidden.setMinWidth(0);
        state.getStyleClass().addAll("text-secondary", "text-muted");
        state.setMinWidth(0);
        for (var label : new Label[]{place, state, hidden}) {
            label.managedProperty().bind(label.textProperty().isNotEmpty());
        }
        getChildren().addAll(name, place, state, hidden);
    }

    /** @return what it says, for a screen reader */
    String show(Group group) {
        var account = group.offer().account();
        var parts = new ArrayList<>(OfferWords.place(account));
        parts.add(account.plan() == null ? parts.size() : parts.size() - 1, account.keyLabel());
        name.setText(parts.getFirst());
        place.setText(String.join("  ·  ", parts.subList(1, parts.size())));
        hidden.setText(group.hidden() == 0 ? "" : Texts.get("picker.hidden", group.hidden()));
        var listing = group.offer().listing();
        boolean failed = listing.problem() != null && !listing.busy();
        state.getStyleClass().removeAll("text-warn", "text-muted");
        state.getStyleClass().add(failed ? "text-warn" : "text-muted");
        state.setText(listing.busy() ? Texts.get("picker.fetching") : failed ? Texts.get("picker.failed") : "");
        return String.join(", ", name.getText(), place.getText(), state.getText(), hidden.getText());
    }

    String showTyped(String modelId) {
        name.setText(Texts.get("picker.typed", modelId));
        place.setText(Texts.get("picker.typed.help"));
        state.setText("");
        hidden.setText("");
        return name.getText() + ", " + place.getText();
    }
}
