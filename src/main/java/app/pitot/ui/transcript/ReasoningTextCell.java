package app.pitot.ui.transcript;

import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A piece of unfolded reasoning. */
final class ReasoningTextCell extends RowCell {
    private final Text text = new Text();
    private final TextFlow flow;

    ReasoningTextCell(ReasoningTextRow row) {
        super(row);
        text.getStyleClass().add("run");
        text.textProperty().bind(row.text().map(String::stripTrailing));
        flow = new TextFlow(text);
        flow.getStyleClass().addAll("prose", "thought");
        var frame = new StackPane(flow);
        frame.getStyleClass().add("thought-frame");
        getNode().content(frame);
        getNode().room(0, 0);
    }

    @Override
    Selectable selectable() {
        return new FlowText(flow);
    }

    @Override
    public void dispose() {
        text.textProperty().unbind();
    }
}
