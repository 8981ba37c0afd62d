package app.pitot.ui.common;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;

/**
 * The only door to the JavaFX thread. Work handed over after {@link #shutdown} is dropped in silence, because the window
 * it was meant for is gone; whatever work throws goes to one handler. Every method may be called from any thread.
 */
public final class FxThread implements Executor, Delays {
    private final Consumer<Throwable> failures;
    private volatile boolean closed;

    /** @param failures told what handed-over work threw, on the thread on which it was thrown; never null */
    public FxThread(Consumer<Throwable> failures) {
        this.failures = Objects.requireNonNull(failures);
    }

    /** Runs {@code work} on the JavaFX thread: at once if this is that thread, else later. */
    @Override
    public void execute(Runnable work) {
        if (Platform.isFxApplicationThread()) {
            run(work);
        } else {
            later(work);
        }
    }

    /** Runs {@code work} on the JavaFX thread after whatever it does now. */
    public void later(Runnable work) {
        if (closed) {
            return;
        }
        try {
            Platform.runLater(() -> run(work));
        } catch (IllegalStateException toolkitGone) {
            if (!closed) {
                failures.accept(toolkitGone);
            }
        }
    }

    /** Runs {@code work} on the JavaFX thread after at least {@code millis}; costs no thread and no pulse meanwhile. */
    @Override
    public void after(long millis, Runnable work) {
        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, this::later).execute(work);
    }

    /** From now on work is dropped. */
    public void shutdown() {
        closed = true;
    }

    /** @throws IllegalStateException if the caller is on another thread */
    public static void check() {
        if (!Platform.isFxApplicationThread()) {
            throw new IllegalStateException("not on the JavaFX thread: " + Thread.currentThread().getName());
        }
    }

    private void run(Runnable work) {
        if (closed) {
            return;
        }
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            failures.accept(e);
        }
    }
}
