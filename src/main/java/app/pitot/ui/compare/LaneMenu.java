package app.pitot.ui.compare;

import app.pitot.base.Texts;
import app.pitot.ui.transcript.Clip;
import app.pitot.ui.transcript.ReplyRows;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** What can be done with a lane: the same by mouse, by keyboard and in the context menu. */
final class LaneMenu {
    private static final KeyCombination LEFT = new KeyCodeCombination(KeyCode.LEFT, KeyCombination.ALT_DOWN);
    private static final KeyCombination RIGHT = new KeyCodeCombination(KeyCode.RIGHT, KeyCombination.ALT_DOWN);
    private static final KeyCombination TWICE = new KeyCodeCombination(KeyCode.D, KeyCombination.SHORTCUT_DOWN);

    private final CompareModel model;
    private final LaneModel lane;
    private final LaneActions actions;
    private final Node anchor;

    /** @param anchor where the list of models opens */
    LaneMenu(CompareModel model, LaneModel lane, LaneActions actions, Node anchor) {
        this.model = model;
        this.lane = lane;
        this.actions = actions;
        this.anchor = anchor;
    }

    /** As things stand now. */
    List<MenuItem> items() {
        var setup = model.setup();
        int at = setup.lanes().indexOf(lane);
        boolean runs = model.run().active();
        var stop = item("compare.lane.stop", null, !model.run().takesPart(lane), () -> model.run().stop(lane));
        var copy = item("compare.lane.copy", null, answer().isEmpty(), () -> Clip.plain(answer()));
        return List.of(item("compare.lane.choose", null, runs, () -> actions.choose().accept(lane, anchor)),
                item("compare.lane.parameters", null, false, () -> actions.parameters().accept(lane)),
                new SeparatorMenuItem(),
                item("compare.lane.duplicate", TWICE, runs || setup.full(), () -> setup.duplicate(lane)),
                item("compare.lane.left", LEFT, runs || at <= 0, () -> setup.move(lane, -1)),
                item("compare.lane.right", RIGHT, runs || at >= setup.lanes().size() - 1,
                        () -> setup.move(lane, 1)),
                item("compare.lane.remove", null, runs, () -> setup.remove(lane)),
                new SeparatorMenuItem(), copy,
                item("compare.lane.again", null, !model.canAskAgain(lane), () -> model.askAgain(lane)), stop);
    }

    /** The keys that the menu names. */
    void key(KeyEvent event) {
        if (model.run().active()) {
            return;
        }
        if (LEFT.match(event)) {
            event.consume();
            model.setup().move(lane, -1);
        } else if (RIGHT.match(event)) {
            event.consume();
            model.setup().move(lane, 1);
        } else if (TWICE.match(event)) {
            event.consume();
            model.setup().duplicate(lane);
        }
    }

    private String answer() {
        return lane.live().transcript().messages().stream().filter(ReplyRows.class::isInstance)
                .map(message -> message.markdown()).reduce("", (_, next) -> next);
    }

    private static MenuItem item(String key, KeyCombination keys, boolean off, Runnable does) {
        var item = new MenuItem(Texts.get(key));
        item.setMnemonicParsing(false);
        // Shown only: the lane itself acts on the keys.
        item.setAccelerator(keys);
        item.setDisable(off);
        item.setOnAction(_ -> does.run());
        return item;
    }
}
