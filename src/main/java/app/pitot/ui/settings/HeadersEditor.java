package app.pitot.ui.settings;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.connect.FormField;
import app.pitot.ui.connect.Said;
import app.pitot.ui.connect.SaidLine;
import app.pitot.ui.connect.SecretField;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The extra headers: add, change, remove. */
final class HeadersEditor extends VBox {
    private final RouteModel model;
    private final VBox rows = new VBox(8);

    HeadersEditor(RouteModel model) {
        super(6);
        this.model = model;
        var title = new Label(Texts.get("form.headers"));
        title.getStyleClass().add("text-medium");
        var add = new Button(Texts.get("form.header.add"));
        add.setOnAction(_ -> {
            model.addHeader();
            rows.getChildren().getLast().lookup(".text-field").requestFocus();
        });
        getChildren().addAll(title, rows, add, FormField.help(Texts.get("form.headers.help")));
        // Rows are kept, because their fields hold what was entered.
        model.headers().addListener((ListChangeListener<HeaderRow>) change -> {
            while (change.next()) {
                rows.getChildren().removeIf(each -> change.getRemoved().contains(each.getUserData()));
                change.getAddedSubList().forEach(each -> rows.getChildren().add(row(each)));
            }
        });
        model.headers().forEach(each -> rows.getChildren().add(row(each)));
    }

    private VBox row(HeaderRow row) {
        var name = FormSection.text(row.name());
        name.setPromptText(Texts.get("form.header.name.prompt"));
        name.setAccessibleText(Texts.get("form.header.name"));
        name.setPrefWidth(170);
        name.setMinWidth(90);
        var value = value(row);
        HBox.setHgrow(value, Priority.ALWAYS);
        var secret = new CheckBox(Texts.get("form.header.secret"));
        secret.setMinWidth(Region.USE_PREF_SIZE);
        secret.selectedProperty().bindBidirectional(row.secret());
        Describe.node(secret, Texts.get("form.header.secret"), Texts.get("form.header.secret.help"));
        var remove = new Button(Texts.get("form.header.remove"));
        remove.setMinWidth(Region.USE_PREF_SIZE);
        remove.setOnAction(_ -> model.remove(row));
        row.name().subscribe(now -> {
            Describe.node(remove, Texts.get("form.header.remove.name", now), null);
            Describe.tooltip(remove, null);
        });
        var line = new HBox(8, name, value, secret, remove);
        line.setAlignment(Pos.CENTER_LEFT);
        var complaint = new SaidLine(
                row.problem().map(text -> text.isEmpty() ? Said.NOTHING : Said.bad(text)));
        complaint.getStyleClass().add("text-secondary");
        var box = new VBox(2, line, complaint);
        box.setUserData(row);
        return box;
    }

    private static StackPane value(HeaderRow row) {
        var plain = new TextField();
        plain.setMinWidth(60);
        plain.textProperty().bindBidirectional(row.value());
        plain.setPromptText(Texts.get("form.header.value.prompt"));
        plain.setAccessibleText(Texts.get("form.header.value"));
        var hidden = new SecretField(row.entered(), Texts.get("form.header.value"),
                Texts.get(row.stored() == null ? "form.header.value.prompt" : "form.header.keep"));
        FormSection.shownWhile(plain, row.secret().not());
        FormSection.shownWhile(hidden, row.secret());
        return new StackPane(plain, hidden);
    }
}
