package app.pitot.store;

import app.pitot.base.Clocks;
import app.pitot.base.Ticker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What the ledger takes on the disk before and after old requests are archived, how fast they are, and how long others wait
 * for it: requests of 400 days, of which those of the last 35 stay in their table.
 */
final class ArchiveBench {
    private static final Instant END = Rows.NOW;
    private static final long DAYS = 400;
    private static final long BEGIN = END.minus(Duration.ofDays(DAYS)).toEpochMilli();
    private static final int LOOKS = 200;

    private final Path folder = Files.createTempDirectory("pitot-archive");
    private final int count;
    private final int portions;
    private final List<Long> waits = new ArrayList<>();
    private long requests;
    private long sheets;
    private long moving;
    private long longest;

    private ArchiveBench(int count, int portions) throws IOException {
        this.count = count;
        this.portions = portions;
    }

    /**
     * How many rows; and in how many portions they come, each followed by the archiving that was due then: with 1 the file holds
     * all of them before the first is archived.
     */
    public static void main(String[] args) throws Exception {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int portions = args.length > 1 ? Integer.parseInt(args[1]) : 1;
        var bench = new ArchiveBench(count, portions);
        try {
            bench.run();
        } finally {
            bench.remove();
        }
    }

    private Connection open() throws SQLException {
        var connection = Sql.open(folder.resolve("pitot.db"));
        Migrations.shrinkable(connection);
        Sql.run(connection, "PRAGMA journal_mode = WAL");
        Sql.run(connection, "PRAGMA busy_timeout = 10000");
        return connection;
    }

    private void run() throws Exception {
        try (var connection = open()) {
            Migrations.shipped().make(connection);
            Sql.run(connection, "PRAGMA synchronous = OFF");
            var rows = new OldRows(1);
            long length = (END.toEpochMilli() - BEGIN) / portions;
            for (int i = 0; i < portions; i++) {
                rows.insert(connection, count / portions, BEGIN + i * length, BEGIN + (i + 1) * length);
                Sql.run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
                if (i == 0) {
                    System.out.printf("%,d rows of request with their indexes: %.1f bytes a row%n", count / portions,
                            size() / (double) (count / portions));
                    parts(connection, count / portions);
                }
                archive(connection, Instant.ofEpochMilli(BEGIN + (i + 1) * length));
            }
            long begun = System.nanoTime();
            Transactions.write(connection, List.of(RollUps::fill));
            System.out.printf("sums of all made anew from both: %.1f s%n", (System.nanoTime() - begun) / 1e9);
            Sql.run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
            System.out.printf("archived %,d of %,d in %,d sheets, %,.0f rows/s%n", requests, count, sheets,
                    requests * 1e9 / moving);
            System.out.printf("all with the archive and the sums: %.1f bytes a row%n", size() / (double) count);
            parts(connection, count);
            System.out.printf("longest hold of the writer %.2f ms%n", longest / 1e6);
            print("a request that ends meanwhile waits", waits);
            look(connection);
        }
    }

    private long size() throws IOException {
        return Files.size(folder.resolve("pitot.db"));
    }

    private static void parts(Connection connection, int count) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement
                        .executeQuery("SELECT name, sum(pgsize) FROM dbstat GROUP BY name HAVING sum(pgsize) > "
                                + count / 10 + " ORDER BY 2 DESC")) {
            while (found.next()) {
                System.out.printf("  %8.2f  %s%n", found.getDouble(2) / count, found.getString(1));
            }
        }
        System.out.printf("  %8.2f  free%n", Sql.number(connection, "PRAGMA freelist_count") * 4096.0 / count);
    }

    private void archive(Connection connection, Instant now) throws Exception {
        var mover = new Archiver(connection, new Clocks(Ticker.system(), () -> now));
        try (var threads = Executors.newSingleThreadExecutor()) {
            var done = threads.submit(() -> {
                long begun = System.nanoTime();
                var result = mover.run();
                moving += System.nanoTime() - begun;
                return result;
            });
            settle(done);
            requests += done.get().requests();
            sheets += done.get().sheets();
            longest = Math.max(longest, done.get().longestNanos());
        }
        Sql.run(connection, "PRAGMA synchronous = OFF");
    }

    /** What other threads and processes do meanwhile: requests begin, some 50 a second. */
    private void settle(Future<?> done) throws Exception {
        try (var connection = open()) {
            Sql.run(connection, "PRAGMA synchronous = NORMAL");
            for (int i = 0; !done.isDone(); i++) {
                var begin = new LedgerRow.Begin("begun" + waits.size(), END, "p", "a", "m", i, null, null);
                long begun = System.nanoTime();
                Transactions.write(connection, List.of(begin));
                waits.add(System.nanoTime() - begun);
                Thread.sleep(20);
            }
        }
    }

    private static void look(Connection connection) throws SQLException {
        var heads = Archive.heads(connection, 0, Long.MAX_VALUE);
        var random = new Random(1);
        var whole = new ArrayList<Long>();
        var ids = new ArrayList<String>();
        for (int i = 0; i < LOOKS; i++) {
            long begun = System.nanoTime();
            var sheet = Archive.open(connection, heads.get(random.nextInt(heads.size())).sheet());
            for (var column : sheet.columns()) {
                sheet.row(0).get(column);
            }
            whole.add(System.nanoTime() - begun);
            ids.add(sheet.row(random.nextInt(sheet.size())).text("id"));
        }
        print("a sheet with all its columns", whole);
        var one = new ArrayList<Long>();
        for (var id : ids) {
            long begun = System.nanoTime();
            if (Archive.find(connection, id) == null) {
                throw new IllegalStateException("an archived request is not found");
            }
            one.add(System.nanoTime() - begun);
        }
        print("one request by its id", one);
    }

    private static void print(String what, List<Long> nanos) {
        var sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf("%s: p50 %.2f ms, p95 %.2f ms, p99 %.2f ms, longest %.2f ms of %,d%n", what, at(sorted, 0.5),
                at(sorted, 0.95), at(sorted, 0.99), at(sorted, 1), sorted.length);
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / 1e6;
    }

    private void remove() throws IOException {
        try (var all = Files.walk(folder)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
