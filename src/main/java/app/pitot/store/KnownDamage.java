package app.pitot.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Which conversations have rows that are not what was written, as far as that was looked for. Safe from any thread. */
final class KnownDamage {
    /** Rows read in one go: who waits for the same connection must not feel it. */
    private static final int AT_ONCE = 200;
    private static final Slice END = new Slice(Long.MAX_VALUE, List.of());

    private final Set<String> found = ConcurrentHashMap.newKeySet();
    private final Consumer<String> told;

    /** @param told the id of each conversation when it is found, on the thread of {@link #look} */
    KnownDamage(Consumer<String> told) {
        this.told = told;
    }

    boolean has(String conversation) {
        return found.contains(conversation);
    }

    /** Reads all rows. Blocks. */
    void look(Database database) {
        look(database, "conversation", "id");
        look(database, "message", "conversation");
    }

    private void look(Database database, String table, String home) {
        for (long at = Long.MIN_VALUE; at < Long.MAX_VALUE;) {
            long after = at;
            var slice = database.look(END, file -> slice(file, table, home, after));
            slice.bad().stream().filter(found::add).forEach(told);
            at = slice.last();
        }
    }

    private static Slice slice(Connection file, String table, String home, long after) throws SQLException {
        try (var select = file.prepareStatement(
                "SELECT * FROM " + table + " WHERE seq > ? ORDER BY seq LIMIT " + AT_ONCE)) {
            select.setLong(1, after);
            try (var rows = select.executeQuery()) {
                long last = Long.MAX_VALUE;
                var bad = new ArrayList<String>();
                while (rows.next()) {
                    last = rows.getLong("seq");
                    if (!Checksum.good(table, rows)) {
                        bad.add(Stored.there(rows, home));
                    }
                }
                return new Slice(last, bad);
            }
        }
    }

    /** @param last number of the last row; the greatest there is if there were none */
    private record Slice(long last, List<String> bad) {}
}
