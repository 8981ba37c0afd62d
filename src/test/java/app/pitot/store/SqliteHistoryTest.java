package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pitot.api.ChatImage;
import app.pitot.api.ChatParameters;
import app.pitot.api.Delta;
import app.pitot.history.Conversation;
import app.pitot.history.Hit;
import app.pitot.history.Message;
import app.pitot.history.Picture;
import app.pitot.history.Preset;
import app.pitot.history.ReplyFacts;
import app.pitot.history.SearchFailedException;
import app.pitot.history.Setup;
import app.pitot.history.Unsent;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept, on real files. */
class SqliteHistoryTest {
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

    private void reopen() {
        close();
        open();
    }

    private void written() {
        Database.await(database.after(() -> {}), Duration.ofSeconds(10));
    }

    private int count(String sql) throws SQLException {
        written();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + temp.resolve("pitot.db"))) {
            return Sql.number(connection, sql);
        }
    }

    private void sql(String statement) throws SQLException {
        written();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + temp.resolve("pitot.db"))) {
            Sql.run(connection, statement);
        }
    }

    private Conversation begin(String id, String title) {
        var conversation = Conversation.begin(id, Rows.NOW, Setup.NONE).withTitle(title, false);
        history.save(conversation);
        return conversation;
    }

    private Message ask(String id, String conversation, String parent, String text) {
        var message = Message.question(id, conversation, parent, Rows.NOW, text, List.of());
        history.add(message);
        return message;
    }

    @Test
    void keepsWhatWasSaid() {
        var conversation = begin("c", "Limits").withLeaf("r").withPinned(true).withDraft("and then")
                .withChangedAt(Rows.NOW.plusNanos(1_234_000));
        history.save(conversation);
        var question = ask("q", "c", null, "What are the limits?\0 日本 \uD83D\uDE00");
        var reply = Message.reply("r", "c", "q", Rows.NOW, "x");
        history.add(reply);
        var ended = reply.ended("None.", "Hm.", ReplyFacts.of(Rows.routed("x")));
        history.end(ended);
        for (int i = 0; i < 2; i++) {
            assertThat(history.conversations()).containsExactly(conversation);
            assertThat(history.conversation("c")).contains(conversation);
            assertThat(history.messages("c")).usingRecursiveFieldByFieldElementComparator().containsExactly(question,
                    ended);
            reopen();
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void aReplyEndsInTheTransactionOfItsLedgerRow() throws SQLException {
        begin("c", "");
        history.add(Message.reply("r", "c", null, Rows.NOW, "x"));
        var ledger = new SqliteLedger(database, Rows.CLOCKS);
        ledger.begin("x", Rows.spec("m"), Rows.NOW, 150);
        ledger.end(Rows.complete("x"));
        assertThat(count("SELECT count(*) FROM message JOIN request ON request.id = message.exchange"
                + " WHERE state = outcome AND text = 'MARKER-ANSWER' AND reasoning = 'MARKER-REASONING'")).isOne();
        var kept = history.messages("c").getFirst();
        assertThat(kept.state()).isEqualTo(Message.State.COMPLETE);
        assertThat(kept.damaged()).isFalse();
        assertThat(kept.facts()).usingRecursiveComparison().isEqualTo(ReplyFacts.of(Rows.complete("x")));
        history.end(kept);
        assertThat(history.messages("c")).usingRecursiveFieldByFieldElementComparator().containsExactly(kept);
        assertThat(history.search("marker", 10)).hasSize(1);
    }

    @Test
    void piecesOfARunningReplyAreOnTheDiskWithinHalfASecond() throws Exception {
        begin("c", "");
        history.add(Message.reply("r", "c", null, Rows.NOW, "x"));
        var tap = history.tap("r");
        tap.text(Delta.REASONING, "..hm..".toCharArray(), 2, 2);
        tap.text(Delta.ANSWER, "so \uD83D\uDE00".toCharArray(), 0, 4);
        Thread.sleep(500);
        assertThat(count("SELECT count(*) FROM piece WHERE answer = 'so ' AND reasoning = 'hm'")).isOne();
        tap.text(Delta.ANSWER, "so \uD83D\uDE00".toCharArray(), 4, 1);
        Thread.sleep(500);
        var so = history.messages("c").getFirst();
        assertThat(so.text()).isEqualTo("so \uD83D\uDE00");
        assertThat(so.reasoning()).isEqualTo("hm");
        assertThat(so.state()).isEqualTo(Message.State.STREAMING);
        history.end(so.ended("so \uD83D\uDE00.", "hm", ReplyFacts.of(Rows.complete("x"))));
        assertThat(count("SELECT count(*) FROM piece")).isZero();
        tap.text(Delta.ANSWER, "late".toCharArray(), 0, 4);
        Thread.sleep(500);
        assertThat(count("SELECT count(*) FROM piece")).isZero();
    }

    @Test
    void aFastReplyIsKeptInFewPiecesInOrder() throws Exception {
        begin("c", "");
        history.add(Message.reply("r", "c", null, Rows.NOW, "x"));
        var all = new StringBuilder();
        var tap = history.tap("r");
        for (int i = 0; i < 50_000; i++) {
            var token = ("t" + i + " ").toCharArray();
            all.append(token);
            tap.text(Delta.ANSWER, token, 0, token.length);
        }
        Thread.sleep(700);
        assertThat(history.messages("c").getFirst().text()).isEqualTo(all.toString());
        assertThat(count("SELECT count(*) FROM piece")).isLessThan(200);
    }

    @Test
    void whatWasLeftStreamingIsTruncatedAtTheNextStart() throws Exception {
        begin("c", "");
        history.add(Message.reply("r", "c", null, Rows.NOW, "x"));
        history.tap("r").text(Delta.ANSWER, "half an ans".toCharArray(), 0, 11);
        reopen();
        var kept = history.messages("c").getFirst();
        assertThat(kept.state()).isEqualTo(Message.State.TRUNCATED);
        assertThat(kept.text()).isEqualTo("half an ans");
        assertThat(kept.facts()).isNull();
        assertThat(kept.damaged()).isFalse();
        assertThat(history.search("half", 5)).hasSize(1);
        assertThat(count("SELECT count(*) FROM piece")).isZero();
    }

    @Test
    void damagedRowsAreShownAsDamaged() throws SQLException {
        begin("c", "Title");
        ask("q", "c", null, "good words");
        ask("p", "c", null, "other words");
        sql("UPDATE message SET text = 'goof words' WHERE id = 'q'");
        assertThat(history.messages("c")).extracting(Message::damaged).containsExactly(true, false);
        assertThat(history.search("good", 5)).extracting(hit -> hit.excerpt())
                .containsExactly("This message is damaged on the disk.");
        sql("UPDATE conversation SET title = 'Tilte'");
        assertThat(history.conversations().getFirst().title()).isEqualTo("Damaged: Tilte");
        // Moving a damaged message about does not make it good.
        history.end(history.messages("c").getFirst());
        reopen();
        assertThat(history.messages("c").getFirst().damaged()).isTrue();
        history.delete("c");
        history.purge("c");
        assertThat(history.search("good", 5)).isEmpty();
        assertThat(count("SELECT count(*) FROM message")).isZero();
    }

    @Test
    void deletedIsOutOfSightAndComesBack() throws SQLException {
        begin("c", "Kept words");
        ask("q", "c", null, "some words");
        history.delete("c");
        assertThat(history.conversations()).isEmpty();
        assertThat(history.conversation("c")).isEmpty();
        assertThat(history.search("words", 5)).isEmpty();
        history.restore("c");
        assertThat(history.conversations()).hasSize(1);
        assertThat(history.search("words", 5)).extracting(Hit::messageId).containsExactly("q");
        assertThat(history.search("kept", 5)).extracting(Hit::messageId).containsOnlyNulls().hasSize(1);
        history.purge("c");
        assertThat(history.conversations()).hasSize(1);
        history.delete("c");
        history.purge("c");
        assertThat(history.messages("c")).isEmpty();
        assertThat(count("SELECT count(*) FROM message") + count("SELECT count(*) FROM conversation")).isZero();
    }

    @Test
    void aPictureIsKeptOnceAndAsLongAsSomebodyShowsIt() throws SQLException {
        var picture = new Picture(new ChatImage("image/png", new byte[]{1, 2, 3}), "a.png", 30, 20);
        for (var id : List.of("c", "d")) {
            begin(id, "");
            history.add(Message.question("q" + id, id, null, Rows.NOW, "", List.of(picture, picture)));
        }
        assertThat(count("SELECT count(*) FROM picture")).isOne();
        history.delete("c");
        history.purge("c");
        assertThat(history.messages("d").getFirst().pictures()).containsExactly(picture, picture);
        sql("UPDATE picture SET bytes = x'010203FF'");
        assertThat(history.messages("d").getFirst().damaged()).isTrue();
        history.delete("d");
        history.purge("d");
        assertThat(count("SELECT count(*) FROM picture")).isZero();
    }

    @Test
    void whatWaitsToBeSentOutlivesARestart() {
        var picture = new Picture(new ChatImage("image/png", new byte[]{1, 2, 3}), "a.png", 30, 20);
        var other = new Picture(new ChatImage("image/jpeg", new byte[]{4}), "", 1, 2);
        begin("c", "");
        assertThat(history.unsent("c")).isEqualTo(Unsent.NONE);
        var waits = new Unsent(List.of(picture, other, picture), Map.of("r", List.of("su", "")), 0);
        history.keepUnsent("c", waits);
        assertThat(history.unsent("c")).as("at once").isEqualTo(waits);
        reopen();
        assertThat(history.unsent("c")).isEqualTo(waits);
        history.change("c", each -> each.withDraft("text").withSetup(new Setup("Be brief.",
                ChatParameters.NONE, null, null)));
        reopen();
        assertThat(history.unsent("c")).as("beside a setup that changed").isEqualTo(waits);
        assertThat(history.conversation("c").orElseThrow().setup().systemPrompt()).isEqualTo("Be brief.");
        history.keepUnsent("nobody", waits);
        assertThat(history.unsent("nobody")).isNotNull();
        reopen();
        assertThat(history.unsent("nobody")).isEqualTo(Unsent.NONE);
    }

    @Test
    void aPictureOfADraftStaysUntilNothingNamesIt() throws SQLException {
        var picture = new Picture(new ChatImage("image/png", new byte[]{1, 2, 3}), "a.png", 30, 20);
        var waits = new Unsent(List.of(picture), Map.of(), 0);
        begin("c", "");
        begin("d", "");
        history.keepUnsent("c", waits);
        history.add(Message.question("q", "d", null, Rows.NOW, "", List.of(picture)));
        history.delete("d");
        history.purge("d");
        assertThat(count("SELECT count(*) FROM picture")).as("the draft has it").isOne();
        assertThat(history.unsent("c")).isEqualTo(waits);

        history.add(Message.question("sent", "c", null, Rows.NOW, "", List.of(picture)));
        history.keepUnsent("c", Unsent.NONE);
        assertThat(count("SELECT count(*) FROM picture")).as("the question has it").isOne();
        assertThat(history.messages("c").getFirst().pictures()).containsExactly(picture);

        begin("e", "");
        history.keepUnsent("e", new Unsent(List.of(new Picture(new ChatImage("image/png", new byte[]{9}), "", 1, 1)),
                Map.of(), 0));
        assertThat(count("SELECT count(*) FROM picture")).isEqualTo(2);
        history.keepUnsent("e", Unsent.NONE);
        assertThat(count("SELECT count(*) FROM picture")).as("taken out of the draft").isOne();
        history.keepUnsent("e", waits);
        for (var id : List.of("c", "e")) {
            history.delete(id);
            history.purge(id);
        }
        assertThat(count("SELECT count(*) FROM picture")).as("gone with the last").isZero();
    }

    @Test
    void aDamagedPictureOfADraftIsLeftOutAndCounted() throws SQLException {
        begin("c", "");
        var good = new Picture(new ChatImage("image/png", new byte[]{1}), "", 1, 1);
        var bad = new Picture(new ChatImage("image/png", new byte[]{2}), "", 1, 1);
        history.keepUnsent("c", new Unsent(List.of(bad, good), Map.of(), 0));
        sql("UPDATE picture SET bytes = x'FF' WHERE bytes = x'02'");
        assertThat(history.unsent("c")).isEqualTo(new Unsent(List.of(good), Map.of(), 1));
    }

    @Test
    void presetsAreKeptByName() {
        history.savePreset(new Preset("b", Setup.NONE));
        history.savePreset(new Preset("a", new Setup("Be brief.", Setup.NONE.parameters(), null, null)));
        history.deletePreset("b");
        for (int i = 0; i < 2; i++) {
            assertThat(history.presets()).extracting(Preset::name).containsExactly("a");
            assertThat(history.presets().getFirst().setup().systemPrompt()).isEqualTo("Be brief.");
            reopen();
        }
    }

    @Test
    void fieldsOfANewerVersionSurvive() throws SQLException {
        var conversation = begin("c", "");
        written();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + temp.resolve("pitot.db"))) {
            var row = ConversationRow.byId(connection, "c");
            new ConversationRow(row.seq(), row.id(), row.title(), false, false, row.created(), row.changed(), null, "",
                    "{\"newer\":7,\"parameters\":{\"newest\":8}}", null, true).write(connection);
        }
        history.save(conversation.withSetup(new Setup("s", app.pitot.api.ChatParameters.of(0.5, 9), "a", "m")));
        assertThat(count("SELECT count(*) FROM conversation WHERE setup LIKE '%\"newer\":7%'"
                + " AND setup LIKE '%\"newest\":8%' AND setup LIKE '%\"temperature\":0.5%'")).isOne();
    }

    @Test
    void loneSurrogatesBecomeReplacementCharacters() {
        begin("c", "t\uD800");
        ask("q", "c", null, "a\uDC00b\uD83D\uDE00\uD83D");
        reopen();
        assertThat(history.conversations().getFirst().title()).isEqualTo("t\uFFFD");
        assertThat(history.messages("c").getFirst().text()).isEqualTo("a\uFFFDb\uD83D\uDE00\uFFFD");
        assertThat(history.messages("c").getFirst().damaged()).isFalse();
    }

    @Test
    void aVeryLongMessageIsKept() {
        begin("c", "");
        var text = "ten bytes ".repeat(1_000_000) + "needle";
        ask("q", "c", null, text);
        reopen();
        assertThat(history.messages("c").getFirst().text()).isEqualTo(text);
        assertThat(history.search("needle", 5)).hasSize(1);
    }

    @Test
    void everyChangeIsTold() {
        var told = new ArrayList<String>();
        history.onChange(told::add);
        begin("c", "");
        ask("q", "c", null, "?");
        history.delete("c");
        history.restore("c");
        assertThat(told).containsExactly("c", "c", "c", "c");
    }

    @Test
    void damageIsFoundByLookingForIt() throws SQLException {
        begin("c", "Title");
        begin("d", "Other");
        begin("e", "Good");
        for (int i = 0; i < 500; i++) {
            ask("q" + i, i < 250 ? "c" : "e", null, "words " + i);
        }
        sql("UPDATE message SET text = 'goof' WHERE id = 'q240'");
        sql("UPDATE conversation SET title = 'Tilte' WHERE id = 'd'");
        var told = new CopyOnWriteArrayList<String>();
        history.onChange(told::add);
        assertThat(history.damaged("c")).isFalse();
        history.lookForDamage();
        assertThat(history.damaged("c")).isTrue();
        assertThat(history.damaged("d")).isTrue();
        assertThat(history.damaged("e")).isFalse();
        assertThat(told).containsExactlyInAnyOrder("c", "d");
    }

    @Test
    void aSearchOfWhatCannotBeReadSaysSo() throws Exception {
        close();
        java.nio.file.Files.deleteIfExists(temp.resolve("pitot.db"));
        java.nio.file.Files.createDirectory(temp.resolve("pitot.db"));
        open();
        ask("q", "c", null, "kept in memory");
        assertThatThrownBy(() -> history.search("nothing", 5)).isInstanceOf(SearchFailedException.class)
                .hasMessageContaining("could not be searched");
    }
}
