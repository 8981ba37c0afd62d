package app.pitot.store;

import java.util.ArrayList;
import java.util.List;

/**
 * Changes that the disk has not taken yet, or never will. Laid over what was read they show what was done, so nobody who
 * reads need wait for the disk to write, and nothing is missing while it refuses. Safe from any thread.
 */
final class Pending<C extends Database.Change> {
    private static final int TRIES = 3;

    private final Database database;
    // Guarded by this; in the order of the calls.
    private final List<C> waiting = new ArrayList<>();
    private long taken;

    Pending(Database database) {
        this.database = database;
    }

    /** How what waits is laid over what was read. */
    interface Overlay<C, D, T> {
        T over(D disk, List<C> waiting);
    }

    /** Hands {@code change} to the database. Returns at once. */
    synchronized void write(C change) {
        // One lock for both queues, so that they have one order.
        waiting.add(change);
        database.write(change, () -> remove(change));
    }

    /**
     * Reads what is on the disk by now and lays over it what is not.
     *
     * @param nothing for where the file cannot be read
     */
    <D, T> T read(D nothing, Database.Lookup<D> lookup, Overlay<C, D, T> overlay) {
        for (int tries = 1;; tries++) {
            long before = taken();
            var now = all();
            var disk = database.look(nothing, lookup);
            // A change that was taken meanwhile might be laid over a later one of the same thing.
            if (before == taken() || tries == TRIES) {
                return overlay.over(disk, now);
            }
        }
    }

    synchronized List<C> all() {
        return List.copyOf(waiting);
    }

    /** The disk has it. */
    private synchronized void remove(C change) {
        // Two of the same are two: deleted, restored, deleted.
        for (int i = 0; i < waiting.size(); i++) {
            if (waiting.get(i) == change) {
                waiting.remove(i);
                break;
            }
        }
        taken++;
    }

    /** Rises with each that the disk took. */
    private synchronized long taken() {
        return taken;
    }
}
