package app.pitot.ui.compare.answers;

import app.pitot.base.Texts;
import app.pitot.compare.Vote;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.EnterFires;
import app.pitot.ui.compare.answers.AnswersModel.Form;
import app.pitot.ui.transcript.LinkOpener;
import app.pitot.ui.transcript.TranscriptModel;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The answers of one round side by side, as columns that scroll sideways where there is no room for all. */
public final class AnswersView extends VBox {
    /** Narrower columns could not be read. */
    private static final double NARROWEST = 270;
    private static final double GAP = 12;

    private final AnswersModel model;
    private final TranscriptModel pattern;
    private final LinkOpener links;
    private final AnswersBar bar;
    private final ScrollTogether together;
    private final HBox columns = new HBox(GAP);
    private final ScrollPane scroll = new ScrollPane(columns);
    private final Label empty = new Label();
    private final Label legend = new Label(Texts.get("answers.legend"));
    private final Label note = new Label();
    private final Button tie = new Button(Texts.get("answers.tie"));
    private final Button next = new Button(Texts.get("answers.next"));
    private final HBox voting = new HBox(10, note, tie, next);
    private final List<AnswerColumn> shown = new ArrayList<>();

    /** @param pattern how transcripts are made: {@link TranscriptModel#another} is asked of it for each column */
    public AnswersView(AnswersModel model, TranscriptModel pattern, LinkOpener links) {
        this.model = model;
        this.pattern = pattern;
        this.links = links;
        this.bar = new AnswersBar(model);
        this.together = new ScrollTogether(model.together()::get);
        getStyleClass().add("answers");
        getStylesheets()
                .add(AnswersView.class.getResource("/app/pitot/ui/compare/answers/answers.css").toExternalForm());
        note.setWrapText(true);
        note.getStyleClass().add("text-muted");
        HBox.setHgrow(note, Priority.ALWAYS);
        note.setMaxWidth(Double.MAX_VALUE);
        note.setMinHeight(Region.USE_PREF_SIZE);
        button(tie, "answers.tie.help", () -> model.vote(Vote.TIE));
        button(next, "answers.next.help", () -> model.choose(model.face().get().next()));
        voting.setAlignment(Pos.CENTER_LEFT);
        voting.getStyleClass().add("answers-voting");
        legend.getStyleClass().addAll("text-secondary", "text-muted");
        legend.setWrapText(true);
        empty.getStyleClass().add("empty-state");
        empty.setWrapText(true);
        empty.setMaxWidth(460);
        scroll.setFitToHeight(true);
        scroll.setFitToWidth(true);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(0);
        columns.setFillHeight(true);
        // The pane around them would take the focus from the text that was pressed.
        columns.addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
        var middle = new StackPane(scroll, empty);
        middle.setMinHeight(0);
        VBox.setVgrow(middle, Priority.ALWAYS);
        getChildren().addAll(bar, voting, legend, middle);
        EnterFires.below(this);
        model.face().subscribe(this::show);
    }

    private void show(AnswersFace face) {
        bar.show(face);
        bar.setDisable(face.round() == 0 && !model.blindProperty().get());
        var words = face.hidden() ? face.note() : face.tally();
        note.setText(face.round() == 0 ? "" : words);
        boolean next = !face.hidden() && face.next() > 0;
        show(tie, face.votable());
        show(this.next, next);
        show(voting, face.round() > 0 && (!words.isEmpty() || next));
        boolean differences = model.form().get() == Form.DIFFERENCES;
        show(legend, differences && face.answers().size() > 1);
        empty.setText(face.round() == 0 ? Texts.get("answers.empty") : "");
        scroll.setVisible(face.round() > 0);
        while (shown.size() > face.answers().size()) {
            together.remove(shown.removeLast());
        }
        while (shown.size() < face.answers().size()) {
            var column = new AnswerColumn(pattern.another(), links, model::vote);
            HBox.setHgrow(column, Priority.ALWAYS);
            // Columns that are wanted alike wide share the room alike.
            column.setMinWidth(NARROWEST);
            column.setPrefWidth(NARROWEST);
            together.add(column);
            shown.add(column);
        }
        if (!columns.getChildren().equals(shown)) {
            columns.getChildren().setAll(shown);
        }
        for (int i = 0; i < shown.size(); i++) {
            shown.get(i).show(face.answers().get(i), model.form().get(), AnswersBar.base(face).letter(),
                    face.votable());
        }
    }

    private static void button(Button button, String help, Runnable does) {
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> does.run());
        Describe.node(button, button.getText(), Texts.get(help));
    }

    private static void show(Region node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }
}
