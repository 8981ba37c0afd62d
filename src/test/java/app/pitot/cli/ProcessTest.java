package app.pitot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Clocks;
import app.pitot.compare.Comparison;
import app.pitot.store.Database;
import app.pitot.store.SqliteComparisons;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command line in processes of its own: signals, and a key that must turn up nowhere. */
@Timeout(60)
class ProcessTest {
    @TempDir
    Path temp;

    private final String canary = "canary" + UUID.randomUUID().toString().replace("-", "");
    private final List<Process> processes = new ArrayList<>();
    private int runs;

    /** Starts the command line in the new process. */
    public static final class Main {
        private Main() {}

        public static void main(String[] args) {
            var out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
            var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
            System.exit(PitotCli.run(args, null, out, err));
        }
    }

    @AfterEach
    void end() {
        processes.forEach(Process::destroyForcibly);
    }

    private Process start(String... args) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(args));
        runs++;
        var builder = new ProcessBuilder(command).redirectOutput(out().toFile()).redirectError(err().toFile());
        builder.environment().put("PITOT_HOME", temp.resolve("data").toString());
        builder.environment().put("CANARY_KEY", canary);
        var process = builder.start();
        processes.add(process);
        return process;
    }

    private Path out() {
        return temp.resolve("out-" + runs);
    }

    private Path err() {
        return temp.resolve("err-" + runs);
    }

    private String simulator(String... more) throws Exception {
        var args = new ArrayList<>(List.of("simulator", "--speed", "400", "--ttft", "10"));
        args.addAll(List.of(more));
        start(args.toArray(String[]::new));
        var file = out();
        while (!Files.readString(file).contains("\n")) {
            Thread.sleep(20);
        }
        return Files.readString(file).lines().findFirst().orElseThrow();
    }

    private int run(String... args) throws Exception {
        var process = start(args);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aSignalStopsAProbeCleanly() throws Exception {
        var url = simulator("--fault", "stall");
        assertThat(url).matches("http://127\\.0\\.0\\.1:\\d+/v1");
        var probe = start("probe", "--json", "--base-url", url, "--model", "gpt-oss-120b", "--max-tokens", "4000");
        var state = URI.create(url.replace("/v1", "/simulator/state")).toURL();
        String books;
        do {
            Thread.sleep(20);
            try (var in = state.openStream()) {
                books = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } while (new ObjectMapper().readTree(books).path("admitted").asInt() == 0);
        probe.destroy();
        assertThat(probe.waitFor(10, TimeUnit.SECONDS)).isTrue();
        var json = new ObjectMapper().readTree(Files.readString(out()));
        assertThat(json.path("status").asText()).isEqualTo("stopped");
        assertThat(Files.readString(err())).doesNotContain("Exception");
    }

    private Process compare(String url) throws Exception {
        var compare = start("compare", "--json", "--lane", url + "/gpt-oss-120b", "--lane", url + "/llama3.1-8b",
                "--key-env", "CANARY_KEY", "--no-warm-up", "--max-tokens", "60", "--rounds", "100");
        while (kept() < 3) {
            Thread.sleep(20);
        }
        return compare;
    }

    /** Measurements that are on the disk by now. */
    private int kept() {
        var run = newest();
        return run == null ? 0 : run.samples().size();
    }

    private Comparison newest() {
        if (Files.notExists(temp.resolve("data/pitot.db"))) {
            return null;
        }
        try (var database = new Database(temp.resolve("data"), Clocks.system(), _ -> {})) {
            var comparisons = new SqliteComparisons(database);
            return comparisons.past(null, 1).stream().findFirst().map(each -> comparisons.read(each.id())).orElse(null);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aSignalEndsAComparisonWithWhatWasMeasured() throws Exception {
        var compare = compare(simulator("--plan", "custom"));
        compare.destroy();
        assertThat(compare.waitFor(10, TimeUnit.SECONDS)).isTrue();
        var json = new ObjectMapper().readTree(Files.readString(out()));
        assertThat(json.at("/comparison/state").asText()).isEqualTo("CANCELLED");
        assertThat(json.at("/comparison/samples").size()).isGreaterThanOrEqualTo(3);
        var run = newest();
        assertThat(run.state()).isEqualTo(Comparison.State.CANCELLED);
        assertThat(run.endedAt()).isNotNull();
        assertThat(run.samples()).hasSameSizeAs(json.at("/comparison/samples"));
        assertThat(Files.readString(err())).doesNotContain("Exception");
    }

    @Test
    void aKilledComparisonIsThereAsFarAsItCame() throws Exception {
        var compare = compare(simulator("--plan", "custom"));
        int before = kept();
        compare.destroyForcibly().waitFor();
        var run = newest();
        assertThat(run.state()).isEqualTo(Comparison.State.RUNNING);
        assertThat(run.samples()).hasSizeGreaterThanOrEqualTo(before);
        assertThat(run.samples()).allMatch(each -> each.counts() && each.speed().ttftMs() > 0);
        assertThat(run.setup().rounds()).isEqualTo(100);
        try (var files = Files.walk(temp)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).as(file.toString())
                        .doesNotContain(canary);
            }
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aSignalStopsTheSimulator() throws Exception {
        simulator();
        processes.getFirst().destroy();
        assertThat(processes.getFirst().waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(err())).isEmpty();
        assertThat(Files.readString(out())).contains("simulator", "cerebras-free-2026-04", "stall", "\"wrong\" (401)",
                "\"broke\" (402)").containsPattern("(?m)^  at most 30 requests per minute$");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theSimulatorIntroducesItselfInEachDialect() throws Exception {
        var groq = simulator("--dialect", "groq");
        assertThat(groq).matches("http://127\\.0\\.0\\.1:\\d+/openai/v1");
        awaitEnd();
        assertThat(Files.readString(out())).contains("speaks as Groq does", "groq-free-2026-10", "498", "413-itpm")
                .doesNotContain("\"broke\"", "402-key").containsPattern("(?m)^  at most 1,000 requests per day$");
        assertThat(simulator("--dialect", "OpenRouter")).matches("http://127\\.0\\.0\\.1:\\d+/api/v1");
        awaitEnd();
        assertThat(Files.readString(out())).contains("speaks as OpenRouter does", "openrouter-free", ":free", "402-key")
                .containsPattern("(?m)^  at most 50 requests per day$");
    }

    /** The last line of the introduction; what follows the base URL may come a moment later. */
    private void awaitEnd() throws Exception {
        while (!Files.readString(out()).contains("Ctrl+C")) {
            Thread.sleep(20);
        }
    }

    @Test
    void theKeyTurnsUpNowhere() throws Exception {
        var seen = new ArrayList<String>();
        var echo = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        echo.createContext("/", exchange -> {
            var header = exchange.getRequestHeaders().getFirst("Authorization");
            synchronized (seen) {
                seen.add(header);
            }
            var body = ("{\"error\":{\"message\":\"Incorrect API key provided: " + header + "\",\"code\":\""
                    + header.substring(7) + "\"}}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(401, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        echo.start();
        try {
            var echoUrl = "http://127.0.0.1:" + echo.getAddress().getPort() + "/v1";
            var url = simulator();
            for (var json : new String[]{"--json", "--max-tokens=100"}) {
                assertThat(run("probe", json, "--base-url", url, "--model", "gpt-oss-120b", "--key-env", "CANARY_KEY"))
                        .isZero();
                assertThat(run("probe", json, "--base-url", echoUrl, "--model", "m", "--key-env", "CANARY_KEY"))
                        .isEqualTo(3);
                assertThat(run("probe", json, "--base-url", "http://127.0.0.1:1/v1", "--model", "m", "--key-env",
                        "CANARY_KEY")).isEqualTo(5);
            }
        } finally {
            echo.stop(0);
        }
        // The control: the key did travel, so the search below could have found it.
        assertThat(seen).containsOnly("Bearer " + canary).hasSize(2);
        assertThat(temp.resolve("data/pitot.db")).exists();
        try (var files = Files.walk(temp)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).as(file.toString())
                        .doesNotContain(canary);
            }
        }
    }
}
