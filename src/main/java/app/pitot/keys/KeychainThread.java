package app.pitot.keys;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** The one daemon thread that touches a keychain; it may hang in there for ever, and nobody waits for it. */
final class KeychainThread {
    private final KeychainCalls calls;
    private final ExecutorService executor = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("keychain").factory());

    KeychainThread(KeychainCalls calls) {
        this.calls = calls;
    }

    /**
     * The answer to {@code question}, asked on this thread. An answer that comes after the deadline is dropped.
     *
     * @throws TimeoutException if {@code deadline} has passed
     * @throws InterruptedException if the caller was interrupted
     * @throws ExecutionException around anything that the question threw
     * @throws java.util.concurrent.RejectedExecutionException if the thread was left behind
     */
    <T> T ask(Function<KeychainCalls, T> question, Duration deadline)
            throws InterruptedException, ExecutionException, TimeoutException {
        var answer = executor.submit(() -> question.apply(calls));
        try {
            return answer.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | InterruptedException e) {
            // A hint that a patient library may follow.
            answer.cancel(true);
            throw e;
        }
    }

    /** Closes the keychain as soon as the thread comes back from what it does, if ever. Never blocks. */
    void leave() {
        executor.execute(calls::close);
        executor.shutdown();
    }
}
