package app.pitot.ui.transcript;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A piece of a reply's reasoning, as plain text. */
public final class ReasoningTextRow implements Row {
    private final ReplyRows message;
    private final StringProperty text = new SimpleStringProperty("");

    ReasoningTextRow(ReplyRows message) {
        this.message = message;
    }

    @Override
    public ReplyRows message() {
        return message;
    }

    public StringProperty text() {
        return text;
    }
}
