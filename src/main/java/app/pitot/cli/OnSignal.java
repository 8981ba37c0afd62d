package app.pitot.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets a command end well when the process is told to end: it acts, then holds the process until the command is through. */
final class OnSignal implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 5;

    private final CountDownLatch through = new CountDownLatch(1);
    private final Thread hook = Thread.ofPlatform().name("pitot-signal").unstarted(this::end);
    private Runnable act;
    private boolean signalled;

    OnSignal() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** What to do on a signal; at once if it has come already. */
    synchronized void act(Runnable whenSignalled) {
        act = whenSignalled;
        if (signalled) {
            act.run();
        }
    }

    private void end() {
        synchronized (this) {
            signalled = true;
            if (act != null) {
                act.run();
            }
        }
        awaitCommand();
    }

    private void awaitCommand() {
        try {
            boolean _ = through.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The command is through; all its output is flushed. */
    @Override
    public void close() {
        through.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, and the hook has just been let go.
            return;
        }
    }
}
