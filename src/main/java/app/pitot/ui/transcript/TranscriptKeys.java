package app.pitot.ui.transcript;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.flowless.VirtualFlow;

/** What the keys do while the transcript has the focus. */
final class TranscriptKeys {
    private static final double LINE = 40;

    private final VirtualFlow<Row, RowCell> flow;
    private final TranscriptModel model;
    private final Follow follow;
    private final SelectionModel selection;
    private final SelectionKeys selecting;
    private final Chosen chosen;
    private final Runnable copy;
    private final Runnable menu;

    TranscriptKeys(VirtualFlow<Row, RowCell> flow, TranscriptModel model, Follow follow, SelectionModel selection,
            SelectionMouse mouse, Chosen chosen, Runnable copy, Runnable menu) {
        this.flow = flow;
        this.model = model;
        this.follow = follow;
        this.selection = selection;
        this.selecting = new SelectionKeys(flow, model.rows(), selection, mouse);
        this.chosen = chosen;
        this.copy = copy;
        this.menu = menu;
    }

    void pressed(KeyEvent event) {
        boolean done;
        if (event.isAltDown()) {
            done = !event.isShiftDown() && !event.isShortcutDown() && choose(event.getCode());
        } else if (event.isShiftDown()) {
            done = isMove(event.getCode()) && selecting.extend(event);
            if (done) {
                follow.stop();
            }
        } else {
            done = event.isShortcutDown() ? shortcut(event.getCode()) : plain(event.getCode());
        }
        if (done) {
            event.consume();
        }
    }

    private boolean choose(KeyCode code) {
        if (code != KeyCode.UP && code != KeyCode.DOWN) {
            return false;
        }
        follow.stop();
        chosen.move(code == KeyCode.UP ? -1 : 1);
        return true;
    }

    /** Runs what {@code kind} is for the message that the keyboard is at; false if it has no such action. */
    private boolean act(MessageAction.Kind kind) {
        var message = chosen.message();
        if (message == null) {
            return false;
        }
        var action = message.actions().get().stream().filter(each -> each.kind() == kind).findFirst();
        action.ifPresent(found -> found.run().run());
        return action.isPresent();
    }

    private boolean shortcut(KeyCode code) {
        return switch (code) {
            case A -> {
                selectAll();
                yield true;
            }
            case C -> {
                if (selection.isEmpty()) {
                    yield false;
                }
                copy.run();
                yield true;
            }
            case HOME -> plain(KeyCode.HOME);
            case END -> plain(KeyCode.END);
            default -> false;
        };
    }

    private boolean plain(KeyCode code) {
        switch (code) {
            case UP -> by(-LINE);
            case DOWN -> by(LINE);
            case PAGE_UP -> by(-0.9 * flow.getHeight());
            case PAGE_DOWN -> by(0.9 * flow.getHeight());
            case HOME -> {
                if (!model.rows().isEmpty()) {
                    model.place(model.messages().getFirst());
                    flow.showAsFirst(0);
                    follow.up();
                }
            }
            case END -> follow.toEnd();
            case ENTER -> {
                if (chosen.message() == null) {
                    return false;
                }
                menu.run();
            }
            case F2 -> {
                return act(MessageAction.Kind.EDIT);
            }
            case ESCAPE -> {
                if (selection.isEmpty() && chosen.message() == null) {
                    return false; // it stops a running reply
                }
                selection.clear();
                chosen.clear();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The message that the keyboard is at, and all once that is selected. */
    private void selectAll() {
        var message = chosen.message();
        int start = message == null ? -1 : model.start(message);
        int end = start;
        while (end >= 0 && model.rows().get(end + 1).message() == message) {
            end++;
        }
        if (start >= 0 && !selection.covers(model.rows().get(start), model.rows().get(end))) {
            selection.select(model.rows().get(start), model.rows().get(end));
        } else if (!model.rows().isEmpty()) {
            model.placeAll();
            selection.select(model.rows().getFirst(), model.rows().getLast());
        }
        follow.stop();
    }

    private void by(double pixels) {
        flow.scrollYBy(pixels);
        if (pixels < 0) {
            follow.up();
        } else {
            follow.moved();
        }
    }

    private static boolean isMove(KeyCode code) {
        return code.isArrowKey() || code == KeyCode.HOME || code == KeyCode.END || code == KeyCode.PAGE_UP
                || code == KeyCode.PAGE_DOWN;
    }
}
