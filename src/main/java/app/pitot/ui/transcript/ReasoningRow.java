package app.pitot.ui.transcript;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The line that folds and unfolds a reply's reasoning. */
public final class ReasoningRow implements Row {
    private final ReplyRows message;
    private final StringProperty summary = new SimpleStringProperty("");
    private final BooleanProperty expanded = new SimpleBooleanProperty();

    ReasoningRow(ReplyRows message) {
        this.message = message;
    }

    @Override
    public ReplyRows message() {
        return message;
    }

    /** Length and time as words, e.g. "412 tokens · 0.14 s"; empty while unknown. */
    public StringProperty summary() {
        return summary;
    }

    /** Whether the text is shown below. */
    public BooleanProperty expanded() {
        return expanded;
    }
}
