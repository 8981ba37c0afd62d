package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.history.Conversation;
import app.pitot.history.Hit;
import app.pitot.history.Message;
import app.pitot.history.ReplyFacts;
import app.pitot.history.Setup;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found, and how it is shown. */
@Timeout(60)
class HistorySearchTest {
    @TempDir
    Path temp;

    private final List<StoreProblem> problems = new ArrayList<>();
    private Database database;
    private SqliteHistory history;

    @BeforeEach
    void open() {
        database = new Database(temp, Rows.CLOCKS, problems::add);
        history = new SqliteHistory(database, Rows.CLOCKS);
        history.save(Conversation.begin("c", Rows.NOW, Setup.NONE));
    }

    @AfterEach
    void close() {
        history.close();
        database.close();
        assertThat(problems).isEmpty();
    }

    private void say(String id, Instant at, String text) {
        history.add(Message.question(id, "c", null, at, text, List.of()));
    }

    private List<String> found(String words) {
        return history.search(words, 50).stream().map(Hit::messageId).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Rate limits differ|rate", "Rate limits differ|LIMITS rate",
        "Rate limits differ|rate lim", "Ça va, Élodie?|elodie", "Ca va, Elodie?|Élodie ça", "naïve|naive",
        "Straße 12|straße 1", "我喜欢日本料理|日本", "我喜欢日本料理|料", "カタカナとひらがな|かたかな ひらがな", "한국어를 배워요|한국",
        "ภาษาไทยง่าย|ไทย", "great \uD83D\uDE80 launch|\uD83D\uDE80", "use C++ here|c++", "don't panic|don't",
        "foo-bar baz|foo-bar", "half ﬁne|half", "𠮷野家 is good|𠮷野", "a b c|b"})
    void finds(String text, String words) {
        say("m", Rows.NOW, text);
        say("other", Rows.NOW, "nothing of that kind 0");
        if (words.startsWith("かた")) {
            // Katakana and hiragana are not the same letters.
            assertThat(found(words)).isEmpty();
        } else {
            assertThat(found(words)).containsExactly("m");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Rate limits differ|rat limits", "Rate limits differ|ate", "我喜欢日本料理|本日",
        "one two|one three", "one two|two\"one", "abc|\"", "abc|*", "abc|()", "abc|- -", "abc|' '", "abc|OR",
        "abc|NEAR(", "abc|text:", "abc|\\"})
    void findsNot(String text, String words) {
        say("m", Rows.NOW, text);
        assertThat(found(words)).isEmpty();
    }

    @Test
    void anythingMayBeTyped() {
        say("m", Rows.NOW, "or not near and 0");
        for (var words : List.of("", " ", "\0", "or\0not", "\"or", "or AND", "or*", "or^ near", "{or}: not", "\uD83D",
                "x".repeat(1_000_000), "or ".repeat(300_000), "\"".repeat(1_000))) {
            history.search(words, 10);
        }
        assertThat(found("or AND")).containsExactly("m");
        assertThat(found("\"or\" not*")).containsExactly("m");
        assertThat(found("or ".repeat(300_000))).containsExactly("m");
        assertThat(history.search("or", 0)).isEmpty();
        var random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            var words = new StringBuilder();
            for (int k = random.nextInt(12); k >= 0; k--) {
                words.append("ab\"'*():^-+{}~\\ \0\n\t\uD83D\uDE80\u0301ß中\u202E".charAt(random.nextInt(24)));
            }
            history.search(words.toString(), 10);
        }
    }

    @Test
    void theExcerptIsOneLineWithItsWordsMarked() {
        say("m", Rows.NOW, "lead in ".repeat(30) + "the\n\n  Él\u0301odie\twaits " + "and on ".repeat(50));
        var hit = history.search("elodie", 5).getFirst();
        assertThat(hit.excerpt()).doesNotContain("\n", "\t", "  ").contains("the Él\u0301odie waits").startsWith("…")
                .endsWith("…").hasSizeLessThan(200);
        assertThat(hit.marks()).hasSize(1);
        var mark = hit.marks().getFirst();
        assertThat(hit.excerpt().substring(mark.start(), mark.end())).isEqualTo("Él\u0301odie");
    }

    @Test
    void reasoningIsSearchedToo() {
        var reply = Message.reply("r", "c", null, Rows.NOW, "x");
        history.add(reply);
        assertThat(found("marker")).isEmpty();
        history.end(reply.ended("a plain answer", "a hidden thought",
                ReplyFacts.of(Rows.complete("x"))));
        assertThat(history.search("hidden", 5)).extracting(Hit::excerpt).containsExactly("a hidden thought");
    }

    @Test
    void theLateAndTheShortComeFirst() {
        say("long", Rows.NOW, "limit " + "and much else ".repeat(200));
        say("old", Rows.NOW.minus(Duration.ofDays(400)), "limit reached");
        say("new", Rows.NOW, "limit reached");
        assertThat(found("limit")).containsExactly("new", "old", "long");
        history.save(Conversation.begin("d", Rows.NOW, Setup.NONE).withTitle("Limit", true));
        assertThat(history.search("limit", 5).getFirst().conversationId()).isEqualTo("d");
    }

    @Test
    void aRenamedConversationIsFoundByItsNewTitleAlone() {
        history.change("c", each -> each.withTitle("Autumn", true));
        assertThat(history.search("autumn", 5)).hasSize(1);
        history.change("c", each -> each.withTitle("Winter", true));
        assertThat(history.search("autumn", 5)).isEmpty();
        assertThat(history.search("wint", 5)).hasSize(1);
    }

    @Test
    void aDamagedIndexIsMadeAnew() throws Exception {
        say("m", Rows.NOW, "needle");
        Database.await(database.after(() -> {}), Duration.ofSeconds(5));
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + temp.resolve("pitot.db"))) {
            Sql.run(connection, "UPDATE said_data SET block = x'FFFFFFFFFFFFFFFFFFFF' WHERE id > 10");
        }
        // Not even a connection that has the old index in memory is misled for long.
        close();
        open();
        assertThat(found("needle")).containsExactly("m");
        say("n", Rows.NOW, "needle");
        assertThat(found("needle")).containsExactlyInAnyOrder("m", "n");
        assertThat(temp.toFile().list((_, name) -> name.contains("corrupt"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"an empty object {} here|{}", "(a) => a + 1|=>", "a ≠ b|≠", "x->y and z|->",
        "100% sure_|%", "100% sure_|_", "if (a && b) {}|&& {}"})
    void findsSymbolsToo(String text, String words) {
        say("m", Rows.NOW, text);
        say("other", Rows.NOW, "nothing of that kind 0");
        var hits = history.search(words, 50);
        assertThat(hits).extracting(Hit::messageId).containsExactly("m");
        assertThat(hits.getFirst().marks()).isNotEmpty();
        close();
        open();
        assertThat(found(words)).containsExactly("m");
        assertThat(history.searchNote(words)).contains("latest 10,000");
        assertThat(history.searchNote("words")).isEmpty();
    }
}
