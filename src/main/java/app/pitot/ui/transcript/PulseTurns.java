package app.pitot.ui.transcript;

import app.pitot.ui.common.PulseLoop;
import java.util.ArrayDeque;
import java.util.Deque;

/** Turns on JavaFX's own pulses; costs nothing while nobody waits for one. */
public final class PulseTurns implements Pulses {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final PulseLoop loop = new PulseLoop(nanos -> turn());

    @Override
    public void next(Runnable work) {
        waiting.add(work);
        loop.request();
    }

    private boolean turn() {
        for (int left = waiting.size(); left > 0; left--) {
            waiting.remove().run();
        }
        return !waiting.isEmpty();
    }
}
