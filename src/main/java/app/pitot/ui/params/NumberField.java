package app.pitot.ui.params;

import app.pitot.base.Texts;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TextField;

/** A text field for a number that may be missing. What cannot be read is said and leaves the value as it was. */
final class NumberField<T> extends TextField {
    private final ObjectProperty<T> value;
    private final Function<String, T> read;
    private final Function<T, String> write;
    private final String bad;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /** @param bad what the field takes, as a sentence */
    NumberField(Field field, ObjectProperty<T> value, Function<String, T> read, Function<T, String> write, String bad) {
        this.value = value;
        this.read = read;
        this.write = write;
        this.bad = bad;
        setPromptText(Texts.get("param.default"));
        setAccessibleText(field.words());
        setAccessibleHelp(Texts.get(field.key() + ".help"));
        show();
        value.addListener((_, _, now) -> {
            if (!isFocused() || !Objects.equals(now, parsed(getText()))) {
                show();
            }
        });
        textProperty().addListener((_, _, text) -> typed(text));
        focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                show();
            }
        });
    }

    /** What is wrong with the text; empty if nothing is. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    private void show() {
        setText(value.get() == null ? "" : write.apply(value.get()));
    }

    private void typed(String text) {
        boolean good = text.isBlank() || parsed(text) != null;
        getStyleClass().remove("error");
        if (good) {
            value.set(parsed(text));
            problem.set("");
        } else {
            getStyleClass().add("error");
            problem.set(value.get() == null
                    ? Texts.get("parameters.kept.none", bad)
                    : Texts.get("parameters.kept", bad, write.apply(value.get())));
        }
    }

    /** The value of a text; null if it is blank or cannot be read. */
    private T parsed(String text) {
        try {
            return text.isBlank() ? null : read.apply(text.strip());
        } catch (NumberFormatException notANumber) {
            return null; // the field is marked, and the words below it say what it takes
        }
    }
}
