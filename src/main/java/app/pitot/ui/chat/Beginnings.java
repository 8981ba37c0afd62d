package app.pitot.ui.chat;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

/**
 * The two ways to begin at the first start.
 *
 * @param wanted true until one was taken
 * @param trySimulator goes on with the simulator
 * @param connect begins the steps to an account
 */
public record Beginnings(ObservableValue<Boolean> wanted, Runnable trySimulator, Runnable connect) {
    /** Nothing is offered: it is not the first start. */
    public static Beginnings none() {
        return new Beginnings(new SimpleBooleanProperty(), () -> {}, () -> {});
    }
}
