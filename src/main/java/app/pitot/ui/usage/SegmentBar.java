package app.pitot.ui.usage;

import app.pitot.ui.common.Describe;
import java.util.Collection;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** One of several, beside each other as one control; the Tab key stops at the chosen one, the arrow keys choose another. */
final class SegmentBar<T> extends HBox {
    private final Property<T> chosen;
    private final Function<T, String> words;
    private final Function<T, String> help;

    /** @param help null if the words say it all */
    SegmentBar(Property<T> chosen, Function<T, String> words, Function<T, String> help) {
        this.chosen = chosen;
        this.words = words;
        this.help = help;
        getStyleClass().add("segments");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(Region.USE_PREF_SIZE);
        addEventFilter(KeyEvent.KEY_PRESSED, this::step);
        chosen.addListener((_, _, _) -> mark());
    }

    /** What can be chosen, in this order. */
    void offer(Collection<T> values) {
        getChildren().clear();
        for (var value : values) {
            var button = new ToggleButton(words.apply(value));
            button.setUserData(value);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(_ -> {
                chosen.setValue(value);
                mark();
            });
            Describe.node(button, words.apply(value), help == null ? null : help.apply(value));
            getChildren().add(button);
        }
        for (int i = 0; i < getChildren().size(); i++) {
            boolean first = i == 0;
            boolean last = i == getChildren().size() - 1;
            getChildren().get(i).getStyleClass()
                    .add(first && last ? "only" : first ? "first" : last ? "last" : "inner");
        }
        mark();
    }

    /** Gives the focus to the chosen one. */
    void focus() {
        getChildren().stream().filter(this::isChosen).forEach(Node::requestFocus);
    }

    private boolean isChosen(Node button) {
        return button.getUserData().equals(chosen.getValue());
    }

    private void mark() {
        for (var each : getChildren()) {
            ((ToggleButton) each).setSelected(isChosen(each));
            each.setFocusTraversable(isChosen(each) || chosen.getValue() == null);
        }
    }

    private void step(KeyEvent event) {
        int by = switch (event.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            default -> 0;
        };
        if (by == 0) {
            return;
        }
        event.consume();
        for (int i = 0; i < getChildren().size(); i++) {
            if (isChosen(getChildren().get(i))) {
                int next = Math.clamp(i + by, 0, getChildren().size() - 1);
                ((ToggleButton) getChildren().get(next)).fire();
                focus();
                return;
            }
        }
    }
}
