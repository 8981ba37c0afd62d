package app.pitot.ui.transcript;

/** Where the model gets another turn from when a frame was too short for its work. */
@FunctionalInterface
public interface Pulses {
    /** Calls {@code work} at the next pulse, on the JavaFX thread. */
    void next(Runnable work);
}
