package app.pitot.store;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/**
 * Something on the disk that did not work. The app goes on; whoever listens says it in a quiet place.
 *
 * @param file what it concerns
 * @param message one or two sentences for the user: what happened, what was kept, what to do
 */
public record StoreProblem(Kind kind, Path file, String message) {
    public enum Kind {
        /** The file was damaged: what could be read is in a new one, and the damaged one was kept. */
        DAMAGED,
        /** A backup took its place, or could not. */
        RESTORED,
        /** The file or its folder may not be written. */
        READ_ONLY,
        /** There is no verified backup, which comes before a new schema and once a day. */
        NO_BACKUP,
        /** Not even the journal can be written: what comes is only in memory. */
        MEMORY_ONLY,
        /** It is on a file system whose locks cannot be relied on. */
        NETWORK,
        /** Another program held it for too long. */
        LOCKED,
        /** The disk is full. */
        FULL,
        /** It cannot be opened, read or written. */
        UNUSABLE,
        /** A newer Pitot wrote it: read, never written. */
        NEWER,
        /** A file of another program stands in our place. */
        FOREIGN,
        /** What waited has been written: earlier problems of this file that pass are over. */
        SAVED
    }

    /** Of which nothing is left once what waited is written. */
    static final Set<Kind> PASSING = EnumSet.of(Kind.READ_ONLY, Kind.MEMORY_ONLY, Kind.LOCKED, Kind.FULL,
            Kind.UNUSABLE);

    /** True if this is over once {@code saved} was told. */
    public boolean endsWith(StoreProblem saved) {
        return saved.kind() == Kind.SAVED && PASSING.contains(kind)
                && (file.equals(saved.file()) || file.equals(saved.file().getParent()));
    }
}
