package app.pitot.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the rows of a damaged database into a new one: from both ends of each table as far as SQLite can read, then what
 * stands on pages that no way leads to any more, then from a backup. What is read but is not what was written comes last
 * and stays marked by its checksum.
 */
final class Salvage {
    private static final Logger LOG = LoggerFactory.getLogger(Salvage.class);

    private final Connection fresh;
    private final Map<Table, Tally> tallies = new LinkedHashMap<>();

    /** @param fresh of the damaged file's schema, without rows, in a transaction, checking no foreign keys */
    Salvage(Connection fresh) throws SQLException {
        this.fresh = fresh;
        for (var table : Table.all(fresh)) {
            tallies.put(table, new Tally());
        }
    }

    /** What became of a table's rows. */
    static final class Tally {
        /** Good ones of the damaged file. */
        long kept;
        /** Good ones that only a backup had. */
        long restored;
        /** Ones that are marked as damaged. */
        long marked;
        /** As many as there were, as far as an index still knew; else 0. */
        long counted;
        /** False if some could not be reached. */
        boolean whole = true;

        long total() {
            return Math.max(counted, kept + restored + marked);
        }

        boolean lacking() {
            return !whole || marked > 0 || kept < counted;
        }
    }

    /** By table. */
    Map<String, Tally> tallies() {
        var named = new LinkedHashMap<String, Tally>();
        tallies.forEach((table, tally) -> named.put(table.name(), tally));
        return named;
    }

    /** True if anything is missing or marked. */
    boolean lacking() {
        return tallies.values().stream().anyMatch(Tally::lacking);
    }

    /** Takes what SQLite can read of {@code damaged}. */
    void fromTables(Connection damaged) throws SQLException {
        for (var table : tallies.keySet()) {
            tallies.get(table).counted = count(damaged, table);
            bothWays(damaged, table, false);
        }
    }

    private void bothWays(Connection damaged, Table table, boolean bad) throws SQLException {
        var upwards = new Pass(table, bad, Long.MAX_VALUE);
        if (!upwards.read(damaged, "ASC")) {
            tallies.get(table).whole = false;
            new Pass(table, bad, table.numbered() ? upwards.last : Long.MAX_VALUE).read(damaged, "DESC");
        }
    }

    /** Nothing of it could be read by SQLite. */
    void withoutTables() {
        tallies.values().forEach(tally -> tally.whole = false);
    }

    private static long count(Connection damaged, Table table) {
        try (var statement = damaged.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM " + Sql.name(table.name()))) {
            return rows.getLong(1);
        } catch (SQLException e) {
            LOG.debug("{} cannot be counted: {}", table.name(), e.getMessage());
            return 0;
        }
    }

    /** One way through a table. */
    private final class Pass {
        private final Table table;
        private final Tally tally;
        /** True to take the rows that are not what was written, false to take the good ones. */
        private final boolean bad;
        /** Rows up to here were read the other way; {@code MAX_VALUE} for none. */
        private final long until;
        private long last = Long.MIN_VALUE;

        Pass(Table table, boolean bad, long until) {
            this.table = table;
            this.tally = tallies.get(table);
            this.bad = bad;
            this.until = until;
        }

        /** False if a page on the way could not be read. */
        boolean read(Connection damaged, String order) throws SQLException {
            try (var statement = damaged.createStatement();
                    var rows = open(statement, order);
                    var insert = table.insert(fresh, true)) {
                if (rows == null) {
                    return false;
                }
                while (true) {
                    Row row;
                    try {
                        row = rows.next() ? row(rows) : null;
                    } catch (SQLException e) {
                        LOG.debug("{} breaks off: {}", table.name(), e.getMessage());
                        return false;
                    }
                    if (row == null || until != Long.MAX_VALUE && row.number() <= until) {
                        return true;
                    }
                    last = row.number();
                    keep(insert, row);
                }
            }
        }

        private ResultSet open(Statement statement, String order) {
            try {
                return statement.executeQuery(table.select() + " ORDER BY " + table.order(order));
            } catch (SQLException e) {
                LOG.debug("{} cannot be read: {}", table.name(), e.getMessage());
                return null;
            }
        }

        private Row row(ResultSet rows) throws SQLException {
            return new Row(rows.getLong(1), valuesOf(table, rows),
                    !table.summed() || Checksum.good(table.name(), rows));
        }

        private void keep(PreparedStatement insert, Row row) throws SQLException {
            tally.whole &= row.good();
            if (row.good() == bad) {
                return;
            }
            int taken = put(table, insert, true, row.number(), row.values());
            if (bad) {
                tally.marked += taken;
            } else {
                tally.kept += taken;
            }
        }
    }

    private record Row(long number, List<Object> values, boolean good) {}

    private static List<Object> valuesOf(Table table, ResultSet rows) throws SQLException {
        var values = new ArrayList<Object>();
        for (var column : table.columns()) {
            values.add(rows.getObject(column));
        }
        return values;
    }

    /** How many rows came in: 1, or 0 where there is such a row already or where it cannot be one. */
    private static int put(Table table, PreparedStatement insert, boolean numbered, long number, List<Object> values)
            throws SQLException {
        table.bind(insert, numbered, number, values);
        try {
            return insert.executeUpdate();
        } catch (SQLException e) {
            if (!DatabaseFile.unacceptable(e)) {
                throw e;
            }
            LOG.debug("a row of {} was not accepted: {}", table.name(), e.getMessage());
            return 0;
        }
    }

    /** Takes good rows from wherever they stand in the file. */
    void fromPages(Path damaged) throws SQLException {
        var summed = tallies.keySet().stream().filter(Table::summed).toList();
        var inserts = new LinkedHashMap<Table, PreparedStatement>();
        try (var pages = new Pages(damaged)) {
            for (var table : summed) {
                inserts.put(table, table.insert(fresh, true));
            }
            Leaves.scan(pages, (rowid, found) -> {
                for (var table : summed) {
                    var values = table.recognise(rowid, found);
                    if (values != null) {
                        tallies.get(table).kept += put(table, inserts.get(table), true, rowid, values);
                        return;
                    }
                }
            });
        } catch (IOException e) {
            LOG.warn("the pages of the damaged file cannot be read: {}", e.toString());
        } finally {
            for (var insert : inserts.values()) {
                insert.close();
            }
        }
    }

    /** What a lost sheet of the archive held may stand in an older table of requests. */
    private boolean lacking(Table table) {
        return tallies.entrySet().stream().filter(each -> each.getKey() == table
                || table.name().equals(LedgerRow.TABLE) && each.getKey().name().equals(Archive.NAME))
                .anyMatch(each -> each.getValue().lacking());
    }

    /** Takes what is still missing from a good copy of the same schema. */
    void fromBackup(Connection backup) throws SQLException {
        for (var each : tallies.entrySet()) {
            var table = each.getKey();
            if (!lacking(table)) {
                continue;
            }
            try (var statement = backup.createStatement();
                    var rows = statement.executeQuery(table.select());
                    var numbered = table.insert(fresh, true);
                    var plain = table.insert(fresh, false)) {
                while (rows.next()) {
                    if (table.summed() && !Checksum.good(table.name(), rows)) {
                        continue;
                    }
                    var values = valuesOf(table, rows);
                    int taken = put(table, numbered, true, rows.getLong(1), values);
                    // A copy may number its rows anew.
                    each.getValue().restored += taken == 0 && table.hidden()
                            ? put(table, plain, false, 0, values)
                            : taken;
                }
            }
        }
    }

    /** Takes the rows that are not what was written, where nothing better was found; their checksums tell. */
    void theRest(Connection damaged) throws SQLException {
        for (var each : tallies.entrySet()) {
            if (each.getKey().summed() && each.getValue().lacking()) {
                bothWays(damaged, each.getKey(), true);
            }
        }
    }
}
