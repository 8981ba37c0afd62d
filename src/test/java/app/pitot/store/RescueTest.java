package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.history.Conversation;
import app.pitot.history.Message;
import app.pitot.history.Preset;
import app.pitot.history.Setup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of the database that somebody removes or replaces while Pitot runs. */
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class RescueTest {
    @TempDir
    Path temp;

    private final List<StoreProblem> problems = new CopyOnWriteArrayList<>();
    private Database database;
    private SqliteHistory history;

    @BeforeEach
    void open() {
        database = new Database(temp, Rows.CLOCKS, problems::add);
        history = new SqliteHistory(database, Rows.CLOCKS);
    }

    @AfterEach
    void close() {
        history.close();
        database.close();
    }

    private void settle() {
        Database.await(database.after(() -> {}), Duration.ofSeconds(10));
    }

    private void fill() {
        history.save(Conversation.begin("c", Rows.NOW, Setup.NONE).withTitle("t", true));
        for (int i = 0; i < 50; i++) {
            ask("q" + i);
        }
        settle();
    }

    private void ask(String id) {
        history.add(Message.question(id, "c", null, Rows.NOW, "text of " + id, List.of()));
    }

    private void remove(String... suffixes) throws Exception {
        for (var suffix : suffixes) {
            Files.deleteIfExists(temp.resolve("pitot.db" + suffix));
        }
    }

    @ParameterizedTest
    @CsvSource({"db,was removed", "db -wal -shm,was removed", "-wal,side files", "-shm,side files",
        "-wal -shm,side files"})
    void whatWasRemovedIsPutBackWithTheNextMessage(String which, String words) throws Exception {
        fill();
        remove(which.replace("db", "").split(" ", -1));
        ask("later");
        settle();
        assertThat(problems).extracting(StoreProblem::message).singleElement().asString().contains(words,
                "nothing is missing");
        close();
        open();
        assertThat(history.messages("c")).hasSize(51).noneMatch(Message::damaged);
        assertThat(history.search("text later", 5)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasRemovedIsPutBackWhenPitotEnds(boolean sides) throws Exception {
        fill();
        remove(sides ? new String[]{"-wal", "-shm"} : new String[]{"", "-wal", "-shm"});
        close();
        open();
        assertThat(history.messages("c")).hasSize(50);
    }

    @Test
    void whatAnotherFileTookThePlaceOfIsKeptAndNamed() throws Exception {
        fill();
        var other = Files.createDirectory(temp.resolve("other"));
        try (var second = new Database(other, Rows.CLOCKS, _ -> {});
                var more = new SqliteHistory(second, Rows.CLOCKS)) {
            more.save(Conversation.begin("d", Rows.NOW, Setup.NONE).withTitle("the other", true));
        }
        Files.move(other.resolve("pitot.db"), temp.resolve("pitot.db"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        history.savePreset(new Preset("p", Setup.NONE));
        settle();
        assertThat(problems).extracting(StoreProblem::message).first().asString().contains("took the place");
        assertThat(history.conversations()).extracting(Conversation::title).containsExactly("the other");
        var kept = Files.list(temp).filter(each -> each.toString().contains(".replaced-")).findFirst().orElseThrow();
        try (var connection = Sql.openToRead(kept, true)) {
            assertThat(Sql.number(connection, "SELECT count(*) FROM message")).isEqualTo(50);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "the words of another program"})
    void aFileThatIsOverwrittenInPlaceIsMadeAnewFromTheBackupAndThatIsSaid(String words) throws Exception {
        fill();
        close();
        try (var connection = Sql.open(temp.resolve("pitot.db"))) {
            new Backups(temp.resolve("pitot.db")).daily(connection, java.time.LocalDate.of(2026, 11, 20));
        }
        open();
        assertThat(history.messages("c")).hasSize(50);
        Files.writeString(temp.resolve("pitot.db"), words);
        ask("later");
        settle();
        assertThat(problems).extracting(StoreProblem::kind).containsExactly(StoreProblem.Kind.DAMAGED);
        assertThat(history.messages("c")).hasSize(51).noneMatch(Message::damaged);
        close();
        open();
        assertThat(history.messages("c")).hasSize(51);
        assertThat(history.conversations()).extracting(Conversation::title).containsExactly("t");
    }

    @Test
    void whatIsNamedPinnedAndDeletedWhileALockHoldsOutlivesACrash() throws Exception {
        fill();
        history.save(Conversation.begin("gone", Rows.NOW, Setup.NONE).withTitle("gone", true));
        settle();
        close();
        database = new Database(temp, Rows.CLOCKS, problems::add, Duration.ofMillis(200), Migrations.shipped());
        history = new SqliteHistory(database, Rows.CLOCKS);
        history.conversations();
        try (var other = Sql.open(temp.resolve("pitot.db"))) {
            Sql.run(other, "BEGIN IMMEDIATE");
            history.change("c", kept -> kept.withTitle("a new name", true));
            history.change("c", kept -> kept.withPinned(true));
            history.savePreset(new Preset("mine", new Setup("be brief", Setup.NONE.parameters(), null, null)));
            history.delete("gone");
            settle();
            database.abandon();
            history = null;
            Sql.run(other, "ROLLBACK");
        }
        open();
        var kept = history.conversations();
        assertThat(kept).extracting(Conversation::id).containsExactly("c");
        assertThat(kept.getFirst().title()).isEqualTo("a new name");
        assertThat(kept.getFirst().pinned()).isTrue();
        assertThat(history.presets()).extracting(Preset::name).containsExactly("mine");
        assertThat(history.presets().getFirst().setup().systemPrompt()).isEqualTo("be brief");
    }

    @Test
    void aPatchIsWhatAChangeSetsAndNothingElse() {
        assertThat(Patch.of(each -> each.withTitle("x", true)).json().toString())
                .isEqualTo("{\"title\":\"x\",\"titled\":true}");
        assertThat(Patch.of(each -> each.withLeaf(null)).json().toString()).isEqualTo("{\"leaf\":null}");
        assertThat(Patch.of(each -> each.withTitle(each.title() + "!", false))).isNull();
    }
}
