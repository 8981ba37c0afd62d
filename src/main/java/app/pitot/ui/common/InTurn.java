package app.pitot.ui.common;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Runs tasks elsewhere, one after the other in the order in which they were given. Safe from any thread. */
public final class InTurn implements Executor {
    private final Executor elsewhere;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean running;

    /** @param elsewhere runs one of them at a time */
    public InTurn(Executor elsewhere) {
        this.elsewhere = elsewhere;
    }

    @Override
    public synchronized void execute(Runnable task) {
        waiting.add(task);
        if (!running) {
            next();
        }
    }

    private synchronized void next() {
        var task = waiting.poll();
        running = task != null;
        if (running) {
            elsewhere.execute(() -> {
                try {
                    task.run();
                } finally {
                    next();
                }
            });
        }
    }
}
