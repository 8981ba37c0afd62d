package app.pitot.ui.settings;

import app.pitot.api.HeaderDialects;
import app.pitot.base.Texts;
import app.pitot.provider.AccountEntry.Route;
import app.pitot.ui.connect.FormField;
import java.io.File;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/** How the endpoint is reached; folded until it is wanted, unless something is set. */
final class RouteSection extends FormSection {
    RouteSection(AccountFormModel form, boolean open) {
        super(Texts.get("form.connection"));
        var route = form.route();
        var switcher = new ToggleButton();
        switcher.setSelected(open);
        switcher.selectedProperty().subscribe(on -> switcher
                .setText(Texts.get(on ? "form.connection.less" : "form.connection.more")));
        var head = new HBox(12, switcher);
        head.setAlignment(Pos.CENTER_LEFT);
        var body = new VBox(18, dialect(form), new HeadersEditor(route), new ProxyEditor(route.proxy()),
                certificate(form), waits(route));
        shownWhile(body, switcher.selectedProperty());
        getChildren().addAll(FormField.help(Texts.get("form.connection.help")), head, body);
    }

    /** True if anything of it was set. */
    static boolean worthShowing(Route route, String dialect) {
        return !route.equals(Route.DIRECT) || dialect != null;
    }

    private static Node dialect(AccountFormModel form) {
        var own = form.provider().dialect().equals("auto")
                ? Texts.get("form.dialect.auto")
                : Texts.get("form.dialect.own", form.provider().name());
        var others = HeaderDialects.names().stream().filter(each -> !each.equals(form.provider().dialect())).toList();
        var list = Choices.orNone(others, own, each -> Texts.get("form.dialect." + each), form.dialect());
        list.setPrefWidth(320);
        return field("form.dialect", list, new SimpleStringProperty(""));
    }

    private static Node certificate(AccountFormModel form) {
        var route = form.route();
        var pem = new TextArea();
        pem.setPrefRowCount(4);
        pem.getStyleClass().add("pem");
        pem.textProperty().bindBidirectional(route.certificate());
        var choose = new Button(Texts.get("form.certificate.choose"));
        choose.setOnAction(_ -> choose(choose, form::readCertificate));
        var of = FormField.help("");
        of.textProperty().bind(route.certificateOf());
        shownWhile(of, route.certificateOf().isNotEmpty());
        return new VBox(6, field("form.certificate", pem, route.certificateProblem()), of, choose);
    }

    private static void choose(Node owner, Consumer<File> chosen) {
        var chooser = new FileChooser();
        chooser.setTitle(Texts.get("form.certificate.choose"));
        var file = chooser.showOpenDialog(owner.getScene().getWindow());
        if (file != null) {
            chosen.accept(file);
        }
    }

    private static Node waits(RouteModel route) {
        var title = new Label(Texts.get("form.waits"));
        title.getStyleClass().add("text-medium");
        var row = new FlowPane(16, 10, wait("form.wait.connect", route.connect()),
                wait("form.wait.answer", route.answer()), wait("form.wait.idle", route.idle()));
        return new VBox(8, title, row);
    }

    private static Node wait(String key, WaitModel model) {
        var field = text(model.text());
        field.setPromptText(Texts.get("form.wait.usual", model.usual()));
        var box = field(key, field, model.problem());
        box.setPrefWidth(190);
        return box;
    }
}
