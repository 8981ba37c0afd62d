package app.pitot.ui.transcript;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** What the user asked. */
public final class Question implements Message {
    private final String text;
    private final BooleanProperty hovered = new SimpleBooleanProperty();

    Question(String text) {
        this.text = text;
    }

    @Override
    public String markdown() {
        return text;
    }

    @Override
    public String plainText() {
        return text;
    }

    @Override
    public BooleanProperty hovered() {
        return hovered;
    }
}
