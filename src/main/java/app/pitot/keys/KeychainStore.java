package app.pitot.keys;

import app.pitot.base.Texts;
import app.pitot.keys.SecretResult.Failure;
import app.pitot.keys.SecretResult.Locked;
import app.pitot.keys.SecretResult.Unavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The operating system's keychain. Nothing is loaded or asked before the first call. After one failure every call answers
 * with that failure, without touching the keychain, until {@link #retry()}: otherwise each would open another dialog or wait
 * for another deadline. Calls of several threads are answered one after another.
 */
public final class KeychainStore implements SecretStore {
    private final Supplier<Keychain> source;
    private final Deadlines deadlines;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final AtomicReference<KeychainThread> thread = new AtomicReference<>();
    private volatile String place;
    /** Null while nothing has failed. */
    private volatile Failure failure;
    private volatile boolean closed;

    /** The keychain of this operating system, which is not touched yet. */
    public KeychainStore() {
        this(() -> SystemKeychain.here().make(), SystemKeychain.here().place(), Deadlines.USUAL);
    }

    /**
     * @param source makes a keychain for each new thread that deals with one
     * @param place what to say of the place before it was asked
     */
    KeychainStore(Supplier<Keychain> source, String place, Deadlines deadlines) {
        this.source = source;
        this.place = place;
        this.deadlines = deadlines;
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public boolean lasting() {
        return true;
    }

    /** Why the keychain is not asked any more; empty while nothing has failed. Never blocks. */
    public Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }

    /** Lets the next call through to the keychain again: "Unlock and try again". Never blocks. */
    public void retry() {
        failure = null;
    }

    @Override
    public SecretResult availability() {
        return call((calls, seen) -> calls.available(seen), false);
    }

    @Override
    public SecretResult read(String item) {
        return call((calls, seen) -> calls.read(seen, item), true);
    }

    @Override
    public SecretResult write(String item, Secret secret) {
        var value = secret.plain();
        return call((calls, seen) -> calls.write(seen, item, value), true);
    }

    @Override
    public SecretResult delete(String item) {
        return call((calls, seen) -> calls.delete(seen, item), true);
    }

    @Override
    public void close() {
        closed = true;
        leave();
    }

    private interface Call {
        SecretResult on(KeychainCalls calls, Look seen);
    }

    private SecretResult call(Call call, boolean opens) {
        try {
            turn.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unavailable(Texts.get("keychain.cancelled", place));
        }
        try {
            if (failure != null) {
                return failure;
            }
            if (closed) {
                return new Unavailable(Texts.get("keychain.closed", place));
            }
            var result = lookAndCall(call, opens);
            // A store that is only seen to be locked has not failed: nobody was asked for the password yet.
            if (result instanceof Failure f && (opens || !(f instanceof Locked))) {
                failure = f;
            }
            return result;
        } finally {
            turn.unlock();
        }
    }

    private SecretResult lookAndCall(Call call, boolean opens) {
        var seen = Look.NO_ANSWER;
        try {
            seen = ask(KeychainCalls::look, deadlines.call());
            place = ask(KeychainCalls::place, deadlines.call());
            boolean calm = !opens || seen == Look.OPEN;
            var known = seen;
            return ask(calls -> call.on(calls, known), calm ? deadlines.call() : deadlines.prompt());
        } catch (TimeoutException e) {
            leave();
            return seen == Look.LOCKED
                    ? new Locked(Texts.get("keychain.notUnlocked", place))
                    : new Unavailable(Texts.get("keychain.noAnswer", place));
        } catch (InterruptedException e) {
            leave();
            Thread.currentThread().interrupt();
            return new Unavailable(Texts.get("keychain.cancelled", place));
        } catch (RejectedExecutionException e) {
            // Closed by another thread in the middle of this call.
            return new Unavailable(Texts.get("keychain.closed", place));
        } catch (ExecutionException e) {
            leave();
            return e.getCause() instanceof LinkageError
                    ? KeychainCalls.library()
                    : new Unavailable(Texts.get("keychain.noAnswer", place));
        }
    }

    private <T> T ask(Function<KeychainCalls, T> question, Duration deadline)
            throws InterruptedException, ExecutionException, TimeoutException {
        var running = thread.get();
        if (running == null) {
            running = new KeychainThread(new KeychainCalls(source));
            thread.set(running);
            if (closed) {
                leave();
            }
        }
        return running.ask(question, deadline);
    }

    /** Leaves the thread behind with whatever it is waiting for. */
    private void leave() {
        var left = thread.getAndSet(null);
        if (left != null) {
            left.leave();
        }
    }
}
