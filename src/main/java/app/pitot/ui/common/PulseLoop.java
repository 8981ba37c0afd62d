package app.pitot.ui.common;

import javafx.animation.AnimationTimer;

/**
 * Runs a callback once per pulse while something asks for it, and costs nothing otherwise: a timer that never stops keeps
 * JavaFX painting. Use on the JavaFX thread only.
 */
public final class PulseLoop {
    private final Beat beat;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long nanos) {
            pulse(nanos);
        }
    };
    private boolean running;

    /** The work of one pulse. */
    @FunctionalInterface
    public interface Beat {
        /**
         * @param nanos time of the pulse on JavaFX's own clock: only differences mean anything
         * @return true to be called again at the next pulse
         */
        boolean pulse(long nanos);
    }

    public PulseLoop(Beat beat) {
        this.beat = beat;
    }

    /** Asks for a callback at the next pulse; asking again before it has no effect. */
    public void request() {
        if (!running) {
            running = true;
            timer.start();
        }
    }

    /** Stops until the next {@link #request}. */
    public void stop() {
        running = false;
        timer.stop();
    }

    public boolean running() {
        return running;
    }

    private void pulse(long nanos) {
        var again = false;
        try {
            again = beat.pulse(nanos);
        } finally {
            if (!again) {
                stop();
            }
        }
    }
}
