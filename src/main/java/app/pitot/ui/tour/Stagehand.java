package app.pitot.ui.tour;

import app.pitot.base.Clocks;
import app.pitot.ui.common.FxThread;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;

/** Works the window from outside the JavaFX thread: does, presses, waits. */
final class Stagehand {
    private static final long LOOK_EVERY_MS = 20;

    private final FxThread fx;
    private final Clocks clocks;

    Stagehand(FxThread fx, Clocks clocks) {
        this.fx = fx;
        this.clocks = clocks;
    }

    /** The result of {@code work} on the JavaFX thread; what it throws is thrown here. */
    <T> T ask(Supplier<T> work) {
        var answer = new CompletableFuture<T>();
        fx.execute(() -> {
            try {
                answer.complete(work.get());
            } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
            }
        });
        return answer.join();
    }

    void act(Runnable work) {
        ask(() -> {
            work.run();
            return null;
        });
    }

    /** Presses a key where the focus is. */
    void press(KeyCode key) {
        act(() -> new Robot().keyType(key));
    }

    /** Presses {@code key} while {@code held} is down. */
    void press(KeyCode held, KeyCode key) {
        act(() -> {
            var robot = new Robot();
            robot.keyPress(held);
            robot.keyType(key);
            robot.keyRelease(held);
        });
    }

    /** Looks on the JavaFX thread until {@code condition} holds; false if it did not within {@code limit}. */
    boolean until(Duration limit, BooleanSupplier condition) {
        long end = clocks.nanos() + limit.toNanos();
        do {
            if (ask(condition::getAsBoolean)) {
                return true;
            }
            pause(LOOK_EVERY_MS);
        } while (clocks.nanos() < end);
        return false;
    }

    void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the tour was interrupted", e);
        }
    }
}
