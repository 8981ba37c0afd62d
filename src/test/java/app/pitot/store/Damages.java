package app.pitot.store;

import app.pitot.api.Outcome;
import app.pitot.exchange.ExchangeResult;
import app.pitot.history.Conversation;
import app.pitot.history.Message;
import app.pitot.history.ReplyFacts;
import app.pitot.history.SearchFailedException;
import app.pitot.history.Setup;
import app.pitot.quota.Reservation;
import app.pitot.speed.SpeedReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Harms copies of a database in every way and looks at what the history then shows: nothing that was never written as if it
 * had been, no exception, and no file gone.
 */
final class Damages {
    private static final int PAGE = 4096;
    private static final int EXCHANGES = 150;
    /** As many in the write-ahead log and not yet in the file. */
    private static final int IN_LOG = 20;

    private final Path root;
    private final Path original;
    private final Random random;
    private final Map<String, Message> truth = new HashMap<>();
    private final LedgerTruth ledgerTruth;
    private final ComparisonTruth comparisons = new ComparisonTruth();

    /** What is wrong, in words; empty if all is well. */
    final List<String> faults = new ArrayList<>();
    /** How many copies ended how. */
    final Map<String, Integer> outcomes = new TreeMap<>();
    long shownGood;
    long shownDamaged;
    long missing;
    /** Copies whose ledger could be read to its end afterwards, and those where it could not. */
    long ledgersRead;
    long ledgersUnread;

    Damages(Path root, long seed) throws Exception {
        this.root = root;
        this.random = new Random(seed);
        this.original = Files.createDirectories(root.resolve("original"));
        fill();
        // Of a copy: looking at it folds its log into the file.
        var copy = Files.createDirectories(root.resolve("truth"));
        copy(original, copy, "pitot.db");
        copy(original, copy, "pitot.db-wal");
        ledgerTruth = new LedgerTruth(file(copy));
        if (ledgerTruth.size() != EXCHANGES + IN_LOG) {
            throw new IllegalStateException("only " + ledgerTruth.size() + " rows in the ledger");
        }
    }

    private void fill() throws Exception {
        var database = new Database(original, Rows.CLOCKS, each -> faults.add("told: " + each));
        try (database; var history = new SqliteHistory(database, Rows.CLOCKS)) {
            var ledger = new SqliteLedger(database, Rows.CLOCKS);
            add(history, ledger, 0, EXCHANGES);
            comparisons.fill(new SqliteComparisons(database), 0);
            settle(database);
            try (var connection = Sql.open(file(original))) {
                Sql.run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
                new Backups(file(original)).daily(connection, LocalDate.EPOCH);
            }
            add(history, ledger, EXCHANGES, EXCHANGES + IN_LOG);
            comparisons.fill(new SqliteComparisons(database), 100);
            settle(database);
            for (int n = 0; n < EXCHANGES + IN_LOG; n++) {
                history.messages("c" + n / 10).forEach(each -> truth.put(each.id(), each));
            }
            // As a crash leaves it: closing would fold the log into the file.
            Files.copy(file(original), original.resolve("then"));
            Files.copy(original.resolve("pitot.db-wal"), original.resolve("then-wal"));
        }
        Files.move(original.resolve("then"), file(original), StandardCopyOption.REPLACE_EXISTING);
        Files.move(original.resolve("then-wal"), original.resolve("pitot.db-wal"));
        if (truth.size() != 2 * (EXCHANGES + IN_LOG)) {
            throw new IllegalStateException("only " + truth.size() + " messages");
        }
    }

    private static void add(SqliteHistory history, SqliteLedger ledger, int from, int to) {
        for (int n = from; n < to; n++) {
            var conversation = "c" + n / 10;
            if (n % 10 == 0 || n == from) {
                history.save(Conversation.begin(conversation, Rows.NOW, Setup.NONE).withTitle("about " + n, true));
            }
            history.add(Message.question("q" + n, conversation, null, Rows.NOW, KillChild.text(n, 50 + n), List.of()));
            var reply = Message.reply("r" + n, conversation, "q" + n, Rows.NOW, "x" + n);
            history.add(reply);
            ledger.begin("x" + n, Rows.spec("m"), Rows.NOW, 150);
            // Some need pages of their own.
            var text = KillChild.text(n, n % 25 == 3 ? 20_000 : 100 + 7 * n);
            var result = new ExchangeResult("x" + n, Rows.spec("m"), Rows.NOW, Outcome.COMPLETE, "stop", text, "",
                    null, SpeedReading.NONE, null, null, new Reservation(1, 50, 100, 0), null, List.of());
            ledger.end(result);
            history.end(reply.ended(text, "", ReplyFacts.of(result)));
        }
    }

    void run(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            one(i);
        }
    }

    private void one(int number) throws Exception {
        var folder = root.resolve("copy" + number);
        Files.createDirectories(folder);
        copy(original, folder, "pitot.db");
        copy(original, folder, "pitot.db-wal");
        if (random.nextBoolean()) {
            Files.createDirectories(folder.resolve("backups"));
            for (var backup : new Backups(file(original)).list()) {
                Files.copy(backup.file(), folder.resolve("backups").resolve(backup.file().getFileName()));
            }
        }
        var kind = harm(folder);
        var harmed = Files.readAllBytes(file(folder));
        var told = new ArrayList<StoreProblem>();
        try {
            look(folder, told);
            compareLedger(folder);
        } catch (RuntimeException e) {
            faults.add(number + " " + kind + ": " + e);
        }
        var outcome = told.isEmpty()
                ? "as if nothing were"
                : told.stream().map(each -> each.kind().name()).distinct()
                        .toList().toString();
        outcomes.merge(kind + " -> " + outcome, 1, Integer::sum);
        boolean recovered = told.stream().anyMatch(each -> each.kind() == StoreProblem.Kind.DAMAGED);
        if (recovered && keptAside(folder).isEmpty()) {
            faults.add(number + " " + kind + ": the damaged file is gone");
        }
        if (!recovered && (Files.notExists(file(folder)) || Files.size(file(folder)) < harmed.length / 2
                && Files.size(file(folder)) < Files.size(file(original)) / 2)) {
            faults.add(number + " " + kind + ": the file is gone");
        }
        remove(folder);
    }

    private static List<Path> keptAside(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(each -> each.getFileName().toString().startsWith("pitot.db.corrupt-")).toList();
        }
    }

    /** What the window would read, and a change, after which everything is read once more. */
    private void look(Path folder, List<StoreProblem> told) {
        var database = new Database(folder, Rows.CLOCKS, told::add, Duration.ofMillis(200), Migrations.shipped());
        try (database; var history = new SqliteHistory(database, Rows.CLOCKS)) {
            var ledger = new SqliteLedger(database, Rows.CLOCKS);
            var kept = new SqliteComparisons(database);
            compare(history);
            compare(kept);
            boolean searched = search(history);
            ledger.since(Rows.ACCOUNT, null, Rows.NOW.minusSeconds(60));
            history.add(Message.question("new", "c0", null, Rows.NOW, "new words", List.of()));
            settle(database);
            compare(history);
            compare(kept);
            if (!searched && told.isEmpty()) {
                faults.add("a search failed and nobody was told why");
            }
            if (told.stream().noneMatch(each -> each.kind() == StoreProblem.Kind.UNUSABLE)
                    && history.messages("c0").stream().noneMatch(each -> each.id().equals("new"))) {
                faults.add("what was added is not there: " + told);
            }
        }
    }

    /** False if it failed and said so. */
    private static boolean search(SqliteHistory history) {
        try {
            history.search("n7w3", 10);
            return true;
        } catch (SearchFailedException said) {
            return false;
        }
    }

    private void compareLedger(Path folder) {
        try {
            ledgerTruth.wrong(file(folder))
                    .forEach(row -> faults.add("wrong in the ledger and passes as good: " + row));
            ledgersRead++;
        } catch (SQLException unreadable) {
            ledgersUnread++;
        }
    }

    private void compare(SqliteComparisons kept) {
        comparisons.wrong(kept).forEach(each -> faults.add("wrong among the comparisons: " + each));
    }

    /** Measurements that were shown, over all copies. */
    long measurements() {
        return comparisons.shown;
    }

    private void compare(SqliteHistory history) {
        int found = 0;
        history.conversations();
        for (int c = 0; c <= (EXCHANGES + IN_LOG) / 10; c++) {
            for (var message : history.messages("c" + c)) {
                if (message.id().equals("new")) {
                    continue;
                }
                found++;
                if (message.damaged()) {
                    shownDamaged++;
                } else if (!older(message) && !same(message, truth.get(message.id()))) {
                    faults.add("wrong and shown as good: " + message.id() + " " + message.state());
                } else {
                    shownGood++;
                }
            }
        }
        missing += Math.max(0, truth.size() - found);
    }

    /** A log that breaks off earlier leaves a reply as it then was: begun, and by now ended without its end. */
    private boolean older(Message message) {
        var known = truth.get(message.id());
        return known != null && message.kind() == Message.Kind.REPLY && message.facts() == null
                && message.text().isEmpty() && message.parentId().equals(known.parentId());
    }

    private static boolean same(Message one, Message other) {
        return other != null && one.id().equals(other.id()) && one.conversationId().equals(other.conversationId())
                && one.text().equals(other.text()) && one.reasoning().equals(other.reasoning())
                && one.kind() == other.kind() && one.state() == other.state() && one.at().equals(other.at());
    }

    private String harm(Path folder) throws IOException {
        var log = folder.resolve("pitot.db-wal");
        boolean ofLog = random.nextInt(4) == 0;
        var file = ofLog ? log : file(folder);
        var bytes = Files.readAllBytes(file);
        String kind;
        switch (random.nextInt(5)) {
            case 0, 1 -> {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                kind = "bit";
            }
            case 2 -> {
                bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
                kind = "cut";
            }
            case 3 -> {
                int length = Math.min(bytes.length, PAGE * (1 + random.nextInt(4)));
                var garbage = new byte[length];
                random.nextBytes(garbage);
                int at = random.nextInt((bytes.length - length) / PAGE + 1) * PAGE;
                System.arraycopy(garbage, 0, bytes, at, length);
                kind = "garbage";
            }
            default -> {
                int at = random.nextInt(bytes.length / PAGE) * PAGE;
                int from = random.nextInt(bytes.length / PAGE) * PAGE;
                System.arraycopy(Arrays.copyOfRange(bytes, from, from + PAGE), 0, bytes, at,
                        Math.min(PAGE, bytes.length - at));
                kind = "page in another's place";
            }
        }
        Files.write(file, bytes);
        return (ofLog ? "log, " : "file, ") + kind;
    }

    private static void settle(Database database) {
        Database.await(database.after(() -> {}), Duration.ofSeconds(30));
    }

    private static Path file(Path folder) {
        return folder.resolve("pitot.db");
    }

    private static void copy(Path from, Path to, String name) throws IOException {
        Files.copy(from.resolve(name), to.resolve(name));
    }

    private static void remove(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
