package app.pitot.ui.common;

/** One piece of work that {@link Jobs} runs. Safe from any thread. */
public final class Job {
    private boolean cancelled;
    private Thread thread;

    Job() {}

    /** Interrupts the work; nothing of it is delivered any more. Work that has not begun never does. */
    public synchronized void cancel() {
        cancelled = true;
        if (thread != null) {
            thread.interrupt();
        }
    }

    synchronized boolean cancelled() {
        return cancelled;
    }

    synchronized boolean begin() {
        thread = cancelled ? null : Thread.currentThread();
        return thread != null;
    }

    /** Clears the interruption too: the thread may belong to a pool. */
    synchronized void end() {
        thread = null;
        Thread.interrupted();
    }
}
