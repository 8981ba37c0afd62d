package app.pitot.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Changes on their way to the disk, in their order. They come from any thread; all else is the database's thread's. */
final class Backlog {
    /** Changes that wait while the disk refuses; beyond this the oldest are given up. */
    private static final int MAX_WAITING = 10_000;

    private final Queue<Waiting> arrived = new ConcurrentLinkedQueue<>();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Outbox outbox;

    Backlog(Outbox outbox) {
        this.outbox = outbox;
    }

    /** @param taken run on the database's thread once the disk has it */
    private record Waiting(Database.Change change, Runnable taken) {}

    /** From any thread; {@code taken} is run on the database's thread once the disk has it, if it ever does. */
    void add(Database.Change change, Runnable taken) {
        arrived.add(new Waiting(change, taken));
    }

    /** All that has come by now waits in its turn. */
    void takeIn() {
        for (var next = arrived.poll(); next != null; next = arrived.poll()) {
            waiting.add(next);
            if (waiting.size() > MAX_WAITING) {
                outbox.forget(waiting.remove().change());
            }
        }
    }

    /** True if nothing waits, nor has come since {@link #takeIn}. */
    boolean isEmpty() {
        return waiting.isEmpty() && arrived.isEmpty();
    }

    /** True if something waits that was taken in. */
    boolean waits() {
        return !waiting.isEmpty();
    }

    /** The oldest that wait. */
    List<Database.Change> first(int most) {
        return waiting.stream().limit(most).map(Waiting::change).toList();
    }

    /** The disk has the oldest {@code count}. */
    void written(int count) {
        for (int i = 0; i < count; i++) {
            waiting.remove().taken().run();
        }
    }

    /** The oldest will never be accepted. */
    void giveUpFirst() {
        waiting.remove();
    }

    /** In the journal, so that a crash does not lose what waits. */
    void keep() {
        List.copyOf(waiting).forEach(each -> outbox.keep(each.change()));
    }

    /** Nothing of what was taken in is to be written any more. */
    void clear() {
        waiting.clear();
    }
}
