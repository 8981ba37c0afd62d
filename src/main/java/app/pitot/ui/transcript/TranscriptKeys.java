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
    private final Runnable copy;

    TranscriptKeys(VirtualFlow<Row, RowCell> flow, TranscriptModel model, Follow follow, SelectionModel selection,
            SelectionMouse mouse, Runnable copy) {
        this.flow = flow;
        this.model = model;
        this.follow = follow;
        this.selection = selection;
        this.selecting = new SelectionKeys(flow, model.rows(), selection, mouse);
        this.copy = copy;
    }

    void pressed(KeyEvent event) {
        if (event.isAltDown()) {
            return;
        }
        boolean done;
        if (event.isShiftDown()) {
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
            case ESCAPE -> {
                if (selection.isEmpty()) {
                    return false; // it stops a running reply
                }
                selection.clear();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void selectAll() {
        if (!model.rows().isEmpty()) {
            model.placeAll();
            selection.select(model.rows().getFirst(), model.rows().getLast());
            follow.stop();
        }
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
