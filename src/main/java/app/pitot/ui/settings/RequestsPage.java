package app.pitot.ui.settings;

import app.pitot.base.Texts;
import app.pitot.ui.connect.FormField;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.TextField;

/** For how long what requests send and receive is kept, and the way to delete it. */
final class RequestsPage extends Page {
    private static final int COLUMNS = 7;

    private final BodiesModel model;

    /** @param model null if nothing is kept here */
    RequestsPage(BodiesModel model) {
        super(SettingsSection.REQUESTS);
        this.model = model;
        if (model == null) {
            getChildren().add(quiet(Texts.get("settings.requests.nowhere")));
            return;
        }
        getChildren().addAll(words(Texts.get("settings.requests.what")),
                field("settings.requests.days", model.days(), model.daysProblem()),
                field("settings.requests.megabytes", model.megabytes(), model.megabytesProblem()),
                quiet(Texts.get("settings.requests.less")), heading(Texts.get("settings.requests.now")),
                new DeletionBox(model, "settings.requests", "bodies"), quiet(Texts.get("settings.requests.file")),
                quiet(Texts.get("settings.requests.keys")));
    }

    private FormField field(String key, StringProperty value, ReadOnlyStringProperty problem) {
        var field = new TextField();
        field.setPrefColumnCount(COLUMNS);
        field.setMaxWidth(USE_PREF_SIZE);
        field.textProperty().bindBidirectional(value);
        field.setOnAction(_ -> model.leave());
        field.focusedProperty().subscribe((_, focused) -> {
            if (!focused) {
                model.leave();
            }
        });
        return new FormField(Texts.get(key), field, Texts.get(key + ".help"), problem);
    }
}
