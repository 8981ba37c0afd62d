package app.pitot.ui.transcript;

import app.pitot.base.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;

/** Sends the results once each call has one, and says that nothing is run here. */
final class ToolSendCell extends RowCell {
    private final ToolCalls calls;
    private final Button send = new Button();
    private final Label hint = new Label();
    private final Subscription watch;

    ToolSendCell(ToolSendRow row) {
        super(row);
        calls = row.calls();
        send.getStyleClass().addAll("notice-button", "tool-send");
        send.setText(Texts.get("tool.send", calls.calls().size()));
        send.setAccessibleHelp(Texts.get("tool.hint"));
        send.setMinWidth(Button.USE_PREF_SIZE);
        send.setOnAction(_ -> calls.send());
        hint.getStyleClass().add("tool-note");
        hint.setWrapText(true);
        HBox.setHgrow(hint, Priority.ALWAYS);
        var line = new HBox(12, send, hint);
        line.setAlignment(Pos.CENTER_LEFT);
        getNode().content(line);
        getNode().room(8, 0);
        watch = Subscription.combine(calls.state().subscribe(_ -> show()), calls.complete().subscribe(_ -> show()));
    }

    @Override
    public void dispose() {
        watch.unsubscribe();
    }

    private void show() {
        boolean open = calls.state().get() == ToolCalls.State.OPEN;
        boolean complete = calls.complete().get();
        send.setVisible(open);
        send.setManaged(open);
        send.setDisable(!complete);
        hint.setText(Texts.get(switch (calls.state().get()) {
            case ANSWERED -> "tool.answered";
            case PASSED -> "tool.passed";
            case OPEN -> complete ? "tool.hint" : "tool.hint.missing";
        }));
    }
}
