package app.pitot.ui.transcript;

import app.pitot.base.Texts;
import app.pitot.base.Ticker;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
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
    private final Chosen chosen;
    private final FindModel find;
    private final Finds finds;
    private final FindBar findBar;
    private final EndBar bar;
    private final Follow follow;
    private final StackPane empty = new StackPane();
    private final Region ring = new Region();
    private final EventHandler<KeyEvent> typed = event -> model().typing().pressed();
    private boolean pressed;
    private final IntegerProperty zoom = new SimpleIntegerProperty(Zoom.USUAL);
    private ContextMenu menu;
    private final Button jump = new Button(Texts.get("transcript.jump"));

    /** @param opener asked to open links of replies, after they were checked */
    public TranscriptView(TranscriptModel model, LinkOpener opener) {
        this(model, opener, ColumnPane.MARGIN);
    }

    /** The same with less or more empty room at each side. @param margin in pixels */
    public TranscriptView(TranscriptModel model, LinkOpener opener, double margin) {
        this.model = model;
        flow = VirtualFlow.createVertical(model.rows(), new Cells(opener, this::marks, margin)::of);
        // Behind the flow, which must hear first of rows that went: a selection that goes with them has the rest painted anew.
        selection = new SelectionModel(model.rows());
        bar = new EndBar(flow);
        follow = new Follow(flow, model, new PulseTurns());
        find = new FindModel(model, Ticker.system(), new PulseTurns());
        finds = new Finds(flow, model, find);
        findBar = new FindBar(find, this::showFind, this::requestFocus);
        chosen = new Chosen(flow, model, this::mark, this::setAccessibleText);
        mouse = new SelectionMouse(flow, model, selection, follow::stop);
        keys = new TranscriptKeys(flow, model, follow, selection, mouse, chosen, this::copy, this::menu);
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
        StackPane.setAlignment(findBar, Pos.TOP_RIGHT);
        getChildren().addAll(flow, bar, empty, jump, ring, findBar);
        listen();
    }

    /** What is shown while there is no message; null for nothing. */
    public void setEmptyState(Node node) {
        empty.getChildren().clear();
        if (node != null) {
            empty.getChildren().add(node);
        }
    }

    /** What it shows. */
    public TranscriptModel model() {
        return model;
    }

    /** Scrolls to the end and follows it. */
    public void toEnd() {
        follow.toEnd();
    }

    /** Shows the beginning, and does not follow the end. Without effect if nothing is shown. */
    public void toTop() {
        if (!model.rows().isEmpty()) {
            follow.stop();
            flow.showAsFirst(0);
        }
    }

    /**
     * Shows the last notice from its beginning on where it is larger than the room, and does not follow the end then. Without effect
     * if there is none.
     */
    public void toNotice() {
        for (int at = model.rows().size() - 1; at >= 0; at--) {
            if (model.rows().get(at) instanceof NoticeRow) {
                boolean begins = flow.getCellIfVisible(at)
                        .map(cell -> cell.getNode().getBoundsInParent().getMinY() >= 0).orElse(false);
                if (!begins) {
                    follow.stop();
                    flow.showAsFirst(at);
                }
                return;
            }
        }
    }

    /** How far it is scrolled. */
    public ScrollPlace place() {
        return new ScrollPlace(flow, follow::stop);
    }

    /** Size of the text in percent; beyond 80 and 200 it is drawn as these. */
    public IntegerProperty zoom() {
        return zoom;
    }

    /** Makes the text larger or smaller by a step, and keeps the place where one reads. */
    public void zoomBy(int step) {
        zoom.set(Zoom.step(zoom.get(), step));
    }

    /** Opens the bar to find words in the conversation. */
    public void find() {
        findBar.open();
    }

    /** Goes to the next find, or to the one before with -1. */
    public void find(int step) {
        findBar.go(step);
    }

    /** Scrolls to {@code message}, wherever it is, and puts the keyboard there. Without effect if it is not shown. */
    public void reveal(Message message) {
        if (model.messages().contains(message)) {
            follow.stop();
            requestFocus();
            chosen.choose(message);
        }
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
        follow.following().addListener((property, was, is) -> jump.setVisible(!is && follow.scrollable()));
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
        zoom.addListener((property, was, is) -> zoomed());
        find.changes().addListener((property, was, is) -> mark());
        selection.changes().addListener((property, was, is) -> mark());
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            chosen.clear();
            if (!takesFocus(event.getTarget())) {
                pressed = true;
                requestFocus();
                pressed = false;
                pseudoClassStateChanged(RING, false);
            }
        });
        // Not :focus-visible, which knows the Tab key only: a shortcut that comes here must be seen to arrive, too.
        focusedProperty().addListener((property, was, is) -> pseudoClassStateChanged(RING, is && !pressed));
        focusWithinProperty().addListener((property, was, is) -> {
            if (!is) {
                chosen.clear();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, keys::pressed);
        sceneProperty().subscribe((was, is) -> {
            if (was != null) {
                was.removeEventFilter(KeyEvent.KEY_PRESSED, typed);
            }
            if (is != null) {
                is.addEventFilter(KeyEvent.KEY_PRESSED, typed);
            }
        });
        changed();
    }

    private void changed() {
        empty.setVisible(model.rows().isEmpty());
        flow.setVisible(!model.rows().isEmpty());
        follow.changed();
    }

    private void speak(ReplyRows reply) {
        if (reply != null) {
            var text = reply.plainText(SPOKEN);
            setAccessibleText(Texts.get("transcript.reply", reply.title(),
                    text.length() > SPOKEN ? text.substring(0, SPOKEN) : text));
        }
    }

    private List<Mark> marks(Row row) {
        var marks = new ArrayList<>(finds.of(row));
        var selected = selection.of(row);
        if (selected != null) {
            marks.add(selected);
        }
        if (row.message() != null && row.message() == chosen.message()) {
            marks.add(new Mark(0, Integer.MAX_VALUE, Mark.Kind.CHOSEN));
        }
        return marks;
    }

    /** Only rows in sight are painted; the others are asked when they come into it. */
    private void mark() {
        flow.visibleCells().forEach(RowCell::mark);
    }

    private SelectedText selected() {
        return selection.isEmpty() ? null : new SelectedText(model.rows(), selection.range());
    }

    private void zoomed() {
        int first = flow.isVisible() ? flow.getFirstVisibleIndex() : -1;
        double top = first < 0
                ? 0
                : flow.getCellIfVisible(first).map(cell -> cell.getNode().getBoundsInParent().getMinY()).orElse(0.0);
        getStylesheets().set(0, Zoom.sheet(zoom.get()));
        if (isFollowing()) {
            follow.changed();
        } else if (first >= 0) {
            flow.showAtOffset(first, top);
        }
    }

    private void showFind() {
        follow.stop();
        finds.bring();
    }

    private void copy() {
        Clip.plain(selected().plain());
    }

    private void menu(ContextMenuEvent event) {
        if (event.isKeyboardTrigger()) {
            menu();
        } else {
            var spot = mouse.spot(flow.screenToLocal(event.getScreenX(), event.getScreenY()));
            menu(spot == null ? null : spot.row().message(), event.getScreenX(), event.getScreenY());
        }
        event.consume();
    }

    /** For the message that the keyboard is at, beside it. */
    private void menu() {
        if (chosen.message() == null) {
            chosen.move(-1);
        }
        var message = chosen.message();
        if (message != null) {
            flow.layout();
            var at = flow.getCellIfVisible(model.start(message)).map(cell -> cell.getNode().content())
                    .map(node -> node.localToScreen(node.getBoundsInLocal())).orElse(localToScreen(getLayoutBounds()));
            menu(message, at.getMinX(), Math.max(at.getMinY(), localToScreen(getLayoutBounds()).getMinY()) + 8);
        }
    }

    private void menu(Message message, double x, double y) {
        if (menu != null) {
            menu.hide();
        }
        if (message != null || !selection.isEmpty()) {
            menu = TranscriptMenu.of(message, selected());
            menu.show(this, x, y);
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
