package app.pitot.ui.common;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs what may block away from the JavaFX thread, and brings what came of it back there. */
public final class Jobs {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    private final Executor background;
    private final Executor fx;

    /** @param fx runs work on the JavaFX thread */
    public Jobs(Executor background, Executor fx) {
        this.background = background;
        this.fx = fx;
    }

    /** Runs {@code work} on the JavaFX thread, for steps that a running job reports. */
    public void later(Runnable work) {
        fx.execute(work);
    }

    /**
     * Starts {@code work}; exactly one of {@code done} and {@code failed} is called on the JavaFX thread, and none after
     * {@link Job#cancel}.
     *
     * @param held closed when the work has ended or will never begin, such as secrets that it was given
     * @param failed told what {@code work} threw; a defect of ours is logged before
     */
    public <T> Job start(AutoCloseable held, Callable<T> work, Consumer<? super T> done,
            Consumer<? super Throwable> failed) {
        var job = new Job();
        background.execute(() -> {
            try (held) {
                if (job.begin()) {
                    run(job, work, done, failed);
                }
            } catch (Exception e) {
                LOG.error("what a job held could not be closed", e);
            }
        });
        return job;
    }

    /** The same for work that holds nothing. */
    public <T> Job start(Callable<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
        return start(() -> {}, work, done, failed);
    }

    private <T> void run(Job job, Callable<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
        try {
            var result = work.call();
            deliver(job, () -> done.accept(result));
        } catch (RuntimeException | LinkageError e) {
            LOG.error("a defect in the background", e);
            deliver(job, () -> failed.accept(e));
        } catch (Exception e) {
            deliver(job, () -> failed.accept(e));
        } finally {
            job.end();
        }
    }

    private void deliver(Job job, Runnable work) {
        fx.execute(() -> {
            if (!job.cancelled()) {
                work.run();
            }
        });
    }
}
