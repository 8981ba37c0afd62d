package app.pitot.exchange;

import app.pitot.api.Wire;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What went over the wire, for as long as the user wants it kept. Safe from any thread. */
public interface Traces {
    /** Keeps nothing. */
    Traces NONE = new Traces() {
        @Override
        public boolean wanted() {
            return false;
        }

        @Override
        public void keep(Attempt attempt, Instant at, Wire wire) {}

        @Override
        public Wire find(String attemptId) {
            return null;
        }

        @Override
        public Set<String> holding(String text, Instant from, Instant until) {
            return Set.of();
        }

        @Override
        public Kept kept() {
            return new Kept(0, 0, null);
        }

        @Override
        public void clear() {}
    };

    /**
     * What is there.
     *
     * @param bytes on the disk
     * @param oldest null if there is none
     */
    record Kept(long count, long bytes, Instant oldest) {}

    /** False if nothing is to be kept, so that nobody need remember it. Returns at once. */
    default boolean wanted() {
        return true;
    }

    /**
     * Returns at once. Comes once for each HTTP request of an attempt, in order: there are several where the endpoint refused a
     * field and was asked again without.
     *
     * @param at when the attempt began
     */
    void keep(Attempt attempt, Instant at, Wire wire);

    /** The attempt's last; null if it is not kept, or not any more. Blocks on the disk. */
    Wire find(String attemptId);

    /** All of an attempt that are kept, in order. Blocks on the disk. */
    default List<Wire> all(String attemptId) {
        var last = find(attemptId);
        return last == null ? List.of() : List.of(last);
    }

    /**
     * Ids of the attempts in whose bodies {@code text} stands, in any case. Blocks, perhaps for seconds; an interrupt ends it
     * with what was found.
     *
     * @param from by the time at which they began, inclusive; null for all
     * @param until exclusive; null for all
     */
    Set<String> holding(String text, Instant from, Instant until);

    /** Blocks on the disk. */
    Kept kept();

    /** Takes those of these exchanges away, for good. Returns at once. */
    default void forget(Set<String> exchangeIds) {}

    /** Takes all away, for good. Blocks on the disk. */
    void clear();

    /** The user changed how much may be kept: what is more goes, for good. Returns at once. */
    default void tidy() {}
}
