package app.pitot.api;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A connection test under way. Every method may be called from any thread. */
public interface RunningCheck {
    /** Ends it; steps that were not done are then told as not reached. */
    void stop();

    /** Completes, never exceptionally, on an arbitrary thread, with all steps in their order. */
    CompletableFuture<List<CheckStep>> result();
}
