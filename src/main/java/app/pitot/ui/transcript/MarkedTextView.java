package app.pitot.ui.transcript;

import app.pitot.base.Texts;
import app.pitot.ui.common.RightToLeft;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.fxmisc.flowless.Cell;
import org.fxmisc.flowless.VirtualFlow;

/** Plain text with marks, line by line: only the lines in sight have nodes. JavaFX thread only. */
public final class MarkedTextView extends StackPane {
    private static final double STEP = 40;
    private static final int SPOKEN = 4_000;

    private final ObservableList<MarkedLine> lines = FXCollections.observableArrayList();
    private final VirtualFlow<MarkedLine, Cell<MarkedLine, Node>> flow = VirtualFlow.createVertical(lines,
            MarkedTextView::cell);
    private final ScrollPlace place = new ScrollPlace(flow, () -> {});

    public MarkedTextView() {
        var bar = new EndBar(flow);
        var ring = new Region();
        getStyleClass().addAll("transcript", "marked-text");
        getStylesheets().add(MarkedTextView.class.getResource("transcript.css").toExternalForm());
        ring.getStyleClass().add("ring");
        ring.setMouseTransparent(true);
        StackPane.setAlignment(bar, Pos.CENTER_RIGHT);
        getChildren().addAll(flow, bar, ring);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> requestFocus());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Shows {@code text} from its beginning. */
    public void show(List<MarkedLine> text) {
        lines.setAll(text);
        if (!lines.isEmpty()) {
            flow.showAsFirst(0);
        }
        var spoken = text.stream().map(MarkedTextView::spoken).collect(Collectors.joining("\n"));
        setAccessibleText(spoken.length() > SPOKEN ? spoken.substring(0, SPOKEN) : spoken);
    }

    public ScrollPlace place() {
        return place;
    }

    private void key(KeyEvent event) {
        if (lines.isEmpty()) {
            return;
        }
        switch (event.getCode()) {
            case UP -> flow.scrollYBy(-STEP);
            case DOWN -> flow.scrollYBy(STEP);
            case PAGE_UP -> flow.scrollYBy(STEP - getHeight());
            case PAGE_DOWN, SPACE -> flow.scrollYBy(getHeight() - STEP);
            case HOME -> flow.showAsFirst(0);
            case END -> flow.showAsLast(lines.size() - 1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private static String spoken(MarkedLine line) {
        return line.parts().stream().map(part -> switch (part.mark()) {
            case NONE -> part.text();
            case ADDED -> Texts.get("answers.spoken.added", part.text());
            case REMOVED -> Texts.get("answers.spoken.removed", part.text());
        }).collect(Collectors.joining());
    }

    private static Cell<MarkedLine, Node> cell(MarkedLine line) {
        var words = new TextFlow();
        words.getStyleClass().addAll("prose", "marked-line");
        for (var part : line.parts()) {
            for (var piece : RightToLeft.pieces(part.text())) {
                var text = new Text(piece);
                text.getStyleClass().add("run");
                if (part.mark() != MarkedLine.Mark.NONE) {
                    text.getStyleClass().add(part.mark() == MarkedLine.Mark.ADDED ? "added" : "removed");
                }
                words.getChildren().add(text);
            }
        }
        if (line.parts().isEmpty()) {
            // As high as a line of text.
            var text = new Text(" ");
            text.getStyleClass().add("run");
            words.getChildren().add(text);
        }
        return Cell.wrapNode(words);
    }
}
