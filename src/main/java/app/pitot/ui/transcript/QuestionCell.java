package app.pitot.ui.transcript;

import app.pitot.base.Texts;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import javafx.util.Subscription;

/** What the user asked, in a bubble at the right. */
final class QuestionCell extends RowCell {
    private static final int SHORT = 4_000;

    private final TextFlow flow;
    private final MessageBar bar;
    private final VersionSwitch versions;
    private Subscription whole = Subscription.EMPTY;

    QuestionCell(QuestionRow row) {
        super(row);
        var question = row.message();
        var words = question.words();
        flow = new TextFlow();
        flow.getStyleClass().add("prose");
        FlowText.fill(flow, words.length() > SHORT ? words.substring(0, SHORT) + "…" : words);
        var bubble = new VBox(flow);
        bubble.getStyleClass().add("question");
        if (!question.pictures().isEmpty()) {
            bubble.getChildren().addFirst(new PictureStrip(question.pictures()));
        }
        if (words.length() > SHORT) {
            var all = new Button(Texts.get("transcript.showAll", words.length()));
            all.getStyleClass().setAll("quiet-button");
            all.setOnAction(event -> question.whole().set(true));
            bubble.getChildren().add(all);
            whole = question.whole().subscribe(shown -> {
                FlowText.fill(flow, shown ? words : words.substring(0, SHORT) + "…");
                all.setVisible(!shown);
                all.setManaged(!shown);
            });
        }
        bubble.setFocusTraversable(false);
        bubble.setAccessibleRole(AccessibleRole.TEXT);
        bubble.setAccessibleText(Texts.get("transcript.question") + ": " + new FlowText(flow).text());
        bar = new MessageBar(question);
        versions = new VersionSwitch(question);
        versions.setAlignment(Pos.CENTER_RIGHT);
        getNode().content(new VBox(2, new BubbleLine(bar, bubble), versions));
        getNode().room(BETWEEN_MESSAGES, 4);
    }

    @Override
    public void dispose() {
        bar.dispose();
        versions.dispose();
        whole.unsubscribe();
    }

    @Override
    Selectable selectable() {
        return new FlowText(flow);
    }
}
