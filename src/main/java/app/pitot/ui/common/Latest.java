package app.pitot.ui.common;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Computes away from the JavaFX thread what would be felt there, and shows only what was asked for last. */
public final class Latest<T> {
    private final Executor work;
    private final Executor fx;
    private final Consumer<T> show;
    private long asked;

    /**
     * @param work runs what is computed; never the JavaFX thread
     * @param fx runs work on the JavaFX thread
     * @param show called on the JavaFX thread
     */
    public Latest(Executor work, Executor fx, Consumer<T> show) {
        this.work = work;
        this.fx = fx;
        this.show = show;
    }

    /** Computes at once and shows that. JavaFX thread. */
    public void now(Supplier<T> compute) {
        asked++;
        show.accept(compute.get());
    }

    /** Computes elsewhere and shows that, unless something else is asked for before. JavaFX thread. */
    public void later(Supplier<T> compute) {
        long mine = ++asked;
        work.execute(() -> {
            T result;
            try {
                result = compute.get();
            } catch (RuntimeException | Error defect) {
                fx.execute(() -> {
                    throw defect;
                });
                return;
            }
            fx.execute(() -> {
                if (mine == asked) {
                    show.accept(result);
                }
            });
        });
    }
}
