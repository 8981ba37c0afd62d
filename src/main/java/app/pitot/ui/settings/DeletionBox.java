package app.pitot.ui.settings;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.EnterFires;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** What there is of something, and the way to delete it. */
final class DeletionBox extends VBox {
    private final DeletionModel<?> model;
    private final String key;
    private final Button begin;
    private final Button yes = new Button();
    private final Button no = new Button();
    private final Node asked;
    private final Node working;

    /**
     * @param key the texts are below it; those of the two answers are told how many there are
     * @param name the style classes of its parts begin with it
     */
    DeletionBox(DeletionModel<?> model, String key, String name) {
        super(10);
        this.model = model;
        this.key = key;
        getStyleClass().add(name + "-box");
        var words = Page.words("");
        words.textProperty().bind(model.words());
        var question = Page.words("");
        question.textProperty().bind(model.question());
        asked = new VBox(10, question, new FlowPane(8, 8, no, yes));
        working = Page.quiet(Texts.get(key + ".working"));
        begin = new Button(Texts.get(key + ".delete"));
        begin.getStyleClass().add(name + "-delete");
        yes.getStyleClass().addAll("danger", name + "-yes");
        Describe.node(begin, begin.getText(), Texts.get(key + ".delete.help"));
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
        int count = model.count().get();
        yes.setText(Texts.get(key + ".yes", count));
        no.setText(Texts.get(key + ".no", count));
        shown(begin, step == DeletionModel.Step.IDLE && count > 0);
        boolean wasAsked = asked.isVisible();
        shown(asked, step == DeletionModel.Step.ASKED);
        shown(working, step == DeletionModel.Step.WORKING);
        if (asked.isVisible() && !wasAsked) {
            no.requestFocus();
        }
    }

    private static void shown(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
