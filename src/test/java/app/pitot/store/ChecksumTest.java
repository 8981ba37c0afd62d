package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksumTest {
    private static final List<String> COLUMNS = List.of("id", "said", "n", "rate", "raw", "checksum");

    @TempDir
    Path temp;

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + temp.resolve("c.db"));
    }

    private static void create(Connection connection) throws SQLException {
        Sql.run(connection, "CREATE TABLE note (id TEXT PRIMARY KEY, said TEXT, n INTEGER, rate REAL, raw BLOB,"
                + " checksum INTEGER)");
    }

    private static void insert(Connection connection, Object... values) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO note VALUES (?, ?, ?, ?, ?, ?)")) {
            var all = java.util.Arrays.copyOf(values, 6);
            all[5] = Checksum.of("note", COLUMNS, all);
            Sql.bind(insert, all);
            insert.executeUpdate();
        }
    }

    private static int good(Connection connection) throws SQLException {
        int count = 0;
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT * FROM note")) {
            while (rows.next()) {
                count += Checksum.good("note", rows) ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void whatIsReadBackIsGood() throws SQLException {
        try (var connection = connect()) {
            create(connection);
            insert(connection, "a", "words", 1, 1.5, new byte[]{1, 2});
            insert(connection, "b", null, null, null, null);
            insert(connection, "c", "lone \ud800 half, nul \0, 😀", Long.MAX_VALUE, -0.0, new byte[0]);
            insert(connection, "d", "", true, 3.0, null);
            insert(connection, "e", "x", Long.MIN_VALUE, 1e300, null);
            insert(connection, "f", "x", 5.0, Double.MIN_VALUE, null);
            assertThat(good(connection)).isEqualTo(6);
        }
    }

    @Test
    void everyChangeOfAColumnShows() throws SQLException {
        for (var change : List.of("id = 'b'", "said = 'Words'", "said = NULL", "said = CAST(said AS BLOB)", "n = 2",
                "n = NULL", "n = '1x'", "rate = 1.25", "rate = NULL", "raw = x'0103'", "raw = NULL", "checksum = NULL",
                "checksum = 0", "checksum = 'x'", "said = n, n = said", "raw = said, said = raw")) {
            try (var connection = connect()) {
                Sql.run(connection, "DROP TABLE IF EXISTS note");
                create(connection);
                insert(connection, "a", "words", 1, 1.5, new byte[]{1, 2});
                Sql.run(connection, "UPDATE note SET " + change);
                assertThat(good(connection)).as(change).isZero();
            }
        }
    }

    @Test
    void oneRowIsNotTakenForAnotherTablesOrForOneWithWordsMoved() {
        var names = List.of("a", "b");
        var all = new HashSet<Long>();
        all.add(Checksum.of("t", names, "xy", "z"));
        all.add(Checksum.of("t", names, "x", "yz"));
        all.add(Checksum.of("t", names, "z", "xy"));
        all.add(Checksum.of("u", names, "xy", "z"));
        all.add(Checksum.of("t", names, "xy", null));
        all.add(Checksum.of("t", names, null, "xy"));
        all.add(Checksum.of("t", names, "", "xy"));
        all.add(Checksum.of("t", names, 1, null));
        all.add(Checksum.of("t", names, "1", null));
        all.add(Checksum.of("t", names, new byte[]{'1'}, null));
        assertThat(all).hasSize(10);
        assertThatThrownBy(() -> Checksum.of("t", names, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNewColumnAndAnotherOrderChangeNothing() throws SQLException {
        try (var connection = connect()) {
            create(connection);
            insert(connection, "a", "words", 1, 1.5, new byte[]{1, 2});
            Sql.run(connection, "ALTER TABLE note ADD COLUMN more TEXT");
            assertThat(good(connection)).isEqualTo(1);
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "SELECT checksum, raw, rate, n, said, id, more FROM note")) {
                rows.next();
                assertThat(Checksum.good("note", rows)).isTrue();
            }
        }
    }

    @Test
    void aMigrationGivesOldRowsTheirChecksum() throws Exception {
        var migrations = new Migrations(List.of("CREATE TABLE note (id TEXT, said TEXT, n INTEGER);\n"
                + "INSERT INTO note VALUES ('a', 'words', 7), ('b', NULL, 8);\n",
                "ALTER TABLE note ADD COLUMN checksum INTEGER;\n"));
        try (var connection = connect()) {
            migrations.apply(connection, temp.resolve("c.db"));
            assertThat(good(connection)).isEqualTo(2);
            Sql.run(connection, "UPDATE note SET n = 9 WHERE id = 'a'");
            assertThat(good(connection)).isEqualTo(1);
        }
    }
}
