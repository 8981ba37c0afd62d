package app.pitot.ui.transcript;

import javafx.scene.layout.StackPane;
import javafx.scene.text.TextFlow;
import javafx.util.Subscription;

/** A piece of unfolded reasoning. */
final class ReasoningTextCell extends RowCell {
    private final TextFlow flow = new TextFlow();
    private final Subscription watch;

    ReasoningTextCell(ReasoningTextRow row) {
        super(row);
        watch = row.text().subscribe(text -> FlowText.fill(flow, text.stripTrailing()));
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
        watch.unsubscribe();
    }
}
