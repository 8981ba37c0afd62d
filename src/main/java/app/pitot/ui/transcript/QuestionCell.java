package app.pitot.ui.transcript;

import app.pitot.base.Texts;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** What the user asked, in a bubble at the right. */
final class QuestionCell extends RowCell {
    private static final int SHORT = 4_000;

    private final TextFlow flow;

    QuestionCell(QuestionRow row) {
        super(row);
        var question = row.message();
        var words = question.words();
        var cut = words.length() > SHORT && !question.whole().get();
        var text = new Text(cut ? words.substring(0, SHORT) + "…" : words);
        text.getStyleClass().add("run");
        flow = new TextFlow(text);
        flow.getStyleClass().add("prose");
        var bubble = new VBox(flow);
        bubble.getStyleClass().add("question");
        if (cut) {
            var all = new Button(Texts.get("transcript.showAll", words.length()));
            all.getStyleClass().setAll("quiet-button");
            all.setOnAction(event -> {
                question.whole().set(true);
                text.setText(words);
                bubble.getChildren().remove(all);
            });
            bubble.getChildren().add(all);
        }
        bubble.setFocusTraversable(false);
        bubble.setAccessibleRole(AccessibleRole.TEXT);
        bubble.setAccessibleText(Texts.get("transcript.question") + ": " + text.getText());
        var copy = new CopyButton(Texts.get("transcript.copy"), Texts.get("transcript.copyMessage"),
                question::plainText);
        Reveal.on(copy, question);
        var line = new BubbleLine(copy, bubble);
        getNode().content(line);
        getNode().room(BETWEEN_MESSAGES, 4);
    }

    @Override
    Selectable selectable() {
        return new FlowText(flow);
    }
}
