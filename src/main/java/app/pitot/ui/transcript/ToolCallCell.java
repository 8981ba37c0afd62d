package app.pitot.ui.transcript;

import app.pitot.api.Harmless;
import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.RightToLeft;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** One call: the function's name, its arguments as code, and a box for the result. */
final class ToolCallCell extends RowCell {
    private static final int NAME = 80;
    private static final int SHOWN = 8_000;
    private static final int MOST_LINES = 12;

    private final ToolCalls.Call call;
    private final TextArea result = new TextArea();
    private final CheckBox empty = new CheckBox(Texts.get("tool.empty"));
    private final VBox box = new VBox();
    private final Label answer = new Label(Texts.get("tool.result"));
    private final HBox foot = new HBox(12);
    private final Subscription watch;

    ToolCallCell(ToolCallRow row) {
        super(row);
        call = row.call();
        box.getStyleClass().add("tool-call");
        box.getChildren().add(header());
        box.getChildren().add(arguments());
        if (!call.wellFormed()) {
            var note = new Label(Texts.get(call.arguments().isBlank() ? "tool.none" : "tool.malformed"));
            note.getStyleClass().add("tool-note");
            note.setWrapText(true);
            box.getChildren().add(note);
        }
        result.getStyleClass().addAll("text-mono", "tool-result");
        // Where it runs from right to left, it must not wrap.
        result.wrapTextProperty().bind(call.result().map(text -> !RightToLeft.any(text)));
        result.setPromptText(Texts.get("tool.result.prompt"));
        Describe.node(result, Texts.get("tool.result.name", shortName()), null);
        Describe.tooltip(result, null);
        result.textProperty().bindBidirectional(call.result());
        result.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        empty.selectedProperty().bindBidirectional(call.empty());
        empty.getStyleClass().add("tool-empty");
        empty.disableProperty().bind(call.result().isNotEmpty());
        answer.setLabelFor(result);
        answer.getStyleClass().add("tool-note");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getChildren().addAll(answer, space, empty);
        box.getChildren().addAll(foot, result);
        getNode().content(box);
        getNode().room(row.first() ? BETWEEN_BLOCKS : 8, 0);
        watch = Subscription.combine(row.calls().state().subscribe(this::show),
                call.result().subscribe(_ -> fit()));
    }

    @Override
    public void dispose() {
        watch.unsubscribe();
        result.textProperty().unbindBidirectional(call.result());
        empty.selectedProperty().unbindBidirectional(call.empty());
        empty.disableProperty().unbind();
    }

    private HBox header() {
        var name = new Label(shortName());
        name.getStyleClass().addAll("text-mono", "tool-name");
        name.setMinWidth(0);
        var kind = new Label(Texts.get("tool.kind"));
        kind.getStyleClass().add("tool-note");
        kind.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var copy = new CopyButton(Texts.get("transcript.copy"), Texts.get("tool.copy", shortName()), call::arguments);
        var header = new HBox(8, kind, name, space, copy);
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private Node arguments() {
        var all = call.arguments();
        var code = new Label(RightToLeft.label(all.length() > SHOWN ? all.substring(0, SHOWN) + "…" : all));
        code.getStyleClass().add("tool-arguments");
        code.setWrapText(true);
        code.setMaxWidth(Double.MAX_VALUE);
        code.setMinHeight(Region.USE_PREF_SIZE);
        code.setVisible(!all.isBlank());
        code.setManaged(!all.isBlank());
        return code;
    }

    private String shortName() {
        return Harmless.line(call.name(), NAME);
    }

    private void show(ToolCalls.State state) {
        boolean open = state == ToolCalls.State.OPEN;
        result.setEditable(open);
        empty.setVisible(open || call.empty().get());
        boolean nothing = state == ToolCalls.State.PASSED && call.result().get().isEmpty();
        for (var node : new ArrayList<Node>(List.of(foot, result))) {
            node.setVisible(!nothing);
            node.setManaged(!nothing);
        }
    }

    /** Tab leaves the box, as it does in the composer. */
    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            event.consume();
            result.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        }
    }

    private void fit() {
        long lines = call.result().get().lines().count();
        result.setPrefRowCount(Math.clamp(lines, 2, MOST_LINES));
    }
}
