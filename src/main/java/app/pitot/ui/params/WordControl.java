package app.pitot.ui.params;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;

/** One of a few words, side by side. Pressing the chosen one again takes the choice back. */
final class WordControl<T> extends FlowPane {
    private final Property<T> value;
    private final Function<T, String> words;
    private final T none;

    /** @param none what stands for no choice */
    WordControl(Property<T> value, T none, Function<T, String> words) {
        super(4, 4);
        this.value = value;
        this.none = none;
        this.words = words;
        value.subscribe(_ -> select());
    }

    /** Offers these, in order. */
    void offer(List<T> choices) {
        var now = getChildren().stream().map(javafx.scene.Node::getUserData).toList();
        if (!now.equals(choices)) {
            getChildren().setAll(choices.stream().map(this::button).toList());
            select();
        }
    }

    @Override
    public void requestFocus() {
        if (!getChildren().isEmpty()) {
            getChildren().getFirst().requestFocus();
        }
    }

    private ToggleButton button(T choice) {
        var button = new ToggleButton(words.apply(choice));
        button.getStyleClass().add("small");
        button.setMnemonicParsing(false);
        button.setUserData(choice);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> {
            value.setValue(button.isSelected() ? choice : none);
            select();
        });
        return button;
    }

    private void select() {
        getChildren().forEach(
                each -> ((ToggleButton) each).setSelected(each.getUserData().equals(value.getValue())));
    }
}
