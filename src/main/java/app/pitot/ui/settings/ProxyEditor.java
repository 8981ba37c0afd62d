package app.pitot.ui.settings;

import app.pitot.base.Texts;
import app.pitot.provider.Connection.Proxy.Kind;
import app.pitot.ui.connect.FormField;
import app.pitot.ui.connect.SecretField;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Which proxy, and who we are there. */
final class ProxyEditor extends VBox {
    ProxyEditor(ProxyModel model) {
        super(8);
        var title = new Label(Texts.get("form.proxy"));
        title.getStyleClass().add("text-medium");
        var kinds = new HBox(16);
        var group = new ToggleGroup();
        for (var kind : new Kind[]{null, Kind.HTTP, Kind.SOCKS}) {
            var button = new RadioButton(
                    Texts.get("form.proxy." + (kind == null ? "none" : kind.name().toLowerCase(Locale.ROOT))));
            button.setToggleGroup(group);
            button.setSelected(model.kind().get() == kind);
            button.setOnAction(_ -> model.kind().set(kind));
            kinds.getChildren().add(button);
        }
        var host = new FormField(Texts.get("form.proxy.host"), FormSection.text(model.host()), "",
                model.hostProblem());
        HBox.setHgrow(host, Priority.ALWAYS);
        var number = FormSection.text(model.port());
        number.setPrefWidth(90);
        var port = new FormField(Texts.get("form.proxy.port"), number, "", model.portProblem());
        port.setMinWidth(90);
        var place = new HBox(10, host, port);
        place.setAlignment(Pos.TOP_LEFT);
        var user = new FormField(Texts.get("form.proxy.user"), FormSection.text(model.user()), "",
                model.userProblem());
        var password = new FormField(Texts.get("form.proxy.password"),
                new SecretField(model.password(), Texts.get("form.proxy.password"),
                        model.stored() == null ? "" : Texts.get("form.proxy.password.keep")),
                "", model.password().problem());
        FormSection.shownWhile(password, model.user().map(each -> !each.isBlank()));
        var more = new VBox(10, place, user, password);
        FormSection.shownWhile(more, model.kind().isNotNull());
        getChildren().addAll(title, kinds, more);
    }
}
