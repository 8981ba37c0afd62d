package app.pitot.ui.transcript;

import app.pitot.base.Texts;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
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
    private static final double LINE = 40;
    private static final int SPOKEN = 4_000;

    private final TranscriptModel model;
    private final VirtualFlow<Row, RowCell> flow;
    private final EndBar bar;
    private final Follow follow;
    private final StackPane empty = new StackPane();
    private final Region ring = new Region();
    private boolean pressed;
    private final Button jump = new Button(Texts.get("transcript.jump"));

    /** @param opener asked to open links of replies, after they were checked */
    public TranscriptView(TranscriptModel model, LinkOpener opener) {
        this.model = model;
        flow = VirtualFlow.createVertical(model.rows(), new Cells(opener)::of);
        bar = new EndBar(flow);
        follow = new Follow(flow, model, new PulseTurns());
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
        bar.onUserMove(follow::moved);
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
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
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

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case UP -> by(-LINE);
            case DOWN -> by(LINE);
            case PAGE_UP -> by(-0.9 * flow.getHeight());
            case PAGE_DOWN -> by(0.9 * flow.getHeight());
            case HOME -> {
                if (!model.rows().isEmpty()) {
                    flow.showAsFirst(0);
                    follow.up();
                }
            }
            case END -> follow.toEnd();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void by(double pixels) {
        if (pixels < 0) {
            follow.up();
        } else {
            follow.moved();
        }
        flow.scrollYBy(pixels);
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
