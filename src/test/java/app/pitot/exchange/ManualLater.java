package app.pitot.exchange;

import java.util.ArrayList;
import java.util.List;

/** Remembers what is to run later; a test says when. Safe from any thread. */
final class ManualLater implements Later {
    private final List<Runnable> due = new ArrayList<>();
    private final List<Long> waits = new ArrayList<>();

    @Override
    public synchronized void after(long nanos, Runnable work) {
        due.add(work);
        waits.add(nanos);
    }

    synchronized List<Long> waits() {
        return List.copyOf(waits);
    }

    void run() {
        List<Runnable> now;
        synchronized (this) {
            now = List.copyOf(due);
            due.clear();
        }
        now.forEach(Runnable::run);
    }
}
