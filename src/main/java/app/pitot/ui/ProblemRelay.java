package app.pitot.ui;

import app.pitot.store.StoreProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Keeps what the disk refused until there is a window to say it in. Safe from any thread. */
final class ProblemRelay implements Consumer<StoreProblem> {
    private final List<StoreProblem> waiting = new ArrayList<>();
    private Consumer<StoreProblem> listener;

    @Override
    public synchronized void accept(StoreProblem problem) {
        if (listener == null) {
            waiting.add(problem);
        } else {
            listener.accept(problem);
        }
    }

    /** Sends all that came so far and all that comes to {@code next}. */
    synchronized void to(Consumer<StoreProblem> next) {
        listener = next;
        waiting.forEach(next);
        waiting.clear();
    }
}
