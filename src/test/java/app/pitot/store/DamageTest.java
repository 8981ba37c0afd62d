package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.history.Conversation;
import app.pitot.history.Message;
import app.pitot.history.Setup;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Some damages; the bench does ten thousand. */
class DamageTest {
    @TempDir
    Path temp;

    @Test
    void noDamageIsShownAsGood() throws Exception {
        var damages = new Damages(temp, 7);
        damages.run(60);
        assertThat(damages.faults).isEmpty();
        assertThat(damages.measurements()).isGreaterThan(5_000);
        assertThat(damages.ledgersRead).isGreaterThan(50);
        assertThat(damages.outcomes.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(60);
    }

    @Test
    void aDamagedRowThatLacksWhatIsAlwaysThereIsShownAsDamaged() throws Exception {
        try (var database = new Database(temp, Rows.CLOCKS, each -> {});
                var history = new SqliteHistory(database, Rows.CLOCKS)) {
            history.save(Conversation.begin("c", Rows.NOW, Setup.NONE).withTitle("t", true));
            history.add(Message.question("q", "c", null, Rows.NOW, "words", List.of()));
        }
        try (var connection = Sql.open(temp.resolve("pitot.db"))) {
            Sql.run(connection, "PRAGMA writable_schema = ON");
            Sql.run(connection, "UPDATE sqlite_schema SET sql = replace(sql, ' NOT NULL', '')"
                    + " WHERE name IN ('message', 'conversation')");
        }
        try (var connection = Sql.open(temp.resolve("pitot.db"))) {
            Sql.run(connection, "UPDATE message SET kind = NULL, state = NULL, tool_calls = NULL, pictures = NULL,"
                    + " text = NULL, reasoning = NULL");
            Sql.run(connection, "UPDATE conversation SET title = NULL, draft = NULL, setup = NULL");
        }
        try (var database = new Database(temp, Rows.CLOCKS, each -> {});
                var history = new SqliteHistory(database, Rows.CLOCKS)) {
            assertThat(history.messages("c")).singleElement().matches(Message::damaged);
            assertThat(history.conversations()).singleElement().matches(each -> !each.draft().equals("?"));
            assertThat(history.conversation("c").orElseThrow().setup()).isEqualTo(Setup.NONE);
        }
    }
}
