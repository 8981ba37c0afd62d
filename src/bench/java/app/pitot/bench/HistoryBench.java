package app.pitot.bench;

import app.pitot.api.ChatMessage;
import app.pitot.api.ChatRequest;
import app.pitot.api.Outcome;
import app.pitot.api.Usage;
import app.pitot.base.Clocks;
import app.pitot.exchange.ExchangeResult;
import app.pitot.exchange.ExchangeSpec;
import app.pitot.history.Conversation;
import app.pitot.history.Message;
import app.pitot.history.ReplyFacts;
import app.pitot.history.Setup;
import app.pitot.keys.KeySource;
import app.pitot.provider.Account;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Provider;
import app.pitot.speed.SpeedReading;
import app.pitot.store.Database;
import app.pitot.store.SqliteHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/**
 * A history of 100,000 messages in 5,000 conversations: what searching, listing and opening take. Words are as frequent as
 * in a natural language. Argument: how many messages, 100,000 without one.
 */
public final class HistoryBench {
    private static final int CONVERSATIONS = 5_000;
    private static final int LONG = 1_000;
    private static final int ROUNDS = 40;
    private static final double LIMIT_MS = 100;
    private static final int VOCABULARY = 50_000;

    private final Random random = new Random(7);
    private final Clocks clocks = Clocks.system();
    private final String[] words = new String[VOCABULARY];
    private int slow;

    private HistoryBench() {
        for (int i = 0; i < VOCABULARY; i++) {
            var word = new StringBuilder();
            for (int left = 1 + random.nextInt(3) + (i > 100 ? 1 : 0); left > 0; left--) {
                word.append("bcdfghklmnprstvw".charAt(random.nextInt(16))).append("aeiou".charAt(random.nextInt(5)));
            }
            words[i] = word.toString();
        }
    }

    public static void main(String[] args) throws Exception {
        int messages = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        var folder = Files.createTempDirectory("history-bench");
        try {
            new HistoryBench().run(folder, messages);
        } finally {
            remove(folder);
        }
    }

    private void run(Path folder, int messages) throws IOException {
        var database = new Database(folder, clocks, problem -> System.out.println(problem.message()));
        var history = new SqliteHistory(database, clocks);
        fill(history, messages);
        var file = folder.resolve("pitot.db");
        System.out.printf(Locale.ROOT, "file                          %8.1f MB%n", Files.size(file) / 1e6);
        queries(history);
        measure("list of 5,000 conversations", _ -> history.conversations());
        measure("opening of 1,000 messages", _ -> history.messages("c0"));
        measure("opening of 20 messages", i -> history.messages("c" + (i + 1)));
        measure("one question, on the disk", i -> {
            history.add(Message.question("late" + i, "c1", null, clocks.now(), text(40), List.of()));
            history.taken(List.of());
        });
        history.close();
        database.close();
        // A missed figure is a figure, as in the other benches: on a busy machine the ones behind it would never be taken.
        System.out.println(slow == 0 ? "Every search within 100 ms." : slow + " kinds of search over 100 ms at p95.");
    }

    private void fill(SqliteHistory history, int messages) {
        long start = clocks.nanos();
        var now = clocks.now();
        int each = Math.max(2, (messages - LONG) / CONVERSATIONS);
        int said = 0;
        for (int c = 0; c < CONVERSATIONS && said < messages; c++) {
            var home = Conversation.begin("c" + c, now.minus(Duration.ofHours(c)), Setup.NONE);
            history.save(home.withTitle(text(5), false));
            int count = Math.min(c == 0 ? LONG : each, messages - said);
            for (int m = 0; m < count; m += 2) {
                ask(history, home, m, now.minus(Duration.ofHours(c)));
            }
            said += count;
            // Not more in memory than a window would have.
            history.taken(List.of());
        }
        double seconds = (clocks.nanos() - start) / 1e9;
        System.out.printf(Locale.ROOT, "messages added                %8d in %.1f s: %.0f/s%n", said, seconds,
                said / seconds);
    }

    private void ask(SqliteHistory history, Conversation home, int number, Instant at) {
        var question = Message.question(home.id() + "-q" + number, home.id(), null, at, text(30), List.of());
        history.add(question);
        var reply = Message.reply(home.id() + "-r" + number, home.id(), question.id(), at, home.id() + "-x" + number);
        history.add(reply.ended(text(150), number % 4 == 0 ? text(80) : "", facts(reply.exchangeId(), question)));
    }

    private static ReplyFacts facts(String id, Message question) {
        var provider = new Provider("custom", "example.test/v1", null, "auto");
        var account = new Account("custom:example.test/v1", provider, "http://example.test/v1", null, KeySource.none(),
                "no key");
        var asked = new ChatRequest("m", List.of(new ChatMessage(ChatMessage.Role.USER, question.text())), 0.7, 4_096);
        return ReplyFacts.of(new ExchangeResult(id, new ExchangeSpec(account, ModelInfo.ofId("m"), asked),
                question.at(), Outcome.COMPLETE, "stop", "", "", new Usage(40, 60, 100, 10, null), SpeedReading.NONE,
                null, null, null, null, List.of()));
    }

    private void queries(SqliteHistory history) {
        search(history, "rare words", i -> words[20_000 + i * 700]);
        search(history, "usual words", i -> words[500 + i * 20]);
        search(history, "the most frequent words", i -> words[i % 5]);
        search(history, "two frequent words", i -> words[i % 7] + " " + words[10 + i % 11]);
        search(history, "a frequent and a rare word", i -> words[i % 7] + " " + words[5_000 + i * 100]);
        search(history, "one letter", i -> "" + "bcdfghklmnprstvw".charAt(i % 16));
        search(history, "two letters", i -> words[i].substring(0, 2));
        search(history, "three letters", i -> words[200 + i].substring(0, 3));
        search(history, "nothing to be found", i -> "xyzzy" + i);
    }

    private void search(SqliteHistory history, String kind, IntFunction<String> query) {
        double p95 = measure("search: " + kind, i -> history.search(query.apply(i), 50));
        if (p95 > LIMIT_MS) {
            slow++;
        }
    }

    /** Prints and returns milliseconds. */
    private double measure(String what, IntConsumer work) {
        work.accept(0);
        var took = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = clocks.nanos();
            work.accept(i);
            took[i] = (clocks.nanos() - start) / 1e6;
        }
        Arrays.sort(took);
        System.out.printf(Locale.ROOT, "%-38s p50 %7.1f ms  p95 %7.1f ms%n", what, took[ROUNDS / 2],
                took[ROUNDS * 95 / 100]);
        return took[ROUNDS * 95 / 100];
    }

    private String text(int length) {
        var text = new ArrayList<String>();
        for (int i = 0; i < length; i++) {
            text.add(words[(int) (VOCABULARY * Math.pow(random.nextDouble(), 4))]);
        }
        return String.join(" ", text) + ".";
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
