package app.pitot.ui.compare.answers;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.RightToLeft;
import app.pitot.ui.compare.answers.AnswersModel.Form;
import app.pitot.ui.transcript.Clip;
import app.pitot.ui.transcript.Details;
import app.pitot.ui.transcript.Entry;
import app.pitot.ui.transcript.LinkOpener;
import app.pitot.ui.transcript.MarkedTextView;
import app.pitot.ui.transcript.ScrollPlace;
import app.pitot.ui.transcript.TranscriptModel;
import app.pitot.ui.transcript.TranscriptView;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One answer: who gave it, its length and its text. */
final class AnswerColumn extends VBox {
    private final TranscriptModel transcript;
    private final TranscriptView rendered;
    private final MarkedTextView marked = new MarkedTextView();
    private final Label letter = new Label();
    private final Label provider = new Label();
    private final Label model = new Label();
    private final Label tag = new Label(Texts.get("answers.chosen"));
    private final Label facts = new Label();
    private final Button best = new Button(Texts.get("answers.best"));
    private final Button copy = new Button(Texts.get("answers.copy"));
    private final HBox head;
    private Answer shown;
    private Form form;

    /** @param votes told the lane whose answer is the best */
    AnswerColumn(TranscriptModel transcript, LinkOpener links, Consumer<Integer> votes) {
        this.transcript = transcript;
        this.rendered = new TranscriptView(transcript, links);
        getStyleClass().addAll("surface", "answer-column");
        letter.getStyleClass().add("answer-letter");
        letter.setMinWidth(Region.USE_PREF_SIZE);
        provider.getStyleClass().add("text-muted");
        model.getStyleClass().add("text-strong");
        provider.setMinWidth(0);
        model.setMinWidth(0);
        tag.getStyleClass().addAll("tag", "text-good");
        tag.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        best.getStyleClass().addAll("small", "primary");
        copy.getStyleClass().add("small");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        best.setMinWidth(Region.USE_PREF_SIZE);
        best.setOnAction(_ -> votes.accept(shown.lane()));
        copy.setOnAction(_ -> Clip.markdown(shown.text()));
        head = new HBox(8, letter, provider, model, tag, space, best, copy);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("answer-head");
        facts.getStyleClass().addAll("text-secondary", "text-muted", "answer-facts");
        facts.setWrapText(true);
        facts.setMinHeight(Region.USE_PREF_SIZE);
        var body = new StackPane(rendered, marked);
        body.setMinHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head, facts, body);
        setMinWidth(0);
        setMinHeight(0);
    }

    ScrollPlace place() {
        return form == Form.RENDERED ? rendered.place() : marked.place();
    }

    /** @param moved called after one of its texts was scrolled */
    void onMove(Runnable moved) {
        rendered.place().onMove(moved);
        marked.place().onMove(moved);
    }

    /**
     * @param base letter of the answer that the others are compared with
     * @param votable true if this one could be named the best
     */
    void show(Answer answer, Form how, String base, boolean votable) {
        letter.setText(answer.letter());
        provider.setText(RightToLeft.label(answer.provider()));
        model.setText(RightToLeft.label(answer.model()));
        show(provider, !answer.provider().isEmpty());
        Describe.tooltip(model, answer.model().isEmpty() ? null : answer.who());
        show(tag, answer.chosen());
        show(best, votable && !answer.text().isBlank());
        Describe.node(best, Texts.get("answers.best.name", answer.letter()), Texts.get("answers.best.help"));
        show(copy, !answer.text().isBlank());
        Describe.node(copy, Texts.get("answers.copy.name", answer.letter()), Texts.get("answers.copy.help"));
        facts.setText(how == Form.DIFFERENCES ? AnswerWords.compared(answer, base) : answer.facts());
        show(facts, !facts.getText().isEmpty());
        boolean plain = how == Form.DIFFERENCES && !answer.text().isBlank();
        rendered.setVisible(!plain);
        marked.setVisible(plain);
        if (plain) {
            if (form != how || shown == null || !answer.text().equals(shown.text())
                    || answer.difference() != shown.difference()) {
                marked.show(answer.difference() == null
                        ? MarkedLines.plain(answer.text())
                        : MarkedLines.of(answer.difference()));
            }
        } else if (form != how || shown == null || !same(answer, shown)) {
            render(answer);
        }
        shown = answer;
        form = plain ? how : Form.RENDERED;
    }

    private void render(Answer answer) {
        transcript.clear();
        transcript.add(List.of(new Entry.Replied(answer.who(), answer.text(), answer.reasoning(), "", List.of(),
                Details.NONE, answer.notice() == null ? List.of() : List.of(answer.notice()))));
        rendered.toTop();
    }

    private static boolean same(Answer one, Answer other) {
        return one.text().equals(other.text()) && one.reasoning().equals(other.reasoning())
                && one.who().equals(other.who())
                && (one.notice() == null ? other.notice() == null : one.notice().equals(other.notice()));
    }

    private static void show(Region node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }
}
