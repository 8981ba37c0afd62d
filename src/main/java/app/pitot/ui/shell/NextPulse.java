package app.pitot.ui.shell;

import app.pitot.ui.common.PulseLoop;
import app.pitot.ui.transcript.Pulses;
import java.util.ArrayDeque;

/** Carries work over to the next pulse. JavaFX thread only. */
final class NextPulse implements Pulses {
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private final PulseLoop loop = new PulseLoop(_ -> {
        for (int due = waiting.size(); due > 0; due--) {
            waiting.poll().run();
        }
        return !waiting.isEmpty();
    });

    @Override
    public void next(Runnable work) {
        waiting.add(work);
        loop.request();
    }
}
