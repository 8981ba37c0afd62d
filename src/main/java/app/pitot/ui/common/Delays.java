package app.pitot.ui.common;

/** Runs work later on the JavaFX thread; tests replace it by a list. */
@FunctionalInterface
public interface Delays {
    /** Runs {@code work} after at least {@code millis}, at least 0. */
    void after(long millis, Runnable work);
}
