package app.pitot.store;

import app.pitot.base.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it that what waits for the database is in the journal, once, for as long as it waits. Used by one thread. */
final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final Path folder;
    private final Consumer<StoreProblem> problems;
    private final Journal journal;
    private final Set<Database.Change> kept = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Touches no disk yet. */
    Outbox(Path folder, Consumer<StoreProblem> problems) {
        this.folder = folder;
        this.problems = problems;
        this.journal = new Journal(folder);
    }

    /** Puts {@code change} into the journal unless it is there; says so if the disk refuses that, too. */
    void keep(Database.Change change) {
        if (kept.contains(change)) {
            return;
        }
        var record = JournalRecord.write(change);
        try {
            if (record != null) {
                journal.append(record);
            }
            kept.add(change);
            if (change instanceof Pieces.Piece piece) {
                // The disk has it, if in another place: the next one may come.
                piece.kept().run();
            }
        } catch (IOException e) {
            LOG.debug("The journal cannot be written: {}", e.toString());
            problems.accept(new StoreProblem(StoreProblem.Kind.MEMORY_ONLY, folder,
                    Texts.get("store.memoryOnly", folder.toString())));
        }
    }

    /** The change was given up. */
    void forget(Database.Change change) {
        kept.remove(change);
    }

    /** The database has all of it. */
    void clear() {
        kept.clear();
        try {
            journal.close();
        } catch (IOException e) {
            LOG.warn("The journal cannot be removed; its records change nothing the second time: {}", e.toString());
        }
    }

    /** Hands what other runs left to {@code reader}. */
    void takeUp(Journal.Reader reader) throws SQLException {
        try {
            for (var name : Journal.replay(folder, reader)) {
                problems.accept(new StoreProblem(StoreProblem.Kind.DAMAGED, folder,
                        Texts.get("store.journal.kept", name)));
            }
        } catch (IOException e) {
            LOG.warn("Journals of earlier runs cannot be read now: {}", e.toString());
        }
    }

    /** What is in the journal stays there for the next start. */
    void leave() {
        try {
            journal.leave();
        } catch (IOException e) {
            LOG.warn("The journal cannot be closed: {}", e.toString());
        }
    }
}
