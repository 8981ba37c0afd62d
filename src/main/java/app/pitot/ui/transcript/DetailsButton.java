package app.pitot.ui.transcript;

import app.pitot.base.Texts;
import javafx.scene.control.Button;

/** Opens the details of one reply's request, which are laid out only then. */
final class DetailsButton extends Button {
    private DetailsPopup popup;

    DetailsButton(Details details) {
        super(Texts.get("details.button"));
        getStyleClass().setAll("quiet-button", "details-button");
        setAccessibleText(details.title());
        setMinWidth(USE_PREF_SIZE);
        setOnAction(_ -> {
            if (popup == null) {
                popup = new DetailsPopup(details);
            }
            if (popup.isShowing()) {
                popup.hide();
            } else {
                popup.show(this);
            }
        });
    }

    DetailsPopup popup() {
        return popup;
    }
}
