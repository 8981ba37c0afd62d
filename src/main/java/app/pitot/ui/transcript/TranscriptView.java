package app.pitot.ui.transcript;

import app.pitot.base.Texts;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualFlow;

/**
 * Shows a {@link TranscriptModel}: only the rows in sight have nodes. It follows the end while the user is there. Use on
 * the JavaFX thread only; colours come from the looked-up names of the palette.
 */
public final class TranscriptView extends StackPane {
    private static final PseudoClass RING = PseudoClass.getPseudoClass("ring");
    private static final int SPOKEN = 4_000;

    private final TranscriptModel model;
    private final VirtualFlow<Row, RowCell> flow;
    private final SelectionModel selection;
    private final SelectionMouse mouse;
    private final TranscriptKeys keys;
    private final EndBar bar;
    private final Follow follow;
    private final StackPane empty = new StackPane();
    private final Region ring = new Region();
    private boolean pressed;
    private final Button jump = new Button(Texts.get("transcript.jump"));

    /** @param opener asked to open links of replies, after they were checked */
    public TranscriptView(TranscriptModel model, LinkOpener opener) {
        this.model = model;
        selection = new SelectionModel(model.rows());
        flow = VirtualFlow.createVertical(model.rows(), new Cells(opener, this::marks)::of);
        bar = new EndBar(flow);
        follow = new Follow(flow, model, new PulseTurns());
        mouse = new SelectionMouse(flow, model, selection, follow::stop);
        keys = new TranscriptKeys(flow, model, follow, selection, mouse, () -> Clip.plain(selected().plain()));
        getStyleClass().add("transcript");
        getStylesheets().add(TranscriptView.class.getResource("transcript.css").toExternalForm());
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        setAccessibleText(Texts.get("transcript.name"));
        jump.getStyleClass().setAll("jump-button");
        jump.setVisible(false);
        jump.setOnAction(event -> toEnd());
        StackPane.setAlignment(jump, Pos.BOTTOM_CENTER);
        empty.getStyleClass().add("empty-state");
        StackPane.setAlignment(bar, Pos.CENTER_RIGHT);
        ring.getStyleClass().add("ring");
        ring.setMouseTransparent(true);
        getChildren().addAll(flow, bar, empty, jump, ring);
        listen();
    }

    /** What is shown while there is no message; null for nothing. */
    public void setEmptyState(Node node) {
        empty.getChildren().clear();
        if (node != null) {
            empty.getChildren().add(node);
        }
    }

    /** Scrolls to the end and follows it. */
    public void toEnd() {
        follow.toEnd();
    }

    /** True while the end is kept in sight. */
    public boolean isFollowing() {
        return follow.following().get();
    }

    private void listen() {
        model.edits().addListener((property, was, is) -> changed());
        model.ends().addListener((property, was, is) -> follow.toEnd());
        model.finished().addListener((property, was, reply) -> speak(reply));
        flow.heightProperty().addListener((property, was, is) -> follow.changed());
        flow.widthProperty().addListener((property, was, is) -> follow.changed());
        follow.following().addListener((property, was, is) -> jump.setVisible(!is));
        flow.addEventFilter(ScrollEvent.SCROLL, event -> {
            if (event.getDeltaY() > 0) {
                follow.up();
            } else {
                follow.moved();
            }
        });
        bar.onUserMove(by -> {
            if (by < 0) {
                follow.up();
            } else {
                follow.moved();
            }
        });
        selection.changes().addListener((property, was, is) -> mark());
        flow.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (!takesFocus(event.getTarget())) {
                pressed = true;
                requestFocus();
                pressed = false;
                pseudoClassStateChanged(RING, false);
            }
        });
        // Not :focus-visible, which knows the Tab key only: a shortcut that comes here must be seen to arrive, too.
        focusedProperty().addListener((property, was, is) -> pseudoClassStateChanged(RING, is && !pressed));
        addEventHandler(KeyEvent.KEY_PRESSED, keys::pressed);
        changed();
    }

    private void changed() {
        empty.setVisible(model.rows().isEmpty());
        flow.setVisible(!model.rows().isEmpty());
        follow.changed();
    }

    private void speak(ReplyRows reply) {
        if (reply != null) {
            var text = reply.plainText();
            setAccessibleText(Texts.get("transcript.reply", reply.title(),
                    text.length() > SPOKEN ? text.substring(0, SPOKEN) : text));
        }
    }

    private List<Mark> marks(Row row) {
        var selected = selection.of(row);
        return selected == null ? List.of() : List.of(selected);
    }

    /** Only rows in sight are painted; the others are asked when they come into it. */
    private void mark() {
        flow.visibleCells().forEach(RowCell::mark);
    }

    private SelectedText selected() {
        return selection.isEmpty() ? null : new SelectedText(model.rows(), selection.range());
    }

    private void menu(ContextMenuEvent event) {
        var spot = mouse.spot(new Point2D(event.getX(), event.getY()));
        var message = spot == null ? null : spot.row().message();
        if (message != null || !selection.isEmpty()) {
            TranscriptMenu.of(message, selected()).show(flow, event.getScreenX(), event.getScreenY());
            event.consume();
        }
    }

    /** True for a control inside, or a part of one, that keeps the focus for itself when pressed. */
    private boolean takesFocus(Object target) {
        for (var node = target instanceof Node start ? start : this; node != this; node = node.getParent()) {
            if (node.isFocusTraversable()) {
                return true;
            }
        }
        return false;
    }
}
