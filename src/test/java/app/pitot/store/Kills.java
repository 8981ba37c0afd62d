package app.pitot.store;

import app.pitot.compare.Comparison;
import app.pitot.history.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Kills {@link KillChild} at random moments and looks at what is left. */
final class Kills {
    /** A new folder, with a database of the last released schema, after so many kills. */
    private static final int PER_FOLDER = 10;
    private static final long MAX_LOSS_NANOS = 500_000_000;

    private final Path root;
    private final Random random;
    // Of the folder in use.
    private Path folder;
    private int next;
    private final Map<Integer, Integer> ended = new HashMap<>();
    private final Map<Integer, Integer> measured = new HashMap<>();
    private final Set<Integer> asked = new HashSet<>();
    private final Set<Integer> deleted = new HashSet<>();
    private final Set<Integer> purged = new HashSet<>();
    private final Set<String> backups = new HashSet<>();

    /** What is wrong, in words; empty if all is well. */
    final List<String> faults = new ArrayList<>();
    int kills;
    int kept;
    int backedUp;
    int whileMigrating;
    long worstLossNanos;

    Kills(Path root, long seed) {
        this.root = root;
        this.random = new Random(seed);
    }

    void run(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            if (i % PER_FOLDER == 0) {
                begin(i / PER_FOLDER);
            }
            kill();
        }
    }

    private void begin(int number) throws Exception {
        folder = Files.createDirectories(root.resolve("f" + number));
        ended.clear();
        measured.clear();
        asked.clear();
        deleted.clear();
        purged.clear();
        backups.clear();
        try (var connection = Sql.open(folder.resolve("pitot.db"))) {
            Sql.run(connection, "PRAGMA journal_mode = WAL");
            Migrations.upTo(2).make(connection);
            try (var insert = connection.prepareStatement(
                    "INSERT INTO request (id, started_ms, provider, account, model, reserved_tokens)"
                            + " VALUES (?, ?, 'p', 'a', 'm', 5)")) {
                for (int i = 0; i < 300; i++) {
                    Sql.bind(insert, "old" + i, (long) i);
                    insert.executeUpdate();
                }
            }
        }
    }

    private void kill() throws Exception {
        var child = new ProcessBuilder(List.of(ProcessHandle.current().info().command().orElseThrow(), "-Xmx64m",
                "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), KillChild.class.getName(), folder.toString(),
                Integer.toString(next), Long.toString(random.nextLong())))
                .redirectError(ProcessBuilder.Redirect.to(root.resolve("stderr").toFile())).start();
        var lines = new ArrayList<String>();
        try (var out = child.inputReader(StandardCharsets.UTF_8)) {
            var first = out.readLine();
            if (first == null) {
                throw new IOException("the child did not start: " + Files.readString(root.resolve("stderr")));
            }
            if (random.nextInt(3) > 0) {
                // Two of three times while it streams, saves, deletes and backs up; else while it opens and migrates.
                for (var line = ""; line != null && !line.startsWith("Q");) {
                    line = out.readLine();
                    if (line != null) {
                        lines.add(line);
                    }
                }
                Thread.sleep(random.nextInt(1_000));
            } else {
                Thread.sleep(random.nextInt(400));
            }
            // By its handle: that leaves what it said to be read.
            child.toHandle().destroyForcibly();
            out.lines().forEach(lines::add);
        } finally {
            child.destroyForcibly().waitFor();
        }
        kills++;
        look(lines);
    }

    private void look(List<String> lines) throws Exception {
        var stream = new ArrayList<long[]>();
        for (var line : lines) {
            var words = line.split(" ");
            int n = words[0].matches("[QSCEDP]") ? Integer.parseInt(words[1]) : 0;
            switch (words[0]) {
                case "Q" -> {
                    asked.add(n);
                    stream.clear();
                }
                case "S" -> stream.add(new long[]{n, Long.parseLong(words[2]), Long.parseLong(words[3])});
                case "C" -> measured.put(n, Integer.parseInt(words[2]));
                case "E" -> {
                    ended.put(n, Integer.parseInt(words[2]));
                    stream.clear();
                }
                case "D" -> deleted.add(n);
                case "P" -> purged.add(n);
                case "B" -> backups.add(words[1]);
                default -> faults.add("the child says: " + line);
            }
            next = Math.max(next, n + 1);
        }
        // One that was begun and not told of may be there, too.
        next++;
        whileMigrating += lines.isEmpty() ? 1 : 0;
        reopen(stream);
    }

    private void reopen(List<long[]> stream) throws SQLException {
        var problems = new ArrayList<StoreProblem>();
        var database = new Database(folder, Rows.CLOCKS, problems::add, Duration.ofSeconds(5), Migrations.shipped());
        try (database; var history = new SqliteHistory(database, Rows.CLOCKS)) {
            history.openSoon();
            Database.await(database.after(() -> {}), Duration.ofSeconds(30));
            var comparisons = new SqliteComparisons(database);
            for (int n : asked) {
                look(history, n);
                look(comparisons, n);
            }
            lookAtStream(history, stream);
        }
        problems.forEach(each -> faults.add("told: " + each));
        try (var connection = Sql.open(folder.resolve("pitot.db"))) {
            var found = Findings.of(connection);
            check(found.whole() && found.bad() == 0, "the file is not whole: " + found);
            check(Sql.number(connection, "SELECT count(*) FROM request WHERE id LIKE 'old%'") == 300, "old rows");
            var half = Sql.texts(connection, """
                    SELECT m.id || ' ' || m.state || ' ' || coalesce(r.outcome, 'none')
                    FROM message m JOIN request r ON r.id = m.exchange
                    WHERE (r.outcome IS NULL) <> (m.facts IS NULL)""");
            check(half.isEmpty(), "half transactions: " + half);
            for (int n : ended.keySet()) {
                check(Sql.number(connection, "SELECT count(*) FROM request WHERE id = 'x" + n
                        + "' AND outcome = 'complete'") == 1, "no ledger row of " + n);
                kept++;
            }
        }
        for (var backup : new Backups(folder.resolve("pitot.db")).list()) {
            try (var copy = Sql.openToRead(backup.file(), true)) {
                check(Findings.of(copy).whole() && !backup.damaged(), "a backup is not whole: " + backup);
                backedUp++;
            }
        }
    }

    private void look(SqliteHistory history, int n) {
        var messages = history.messages("c" + n);
        if (purged.contains(n)) {
            check(messages.isEmpty() && history.conversation("c" + n).isEmpty(), "purged and there: " + n);
            return;
        }
        if (deleted.contains(n)) {
            // Either way is right; half is not.
            check(messages.isEmpty() || messages.size() == 2, "half purged: " + n);
            return;
        }
        check(messages.size() == 2 && history.conversation("c" + n).isPresent(), "lost " + n + ": " + messages);
        if (messages.size() == 2) {
            kept++;
            check(messages.getFirst().text().equals(KillChild.text(n, 200)) && !messages.getFirst().damaged(),
                    "another question: " + n);
            var reply = messages.getLast();
            var whole = ended.get(n);
            check(reply.text().equals(KillChild.text(n, reply.text().length())) && !reply.damaged(),
                    "another reply: " + n);
            check(whole == null || reply.state() == Message.State.COMPLETE && reply.text().length() == whole,
                    "not ended: " + n + " " + reply.state() + " " + reply.text().length() + " of " + whole);
        }
    }

    private void look(SqliteComparisons comparisons, int n) {
        var run = comparisons.read("k" + n);
        if (purged.contains(n)) {
            check(run == null, "a comparison is removed and there: " + n);
        } else if (run == null) {
            check(deleted.contains(n), "a comparison is lost: " + n);
        } else {
            int count = run.samples().size();
            check(count >= measured.getOrDefault(n, 0) && count <= KillChild.SAMPLES && run.name() == null,
                    "samples of " + n + ": " + count);
            check(ended.get(n) == null || run.state() == Comparison.State.DONE, "a comparison has not ended: " + n);
            kept += count;
            for (int i = 0; i < count; i++) {
                check(run.samples().get(i).answer().equals("The answer of k" + n + "-" + i), "another sample: " + n);
            }
        }
    }

    /** How old was the oldest text that is gone when the child last spoke? */
    private void lookAtStream(SqliteHistory history, List<long[]> stream) {
        if (stream.isEmpty()) {
            return;
        }
        var last = stream.getLast();
        var messages = history.messages("c" + last[0]);
        int length = messages.size() < 2 ? 0 : messages.getLast().text().length();
        long lossSince = stream.stream().filter(each -> each[1] > length).mapToLong(each -> each[2]).findFirst()
                .orElse(last[2]);
        long loss = last[2] - lossSince;
        worstLossNanos = Math.max(worstLossNanos, loss);
        check(loss <= MAX_LOSS_NANOS, "text of " + loss / 1_000_000 + " ms is lost");
    }

    private void check(boolean right, String fault) {
        if (!right) {
            faults.add("kill " + kills + " in " + folder.getFileName() + ": " + fault);
        }
    }
}
