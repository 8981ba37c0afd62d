package app.pitot.ui.chat;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the user set for the next requests. An empty or null value is not sent. JavaFX thread only. */
public final class Parameters {
    /**
     * The cap that a new window starts with. Providers set the cap aside before they answer, and without one they take up
     * to the whole context, so a modest one leaves room for more requests in a minute.
     */
    public static final int STARTING_MAX_TOKENS = 2_048;

    private final StringProperty systemPrompt = new SimpleStringProperty("");
    private final ObjectProperty<Double> temperature = new SimpleObjectProperty<>();
    private final ObjectProperty<Integer> maxTokens = new SimpleObjectProperty<>(STARTING_MAX_TOKENS);

    public StringProperty systemPrompt() {
        return systemPrompt;
    }

    /** 0 to 2, or null for the provider's own default. */
    public ObjectProperty<Double> temperature() {
        return temperature;
    }

    /** At least 1, or null for no cap. */
    public ObjectProperty<Integer> maxTokens() {
        return maxTokens;
    }
}
