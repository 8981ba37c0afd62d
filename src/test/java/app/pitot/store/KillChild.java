package app.pitot.store;

import app.pitot.api.Delta;
import app.pitot.api.Outcome;
import app.pitot.api.Usage;
import app.pitot.base.Clocks;
import app.pitot.compare.Comparison;
import app.pitot.compare.FullRuns;
import app.pitot.exchange.ExchangeResult;
import app.pitot.history.Conversation;
import app.pitot.history.Message;
import app.pitot.history.ReplyFacts;
import app.pitot.history.Setup;
import app.pitot.quota.Reservation;
import app.pitot.speed.SpeedReading;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;

/**
 * Uses a database like a window that is very busy, says on its standard output what is on the disk, and waits to be killed.
 * Lines: {@code Q n} question and ledger row kept; {@code S n chars nanos} so much text of the reply handed in by then;
 * {@code C n count} comparison and so many samples kept; {@code E n}
 * exchange and comparison ended; {@code D n} about to be deleted; {@code P n} purged; {@code B name} backup made.
 */
final class KillChild {
    /** Of each comparison. */
    static final int SAMPLES = 6;
    private static final Duration LONG = Duration.ofSeconds(30);

    private KillChild() {}

    /** Folder, first number, seed. */
    public static void main(String[] args) throws Exception {
        var folder = Path.of(args[0]);
        int next = Integer.parseInt(args[1]);
        var random = new Random(Long.parseLong(args[2]));
        var clocks = Clocks.system();
        var database = new Database(folder, clocks, problem -> say("! " + problem.kind() + " " + problem.message()));
        var ledger = new SqliteLedger(database, clocks);
        var history = new SqliteHistory(database, clocks);
        var comparisons = new SqliteComparisons(database);
        say("+");
        Thread.ofPlatform().daemon().start(() -> backUp(folder, clocks));
        for (int n = next;; n++) {
            exchange(database, ledger, history, comparisons, n, random);
            if (random.nextInt(4) == 0) {
                say("D " + n);
                history.delete("c" + n);
                history.purge("c" + n);
                comparisons.remove("k" + n);
                settle(database);
                say("P " + n);
            }
        }
    }

    private static void exchange(Database database, SqliteLedger ledger, SqliteHistory history,
            SqliteComparisons comparisons, int n, Random random)
            throws InterruptedException {
        var now = Rows.NOW.plusSeconds(n);
        history.save(Conversation.begin("c" + n, now, Setup.NONE).withTitle("title " + n, false));
        history.add(Message.question("q" + n, "c" + n, null, now, text(n, 200), List.of()));
        var reply = Message.reply("r" + n, "c" + n, "q" + n, now, "x" + n);
        history.add(reply);
        ledger.begin("x" + n, Rows.spec("m"), now, 150);
        comparisons.begin(FullRuns.head("k" + n, null, now));
        settle(database);
        say("Q " + n);
        var tap = history.tap("r" + n);
        int length = 200 + random.nextInt(6_000);
        var text = text(n, length).toCharArray();
        for (int at = 0; at < length;) {
            int more = Math.min(length - at, 1 + random.nextInt(60));
            tap.text(Delta.ANSWER, text, at, more);
            at += more;
            say("S " + n + " " + at + " " + System.nanoTime());
            Thread.sleep(random.nextInt(6));
        }
        var result = new ExchangeResult("x" + n, Rows.spec("m"), now, Outcome.COMPLETE, "stop", text(n, length), "",
                new Usage(40, 60, 100, 10, null), SpeedReading.NONE, null, null, new Reservation(1, 50, 100, 0), null,
                List.of());
        ledger.end(result);
        history.end(reply.ended(text(n, length), "", ReplyFacts.of(result)));
        for (int i = 0; i < SAMPLES; i++) {
            comparisons.add("k" + n, FullRuns.sample("k" + n + "-" + i, i % 2, i / 2, new Random(n)));
        }
        settle(database);
        say("C " + n + " " + SAMPLES);
        comparisons.end("k" + n, Comparison.State.DONE, now);
        settle(database);
        say("E " + n + " " + length);
    }

    private static void backUp(Path folder, Clocks clocks) {
        var backups = new Backups(folder.resolve("pitot.db"));
        for (int day = 0;; day++) {
            try (var connection = Sql.open(folder.resolve("pitot.db"))) {
                Sql.run(connection, "PRAGMA busy_timeout = 10000");
                if (Sql.number(connection, "PRAGMA user_version") == Migrations.shipped().latest()) {
                    var made = backups.daily(connection, LocalDate.EPOCH.plusDays(clocks.nanos() % 10_000 + day));
                    say("B " + made.file().getFileName());
                }
                Thread.sleep(100);
            } catch (SQLException e) {
                say("! BACKUP " + e + " " + e.getCause());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** All that was asked for before is on the disk. */
    private static void settle(Database database) {
        Database.await(database.after(() -> {}), LONG);
    }

    /** The first {@code length} characters of what number {@code n} says. */
    static String text(int n, int length) {
        var text = new StringBuilder();
        for (int word = 0; text.length() < length; word++) {
            text.append("n").append(n).append("w").append(word).append(' ');
        }
        return text.substring(0, length);
    }

    /** In one write, so that a kill leaves whole lines. */
    private static void say(String line) {
        var bytes = (line + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        System.out.write(bytes, 0, bytes.length);
        System.out.flush();
    }
}
