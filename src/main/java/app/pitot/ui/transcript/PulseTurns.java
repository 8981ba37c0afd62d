package app.pitot.ui.transcript;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.animation.AnimationTimer;

/** Turns on JavaFX's own pulses; runs only while somebody waits for one. */
public final class PulseTurns implements Pulses {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long nanos) {
            turn();
        }
    };

    @Override
    public void next(Runnable work) {
        waiting.add(work);
        timer.start();
    }

    private void turn() {
        for (int left = waiting.size(); left > 0; left--) {
            waiting.remove().run();
        }
        if (waiting.isEmpty()) {
            timer.stop();
        }
    }
}
