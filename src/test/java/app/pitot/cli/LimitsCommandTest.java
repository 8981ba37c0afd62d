package app.pitot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.accounts.Household;
import app.pitot.accounts.NewSecrets;
import app.pitot.base.Clocks;
import app.pitot.keys.SessionStore;
import app.pitot.provider.AccountEntry;
import app.pitot.provider.Catalogue;
import app.pitot.provider.KeyPlace;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.quota.Budget;
import app.pitot.simulator.SimulatorConfig;
import app.pitot.simulator.SimulatorServer;
import app.pitot.store.Folders;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Limits on the command line, over real files and real HTTP. */
@Timeout(90)
class LimitsCommandTest {
    @TempDir
    Path temp;

    private SimulatorServer server;
    private Cli cli;

    @BeforeEach
    void start() throws Exception {
        var plan = Catalogue.shipped().plan("cerebras-trial-2026-09").orElseThrow();
        server = SimulatorServer.start(SimulatorConfig.of(plan).withSpeed(100_000.0).withTtftMs(1));
        cli = new Cli(temp);
        cli.environment.put("WORK_KEY", "csk-canary999888777666");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void add(String name, Budget... budgets) throws Exception {
        try (var house = new Household(Folders.in(temp), Catalogue.shipped(), new SessionStore(), _ -> null,
                Clocks.system(), _ -> {})) {
            house.book().add(new AccountEntry(null, "cerebras", name, server.baseUrl().toString(), null,
                    "cerebras-trial-2026-09", List.of(), new KeyPlace(KeyPlace.Kind.ENVIRONMENT, "WORK_KEY", null),
                    true, List.of("gpt-oss-120b"), AccountEntry.Route.DIRECT), NewSecrets.none());
            house.settings().update(settings -> settings.withBudgets(List.of(budgets)));
        }
    }

    private JsonNode json(String... args) throws Exception {
        assertThat(cli.run(args)).as(cli.err()).isZero();
        return new ObjectMapper().readTree(cli.out());
    }

    private void probe() {
        assertThat(cli.run("probe", "--account", "Work", "--max-tokens", "40")).as(cli.err()).isZero();
    }

    @Test
    void tellsWhatTheLedgerKnowsAndAsksNobody() throws Exception {
        add("Work", new Budget("b", null, Metric.TOKENS, 50_000, Period.DAY, ZoneOffset.UTC, false, false));
        probe();
        var before = server.state().admittedToday();
        var root = json("limits", "--account", "work", "--json");
        assertThat(server.state().admittedToday()).isEqualTo(before).isEqualTo(1);
        var account = root.at("/accounts/0");
        assertThat(account.path("name").asText()).isEqualTo("Work");
        assertThat(account.path("model").asText()).isEqualTo("gpt-oss-120b");
        assertThat(account.at("/windows/0/binding").asBoolean()).isTrue();
        var spent = server.state().tokensToday();
        var day = account.findPath("day");
        assertThat(day.path("used").asLong()).isEqualTo(spent);
        assertThat(day.path("requests").asInt()).isEqualTo(1);
        for (var window : account.path("windows")) {
            if (window.path("metric").asText().equals("tokens") && window.path("period").asText().equals("day")) {
                assertThat(window.path("used").asLong()).isEqualTo(spent);
                assertThat(window.path("source").asText()).isIn("reported", "projected");
                assertThat(window.path("ageSeconds").isNull()).isFalse();
            }
        }
        assertThat(account.at("/budgets/0/used").asLong()).isEqualTo(spent);
        assertThat(account.at("/budgets/0/left").asLong()).isEqualTo(50_000 - spent);
        assertThat(account.at("/budgets/0/resetsAt").asText()).endsWith("T00:00:00Z");
        assertThat(cli.err()).isEmpty();
    }

    @Test
    void ofAnAccountWithoutAModelItShowsTheOneUsedLast() throws Exception {
        try (var house = new Household(Folders.in(temp), Catalogue.shipped(), new SessionStore(), _ -> null,
                Clocks.system(), _ -> {})) {
            house.book().add(new AccountEntry(null, "custom", "Mine", server.baseUrl().toString(), null,
                    "cerebras-trial-2026-09", List.of(), new KeyPlace(KeyPlace.Kind.ENVIRONMENT, "WORK_KEY", null),
                    true, List.of(), AccountEntry.Route.DIRECT), NewSecrets.none());
        }
        var out = temp.resolve("watch-out");
        var watch = process(out, false, "watch");
        try {
            await(() -> text(out).lines().count() == 1);
            assertThat(cli.run("probe", "--account", "Mine", "--model", "gpt-oss-120b", "--max-tokens", "40"))
                    .as(cli.err()).isZero();
            assertThat(json("limits", "--json").at("/accounts/0/model").asText()).isEqualTo("gpt-oss-120b");
            await(() -> text(out).contains("Mine · gpt-oss-120b") && text(out).contains("1 sent, 0 refused"));
        } finally {
            watch.destroy();
            watch.waitFor(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void theTableHasTheOneThatRefusesFirstOnTop() throws Exception {
        add("Work");
        probe();
        assertThat(cli.run("limits")).isZero();
        var lines = cli.out().lines().toList();
        assertThat(lines.getFirst()).startsWith("Work · gpt-oss-120b · ");
        assertThat(lines.get(1)).startsWith("WINDOW").contains("USED", "LEFT", "LIMIT", "NEXT, SOURCE");
        assertThat(lines.get(2)).contains("refuses first", "ago");
        assertThat(lines.getLast()).startsWith("Today, ").contains("1 sent, 0 refused");
        assertThat(cli.out()).doesNotContain("\u001b", "canary");
    }

    @Test
    void aBudgetOfAllAccountsStandsOnceAndAMonthSaysItsDay() throws Exception {
        var month = new Budget("m", null, Metric.TOKENS, 90_000_000, Period.MONTH, ZoneOffset.UTC, false, false);
        add("Work");
        add("Home", month);
        probe();
        assertThat(cli.run("limits")).as(cli.err()).isZero();
        var lines = cli.out().lines().toList();
        assertThat(lines.stream().filter(line -> line.startsWith("Your budget of"))).hasSize(1);
        assertThat(lines.get(lines.size() - 2)).isEqualTo("All accounts");
        var resets = YearMonth.now(ZoneOffset.UTC).plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC)
                .withZoneSameInstant(ZoneId.systemDefault());
        var far = Duration.between(Instant.now(), resets).toDays() >= 1;
        var shape = DateTimeFormatter.ofPattern(far ? "d MMM HH:mm z" : "HH:mm z", Locale.US);
        assertThat(lines.getLast()).contains("lasts until the reset at " + shape.format(resets));
        assertThat(cli.run("limits", "--account", "home")).isZero();
        assertThat(cli.out()).as("alone it is among the rest").contains("Your budget of")
                .doesNotContain("All accounts");
    }

    @Test
    void aHardStopStopsAProbeUnlessItIsToldOtherwise() throws Exception {
        add("Work", new Budget("b", null, Metric.TOKENS, 100, Period.DAY, ZoneOffset.UTC, true, false));
        assertThat(cli.run("probe", "--account", "Work", "--max-tokens", "400")).isEqualTo(1);
        assertThat(server.state().admittedToday()).as("nothing was sent").isZero();
        assertThat(cli.err()).contains("over your budget", "--over-budget");
        assertThat(cli.run("probe", "--account", "Work", "--max-tokens", "400", "--json")).isEqualTo(1);
        assertThat(new ObjectMapper().readTree(cli.out()).at("/error/code").asText()).isEqualTo("over_budget");
        assertThat(cli.run("probe", "--base-url", server.baseUrl().toString(), "--key-env", "WORK_KEY", "--model",
                "gpt-oss-120b", "--max-tokens", "400")).as("an address counts as well").isEqualTo(1);
        assertThat(cli.run("probe", "--account", "Work", "--max-tokens", "400", "--over-budget")).as(cli.err())
                .isZero();
        assertThat(server.state().admittedToday()).isEqualTo(1);
    }

    @Test
    void withoutAccountsOrWithAnUnknownOneItSaysSo() throws Exception {
        assertThat(cli.run("limits")).isZero();
        assertThat(cli.out()).hasLineCount(1);
        assertThat(json("limits", "--json").path("accounts")).isEmpty();
        assertThat(cli.run("limits", "--account", "x")).isEqualTo(2);
        assertThat(cli.err()).contains("no accounts yet").doesNotContain("--base-url");
        for (var command : new String[]{"limits", "watch"}) {
            assertThat(cli.run(command, "--account", "Simulator")).isEqualTo(2);
            assertThat(cli.err()).contains("begins anew with each window", "pitot simulator");
        }
        add("Work");
        assertThat(cli.run("limits", "--account", "nobody")).isEqualTo(2);
        assertThat(cli.run("limits", "--model", " ")).isEqualTo(2);
        assertThat(cli.run("watch", "--account", "nobody")).isEqualTo(2);
    }

    /** A pipe whose reader may go. */
    private static final class Pipe extends Writer {
        private final StringBuffer text = new StringBuffer();
        private volatile boolean broken;

        @Override
        public void write(char[] chars, int from, int count) throws IOException {
            flush();
            text.append(chars, from, count);
        }

        @Override
        public void flush() throws IOException {
            if (broken) {
                throw new IOException("nobody reads");
            }
        }

        @Override
        public void close() {}
    }

    private static void await(BooleanSupplier what) throws InterruptedException {
        for (var i = 0; i < 1_000 && !what.getAsBoolean(); i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(what.getAsBoolean()).isTrue();
    }

    /** Starts the command line in a new process. */
    private Process process(Path out, boolean terminal, String... args) throws Exception {
        var java = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                ProcessTest.Main.class.getName()));
        java.addAll(List.of(args));
        var command = terminal
                // Whoever starts the tests in the background may have Ctrl+C ignored, which would be inherited.
                ? List.of("env", "--default-signal=INT", "script", "-qfec", "'" + String.join("' '", java) + "'",
                        temp.resolve("typescript").toString())
                : java;
        var builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectErrorStream(true);
        builder.environment().put("PITOT_HOME", temp.toString());
        builder.environment().put("TERM", "xterm");
        return builder.start();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    @Test
    void inAPipeItPrintsALineWhenAnotherProcessUsesSomething() throws Exception {
        add("Work");
        var out = temp.resolve("watch-out");
        var watch = process(out, false, "watch");
        try {
            await(() -> text(out).lines().count() == 1);
            TimeUnit.MILLISECONDS.sleep(1_500);
            assertThat(text(out).lines()).hasSize(1);
            probe();
            await(() -> text(out).contains("1 sent, 0 refused"));
            assertThat(text(out)).contains("Work · gpt-oss-120b").doesNotContain("\u001b", "canary");
            var last = text(out).lines().toList().getLast();
            assertThat(last).contains(String.format(java.util.Locale.US, "%,d used", server.state().tokensToday()));
        } finally {
            watch.destroy();
            watch.waitFor(20, TimeUnit.SECONDS);
        }
    }

    static boolean hasScript() {
        return Files.isExecutable(Path.of("/usr/bin/script")) && System.getProperty("os.name").equals("Linux");
    }

    @Test
    @EnabledIf("hasScript")
    void inATerminalItDrawsInPlaceAndCtrlCLeavesItClean() throws Exception {
        add("Work");
        var out = temp.resolve("screen");
        var watch = process(out, true, "watch");
        try (var keys = watch.getOutputStream()) {
            await(() -> text(out).contains("Ctrl+C ends"));
            probe();
            await(() -> text(out).contains("1 sent, 0 refused"));
            keys.write(3);
            keys.flush();
            assertThat(watch.waitFor(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            watch.destroyForcibly();
        }
        var screen = text(out);
        assertThat(screen.indexOf("\u001b[?1049h\u001b[?25l")).isNotNegative();
        var end = screen.lastIndexOf("\u001b[?7h\u001b[?25h\u001b[?1049l");
        assertThat(end).isPositive();
        // What stays is plain, whole text.
        assertThat(screen.substring(end + 18)).contains("WINDOW", "1 sent, 0 refused")
                .doesNotContain("\u001b");
        assertThat(screen.substring(0, end)).contains("\u001b[1;1H", "\u001b[1m", "\u001b[K");
    }

    @Test
    void noColourWhereNobodyWantsIt() throws Exception {
        add("Work");
        cli.terminal = true;
        cli.environment.put("NO_COLOR", "1");
        var pipe = new Pipe();
        var done = CompletableFuture.supplyAsync(() -> cli.runInto(pipe, "watch"));
        await(() -> pipe.text.toString().contains("Ctrl+C ends"));
        assertThat(pipe.text.toString()).contains("\u001b[1;1H").doesNotContain("\u001b[1m", "\u001b[33m", "\u001b[31m",
                "\u001b[0m");
        pipe.broken = true;
        assertThat(done.get(20, TimeUnit.SECONDS)).isEqualTo(1);
    }
}
