package app.pitot.ui.settings;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.EnterFires;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** What there is of backups, and the way to delete them. */
final class BackupsBox extends VBox {
    private final BackupsModel model;
    private final Button begin = button("settings.data.backups.delete");
    private final Button yes = new Button();
    private final Button no = new Button();
    private final Node asked;
    private final Node working = Page.quiet(Texts.get("settings.data.backups.working"));

    BackupsBox(BackupsModel model) {
        super(10);
        this.model = model;
        getStyleClass().add("backups-box");
        var words = Page.words("");
        words.textProperty().bind(model.words());
        var question = Page.words("");
        question.textProperty().bind(model.question());
        asked = new VBox(10, question, new FlowPane(8, 8, no, yes));
        begin.getStyleClass().add("backups-delete");
        yes.getStyleClass().addAll("danger", "backups-yes");
        Describe.node(begin, Texts.get("settings.data.backups.delete"), Texts.get("settings.data.backups.delete.help"));
        begin.setOnAction(_ -> model.ask());
        yes.setOnAction(_ -> model.delete());
        no.setOnAction(_ -> {
            model.keep();
            begin.requestFocus();
        });
        EnterFires.below(begin);
        EnterFires.below(asked);
        getChildren().addAll(words, begin, asked, working);
        model.count().subscribe(_ -> show());
        model.step().subscribe(_ -> show());
        show();
        model.look();
    }

    private void show() {
        var step = model.step().get();
        yes.setText(Texts.get("settings.data.backups.yes", model.count().get()));
        no.setText(Texts.get("settings.data.backups.no", model.count().get()));
        shown(begin, step == BackupsModel.Step.IDLE && model.count().get() > 0);
        boolean wasAsked = asked.isVisible();
        shown(asked, step == BackupsModel.Step.ASKED);
        shown(working, step == BackupsModel.Step.WORKING);
        if (asked.isVisible() && !wasAsked) {
            no.requestFocus();
        }
    }

    private static void shown(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private static Button button(String key) {
        return new Button(Texts.get(key));
    }
}
