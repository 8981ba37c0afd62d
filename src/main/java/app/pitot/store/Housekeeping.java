package app.pitot.store;

import app.pitot.history.Conversation;
import app.pitot.history.Setup;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a start does first: ends what other instances left when they died, finishes deletions, and mends the sums. */
final class Housekeeping implements Database.Change {
    /** The undo of a deletion went with the window; this long another window may still offer its own. */
    private static final Duration UNDO = Duration.ofHours(1);

    private final Instance instance;
    private final Instant now;
    private final Set<String> ended = new HashSet<>();
    private final Set<String> forgotten = new HashSet<>();
    private boolean purged;

    Housekeeping(Instance instance, Instant now) {
        this.instance = instance;
        this.now = now;
    }

    @Override
    public void write(Connection connection) throws SQLException {
        instance.begin();
        for (var row : MessageRow.find(connection, "WHERE state = 'streaming'")) {
            if (row.owner() == null || !instance.alive(row.owner())) {
                HistoryChange.End.replace(connection, row, Pieces.complete(connection, row).cutOff());
                ended.add(row.conversation());
            }
        }
        var late = Stored.micros(now.minus(UNDO));
        for (var row : ConversationRow.find(connection, "WHERE deleted_us < ?", late)) {
            purged = true;
            forgotten.addAll(HistoryChange.exchanges(connection, row.id()));
            new HistoryChange.Purge(row.id()).write(connection);
        }
        RollUps.mend(connection, now.toEpochMilli());
        for (var home : homeless(connection)) {
            new HistoryChange.Save(Conversation.begin(home, now, Setup.NONE)).write(connection);
        }
    }

    /** The conversations whose replies it ended, once the disk has it. */
    Set<String> ended() {
        return ended;
    }

    /** The exchanges of conversations that are gone now, once the disk has it. */
    Set<String> forgotten() {
        return forgotten;
    }

    @Override
    public boolean leavesTraces() {
        return purged;
    }

    /** Conversations whose row was lost with a damaged page; their messages must not be out of reach. */
    private static List<String> homeless(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("""
                SELECT DISTINCT conversation FROM message
                WHERE conversation NOT IN (SELECT id FROM conversation)""");
                var rows = select.executeQuery()) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
