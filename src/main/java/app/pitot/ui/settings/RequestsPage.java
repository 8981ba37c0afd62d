package app.pitot.ui.settings;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.EnterFires;
import app.pitot.ui.connect.FormField;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** For how long what requests send and receive is kept, and the way to delete it. */
final class RequestsPage extends Page {
    private static final int COLUMNS = 7;

    private final BodiesModel model;
    private final Button begin = new Button(Texts.get("settings.requests.delete"));
    private final Button yes = new Button(Texts.get("settings.requests.yes"));
    private final Button no = new Button(Texts.get("settings.requests.no"));
    private final Node asked;
    private final Node working = quiet(Texts.get("settings.requests.working"));

    /** @param model null if nothing is kept here */
    RequestsPage(BodiesModel model) {
        super(SettingsSection.REQUESTS);
        this.model = model;
        var question = words("");
        asked = new VBox(10, question, new FlowPane(8, 8, no, yes));
        if (model == null) {
            getChildren().add(quiet(Texts.get("settings.requests.nowhere")));
            return;
        }
        question.textProperty().bind(model.question());
        var kept = words("");
        kept.textProperty().bind(model.words());
        begin.getStyleClass().add("bodies-delete");
        yes.getStyleClass().addAll("danger", "bodies-yes");
        Describe.node(begin, Texts.get("settings.requests.delete"), Texts.get("settings.requests.delete.help"));
        begin.setOnAction(_ -> model.ask());
        yes.setOnAction(_ -> model.delete());
        no.setOnAction(_ -> {
            model.keep();
            begin.requestFocus();
        });
        EnterFires.below(begin);
        EnterFires.below(asked);
        getChildren().addAll(words(Texts.get("settings.requests.what")),
                field("settings.requests.days", model.days(), model.daysProblem()),
                field("settings.requests.megabytes", model.megabytes(), model.megabytesProblem()),
                quiet(Texts.get("settings.requests.less")), heading(Texts.get("settings.requests.now")), kept, begin,
                asked,
                working, quiet(Texts.get("settings.requests.file")), quiet(Texts.get("settings.requests.keys")));
        model.any().subscribe(_ -> show());
        model.step().subscribe(_ -> show());
        show();
        model.look();
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

    private void show() {
        var step = model.step().get();
        shown(begin, step == BodiesModel.Step.IDLE && model.any().get());
        boolean wasAsked = asked.isVisible();
        shown(asked, step == BodiesModel.Step.ASKED);
        shown(working, step == BodiesModel.Step.WORKING);
        if (asked.isVisible() && !wasAsked) {
            no.requestFocus();
        }
    }

    private static void shown(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
