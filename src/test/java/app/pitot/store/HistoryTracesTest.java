package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.Delta;
import app.pitot.base.Clocks;
import app.pitot.history.Conversation;
import app.pitot.history.Message;
import app.pitot.history.Setup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was deleted for good is in no file any more. */
@Timeout(60)
class HistoryTracesTest {
    private static final String MARKER = "zqxjkvmarker";

    @TempDir
    Path temp;

    private final List<StoreProblem> problems = new ArrayList<>();

    private int traces() throws IOException {
        int found = 0;
        for (var suffix : List.of("", "-wal", "-shm")) {
            var file = temp.resolve("pitot.db" + suffix);
            if (Files.exists(file)) {
                var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                found += text.split(MARKER, -1).length - 1;
            }
        }
        return found;
    }

    private static void settle(Database database) {
        Database.await(database.after(() -> {}), Duration.ofSeconds(20));
    }

    /** Among other conversations, so that pages are shared and indexes have depth. */
    private void talk(SqliteHistory history) {
        for (int c = 0; c < 40; c++) {
            history.save(Conversation.begin("c" + c, Rows.NOW, Setup.NONE)
                    .withTitle(c == 20 ? MARKER + "title" : "Title " + c, true)
                    .withDraft(c == 20 ? MARKER + "draft" : ""));
            for (int m = 0; m < 12; m++) {
                var text = (c == 20 ? MARKER + m + " " : "") + ("word" + (c * 31 + m) + " and more ").repeat(20);
                history.add(Message.question("c" + c + "m" + m, "c" + c, null, Rows.NOW, text, List.of()));
            }
        }
        history.add(Message.reply("r", "c20", null, Rows.NOW, "x"));
        history.tap("r").text(Delta.ANSWER, (MARKER + "piece").toCharArray(), 0, MARKER.length() + 5);
    }

    @Test
    void purgedIsPurged() throws Exception {
        try (var database = new Database(temp, Rows.CLOCKS, problems::add);
                var history = new SqliteHistory(database, Rows.CLOCKS)) {
            talk(history);
            Thread.sleep(600);
            settle(database);
            assertThat(traces()).isGreaterThan(10);
            history.delete("c20");
            settle(database);
            assertThat(traces()).isGreaterThan(10);
            history.purge("c20");
            settle(database);
            assertThat(traces()).isZero();
            assertThat(history.search("word5", 5)).isNotEmpty();
            assertThat(history.search(MARKER, 5)).isEmpty();
        }
        assertThat(traces()).isZero();
        assertThat(problems).isEmpty();
    }

    @Test
    void whatWasLeftDeletedIsPurgedByALaterStart() throws Exception {
        try (var database = new Database(temp, Rows.CLOCKS, problems::add);
                var history = new SqliteHistory(database, Rows.CLOCKS)) {
            talk(history);
            history.delete("c20");
        }
        var later = new Clocks(Rows.CLOCKS.ticker(), () -> Rows.NOW.plus(Duration.ofMinutes(59)));
        try (var database = new Database(temp, later, problems::add);
                var history = new SqliteHistory(database, later)) {
            history.restore("c20");
            assertThat(history.conversation("c20")).isPresent();
            history.delete("c20");
        }
        var much = new Clocks(Rows.CLOCKS.ticker(), () -> Rows.NOW.plus(Duration.ofHours(3)));
        try (var database = new Database(temp, much, problems::add); var history = new SqliteHistory(database, much)) {
            assertThat(history.messages("c20")).isEmpty();
            settle(database);
            assertThat(traces()).isZero();
        }
    }

    /** The control: without the settings, traces stay. */
    @Test
    void withoutTheSettingsTracesStay() throws Exception {
        try (var database = new Database(temp, Rows.CLOCKS, problems::add);
                var history = new SqliteHistory(database, Rows.CLOCKS)) {
            talk(history);
            history.delete("c20");
        }
        try (var connection = Sql.open(temp.resolve("pitot.db"))) {
            careless(connection);
        }
        assertThat(traces()).isGreaterThan(10);
    }

    private static void careless(Connection connection) throws SQLException {
        Sql.run(connection, "PRAGMA secure_delete = OFF");
        Sql.run(connection, "INSERT INTO said (said, rank) VALUES ('secure-delete', 0)");
        new HistoryChange.Purge("c20").write(connection);
    }
}
