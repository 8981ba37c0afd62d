package app.pitot.ui.picker;

import app.pitot.base.Texts;
import app.pitot.ui.offer.OfferWords;
import app.pitot.ui.picker.PickerRow.Group;
import java.util.ArrayList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The line above an account's models: its name, its provider and plan, and what is wrong with its list. */
final class GroupBox extends HBox {
    private final Label name = new Label();
    private final Label place = new Label();
    private final Label state = new Label();

    GroupBox() {
        super(8);
        getStyleClass().add("picker-group");
        setAlignment(Pos.BOTTOM_LEFT);
        name.getStyleClass().addAll("text-medium", "text-lane");
        name.setMinWidth(Region.USE_PREF_SIZE);
        place.getStyleClass().addAll("text-secondary", "text-muted");
        place.setMinWidth(0);
        state.getStyleClass().addAll("text-secondary", "text-muted");
        state.setMinWidth(0);
        getChildren().addAll(name, place, state);
    }

    /** @return what it says, for a screen reader */
    String show(Group group) {
        var account = group.offer().account();
        var parts = OfferWords.place(account);
        name.setText(parts.getFirst());
        place.setText(String.join("  ·  ", parts.subList(1, parts.size())));
        var listing = group.offer().listing();
        var words = new ArrayList<String>();
        if (group.hidden() > 0) {
            words.add(Texts.get("picker.hidden", group.hidden()));
        }
        if (listing.busy()) {
            words.add(Texts.get("picker.fetching"));
        } else if (listing.problem() != null) {
            words.add(Texts.get("picker.failed"));
        }
        boolean failed = listing.problem() != null && !listing.busy();
        state.getStyleClass().removeAll("text-warn", "text-muted");
        state.getStyleClass().add(failed ? "text-warn" : "text-muted");
        state.setText(String.join("  ·  ", words));
        return String.join(", ", name.getText(), place.getText(), state.getText());
    }

    String showTyped(String modelId) {
        name.setText(Texts.get("picker.typed", modelId));
        place.setText(Texts.get("picker.typed.help"));
        state.setText("");
        return name.getText() + ", " + place.getText();
    }
}
