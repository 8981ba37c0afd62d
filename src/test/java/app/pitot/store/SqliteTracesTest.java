package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.Wire;
import app.pitot.base.Clocks;
import app.pitot.base.Ticker;
import app.pitot.exchange.Attempt;
import app.pitot.exchange.Traces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SqliteTracesTest {
    @TempDir
    Path folder;

    private final List<StoreProblem> problems = new CopyOnWriteArrayList<>();
    private Settings.Bodies allowed = Settings.Bodies.DEFAULT;
    private Instant now = Rows.NOW;
    private SqliteTraces traces;

    @BeforeEach
    void open() {
        traces = new SqliteTraces(folder, new Clocks(Ticker.system(), () -> now), () -> allowed, problems::add);
    }

    @AfterEach
    void close() {
        traces.close();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Wire wire(String sent, String received) {
        return wire(bytes(sent), bytes(received));
    }

    static Wire wire(byte[] sent, byte[] received) {
        return new Wire("POST", "https://example.test/v1/chat/completions",
                List.of(new Wire.Header("Host", "example.test"), new Wire.Header("Authorization", "…")), sent,
                sent.length, 200, "http/1.1", List.of(new Wire.Header("X-A", "1"), new Wire.Header("X-A", "2")),
                received, received.length + 7L, new Wire.Arrivals(new long[]{5, 9, 4_000_000}, new long[]{1, 3, 900}),
                new Wire.Phases(1L, 2L, 3L, null, 4L, 5L, 6L, 7L, 8L, null, 9L, 10L, 11L));
    }

    static void same(Wire found, Wire kept) {
        assertThat(found).usingRecursiveComparison().isEqualTo(kept);
    }

    private void keep(String id, Wire wire) {
        traces.keep(Attempt.first(id), now, wire);
    }

    /** All that stands in any file of the folder. */
    private String onDisk() throws IOException {
        var all = new StringBuilder();
        try (var files = Files.list(folder)) {
            for (var each : files.toList()) {
                all.append(new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    @Test
    void whatIsKeptIsFoundAgainAlsoByAnotherRun() {
        var first = wire("sent → \0", "received");
        var nothing = new Wire("POST", "u", List.of(), new byte[0], 0, null, null, List.of(), new byte[0], 0,
                Wire.Arrivals.NONE, Wire.Phases.UNKNOWN);
        keep("a", first);
        keep("b", nothing);
        same(traces.find("a"), first);
        same(traces.find("b"), nothing);
        assertThat(traces.find("c")).isNull();
        close();
        open();
        same(traces.find("a"), first);
        assertThat(problems).isEmpty();
    }

    @Test
    void theRequestsOfOneAttemptAreFoundInOrderAndTheLastStandsForThem() {
        keep("a", wire("1", ""));
        keep("a", wire("2", ""));
        assertThat(traces.all("a")).extracting(each -> new String(each.sentBody(), StandardCharsets.UTF_8))
                .containsExactly("1", "2");
        same(traces.find("a"), wire("2", ""));
    }

    @Test
    void whatIsTooOldGoes() {
        keep("old", wire("1", "1"));
        now = now.plus(Duration.ofDays(7)).minusSeconds(1);
        keep("mid", wire("2", "2"));
        assertThat(traces.find("old")).isNotNull();
        now = now.plusSeconds(2);
        traces.tidy();
        assertThat(traces.find("old")).isNull();
        assertThat(traces.find("mid")).isNotNull();
        allowed = new Settings.Bodies(1, 200);
        now = now.plus(Duration.ofDays(2));
        keep("new", wire("3", "3"));
        assertThat(traces.find("mid")).isNull();
        assertThat(traces.kept()).extracting(Traces.Kept::count, Traces.Kept::oldest).containsExactly(1L, now);
    }

    @Test
    void whatIsTooMuchGoesTheOldestFirstAndTheFileShrinks() throws Exception {
        allowed = new Settings.Bodies(7, 10);
        var noise = new Random(1);
        for (int i = 0; i < 40; i++) {
            now = now.plusMillis(1);
            var body = new byte[500_000];
            noise.nextBytes(body);
            keep("t" + i, wire(bytes("q"), body));
        }
        assertThat(traces.kept().bytes()).isBetween(8L << 20, 10L << 20);
        assertThat(traces.find("t39")).isNotNull();
        assertThat(traces.find("t25")).isNotNull();
        assertThat(traces.find("t0")).isNull();
        assertThat(Files.size(folder.resolve("traces.db"))).isLessThanOrEqualTo(10L << 20);
        allowed = new Settings.Bodies(7, 10_000);
        long count = traces.kept().count();
        keep("more", wire("a", "b"));
        assertThat(traces.kept().count()).isEqualTo(count + 1);
    }

    @Test
    void whatIsTakenAwayLeavesNothingInTheFiles() throws Exception {
        var noise = noise(20_000);
        keep("MARK-A", wire(noise, noise));
        keep("b", wire("x", "y"));
        assertThat(traces.find("MARK-A")).isNotNull();
        // Noise cannot be made shorter, and so stands in the file as it is.
        var piece = new String(noise, 9_000, 24, StandardCharsets.ISO_8859_1);
        assertThat(onDisk().contains(piece)).isTrue();
        traces.clear();
        assertThat(traces.kept()).isEqualTo(new Traces.Kept(0, 0, null));
        assertThat(onDisk().contains(piece)).isFalse();
        assertThat(onDisk().contains("MARK-A")).isFalse();
        keep("MARK-B", wire(noise, noise));
        now = now.plus(Duration.ofDays(8));
        traces.tidy();
        assertThat(traces.find("MARK-B")).isNull();
        assertThat(onDisk().contains(piece)).isFalse();
        assertThat(onDisk().contains("MARK-B")).isFalse();
    }

    private static byte[] noise(int length) {
        var noise = new byte[length];
        new Random(length).nextBytes(noise);
        return noise;
    }

    @Test
    void nothingIsKeptForNoDays() throws Exception {
        keep("MARK-QX9", wire("a", ""));
        assertThat(traces.find("MARK-QX9")).isNotNull();
        allowed = new Settings.Bodies(0, 200);
        assertThat(traces.wanted()).isFalse();
        traces.tidy();
        keep("b", wire("b", ""));
        assertThat(traces.kept().count()).isZero();
        assertThat(onDisk().contains("MARK-QX9")).isFalse();
    }

    @Test
    void whatStandsInABodyIsFound() {
        keep("a", wire("{\"messages\":[{\"content\":\"Say \\\"Grüß Gott\\\"\\nplease\"}]}", "data: {}\n\n"));
        now = now.plusSeconds(10);
        keep("b", wire("{}", delta("Hello ") + delta("wor") + delta("ld")));
        now = now.plusSeconds(10);
        keep("c", wire("{}", "<html>Bad Gateway</html>"));
        assertThat(traces.holding("grüß gott\"\nPlease", null, null)).containsExactly("a");
        assertThat(traces.holding("hello WORLD", null, null)).containsExactly("b");
        assertThat(traces.holding("bad gateway", null, null)).containsExactly("c");
        assertThat(traces.holding("{}", null, null)).containsExactly("c", "b", "a");
        assertThat(traces.holding("{}", Rows.NOW.plusSeconds(5), now)).containsExactly("b");
        assertThat(traces.holding("nowhere", null, null)).isEmpty();
        assertThat(traces.holding("", null, null)).isEmpty();
        Thread.currentThread().interrupt();
        assertThat(traces.holding("hello world", null, null)).isEmpty();
        assertThat(Thread.interrupted()).isTrue();
    }

    private static String delta(String text) {
        return "data: {\"choices\":[{\"delta\":{\"content\":\"" + text + "\"}}]}\n\n";
    }

    @Test
    void aDamagedFileIsBegunAnewAndSaidOnce() throws Exception {
        keep("a", wire("a", "a"));
        close();
        Files.write(folder.resolve("traces.db"), new byte[8_192]);
        open();
        keep("b", wire("b", "b"));
        assertThat(traces.find("b")).isNotNull();
        assertThat(traces.find("a")).isNull();
        assertThat(problems).extracting(StoreProblem::kind).contains(StoreProblem.Kind.DAMAGED);
    }

    @Test
    void aRowThatIsNotWhatWasWrittenIsNoTrace() throws Exception {
        keep("a", wire("a", "a"));
        close();
        try (var connection = Sql.open(folder.resolve("traces.db"))) {
            Sql.run(connection, "UPDATE trace SET bytes = 12345");
        }
        open();
        assertThat(traces.find("a")).isNull();
        assertThat(traces.holding("a", null, null)).isEmpty();
    }

    @Test
    void nothingIsMadeBeforeThereIsSomethingToKeep() {
        assertThat(traces.find("a")).isNull();
        assertThat(traces.kept().count()).isZero();
        traces.clear();
        traces.tidy();
        assertThat(traces.holding("a", null, null)).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aProcessThatIsKilledLosesAtMostWhatItWasWriting() throws Exception {
        close();
        var random = new Random(11);
        int before = 0;
        for (int round = 0; round < 5; round++) {
            var child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                    System.getProperty("java.class.path"), TraceChild.class.getName(), folder.toString(),
                    String.valueOf(round)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            var said = new java.util.ArrayList<String>();
            try (var out = child.inputReader()) {
                int most = 3 + random.nextInt(15);
                while (said.size() < most) {
                    said.add(out.readLine());
                }
                child.toHandle().destroyForcibly();
                out.lines().forEach(said::add);
            }
            open();
            for (var id : said) {
                same(traces.find(id), TraceChild.wire(id));
            }
            assertThat(traces.kept().count()).isBetween((long) before + said.size(), (long) before + said.size() + 1);
            before = (int) traces.kept().count();
            close();
            try (var file = Sql.open(folder.resolve("traces.db"))) {
                assertThat(Sql.texts(file, "PRAGMA integrity_check")).containsExactly("ok");
                assertThat(TraceRow.TABLE.find(file, "", (_, good) -> good)).doesNotContain(false);
            }
        }
        open();
        assertThat(problems).isEmpty();
    }

    @Test
    void twoProcessesShareTheFile() {
        try (var other = new SqliteTraces(folder, Rows.CLOCKS, () -> allowed, problems::add)) {
            for (int i = 0; i < 20; i++) {
                keep("a" + i, wire("a", "b"));
                other.keep(Attempt.first("b" + i), now, wire("c", "d"));
            }
            assertThat(other.find("b19")).isNotNull();
            assertThat(other.find("b0")).isNotNull();
            assertThat(traces.find("a19")).isNotNull();
            assertThat(traces.find("b19")).isNotNull();
            assertThat(traces.kept().count()).isEqualTo(40);
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void thoseOfAnExchangeAreForgottenWithAllItsAttempts() {
        keep("a", wire("a", ""));
        traces.keep(new Attempt("a2", "a", 2), now, wire("a2", ""));
        keep("b", wire("b", ""));
        traces.forget(java.util.Set.of("a", "unknown"));
        assertThat(traces.find("a")).isNull();
        assertThat(traces.find("a2")).isNull();
        assertThat(traces.find("b")).isNotNull();
    }

    @Test
    void aFileOfSomebodyElseIsLeftAlone() throws Exception {
        try (var file = Sql.open(folder.resolve("traces.db"))) {
            Sql.run(file, "CREATE TABLE theirs (a)");
        }
        keep("a", wire("a", ""));
        assertThat(traces.find("a")).isNull();
        assertThat(problems).extracting(StoreProblem::kind).containsExactly(StoreProblem.Kind.UNUSABLE);
        try (var file = Sql.open(folder.resolve("traces.db"))) {
            assertThat(Sql.tables(file)).containsExactly("theirs");
        }
    }
}
