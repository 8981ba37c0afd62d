package app.pitot.ui.transcript;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What a reply is doing while there is nothing else to see: "connecting", "waiting 1.2 s". */
public final class StateRow implements Row {
    private final ReplyRows message;
    private final StringProperty text = new SimpleStringProperty("");

    StateRow(ReplyRows message) {
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
