package app.pitot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.accounts.Household;
import app.pitot.accounts.NewSecrets;
import app.pitot.base.Clocks;
import app.pitot.compare.Comparison;
import app.pitot.compare.Comparisons;
import app.pitot.compare.SavedSet;
import app.pitot.keys.SessionStore;
import app.pitot.provider.AccountEntry;
import app.pitot.provider.Catalogue;
import app.pitot.provider.KeyPlace;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.quota.Budget;
import app.pitot.simulator.Dialect;
import app.pitot.simulator.Fault;
import app.pitot.simulator.SimulatorConfig;
import app.pitot.simulator.SimulatorServer;
import app.pitot.store.Database;
import app.pitot.store.Folders;
import app.pitot.store.SqliteComparisons;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Comparisons on the command line, over real files and real HTTP. */
@Timeout(120)
class CompareCommandTest {
    private static final String CANARY = "csk-canary999888777666";

    @TempDir
    Path temp;

    private SimulatorServer server;
    private Cli cli;
    private String url;

    @BeforeEach
    void start() throws Exception {
        var plan = Catalogue.shipped().plan("custom").orElseThrow();
        server = SimulatorServer.start(SimulatorConfig.of(plan).withSpeed(300.0).withTtftMs(2));
        url = server.baseUrl().toString();
        cli = new Cli(temp);
        cli.environment.put("WORK_KEY", CANARY);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void add(String name, Budget... budgets) throws Exception {
        try (var house = new Household(Folders.in(temp), Catalogue.shipped(), new SessionStore(), _ -> null,
                Clocks.system(), _ -> {})) {
            house.book().add(new AccountEntry(null, "cerebras", name, url, null, "custom", List.of(),
                    new KeyPlace(KeyPlace.Kind.ENVIRONMENT, "WORK_KEY", null), true, List.of("gpt-oss-120b"),
                    AccountEntry.Route.DIRECT), NewSecrets.none());
            house.settings().update(settings -> settings.withBudgets(List.of(budgets)));
        }
    }

    private <T> T kept(Function<Comparisons, T> read) {
        try (var database = new Database(Folders.in(temp).data(), Clocks.system(), _ -> {})) {
            return read.apply(new SqliteComparisons(database));
        }
    }

    private List<SavedSet> sets() {
        return kept(Comparisons::sets);
    }

    private List<Comparison> past() {
        return kept(comparisons -> comparisons.past(null, 5));
    }

    private int compare(String... more) {
        var args = new ArrayList<>(List.of("compare", "--max-tokens", "60"));
        args.addAll(Arrays.asList(more));
        return cli.run(args.toArray(String[]::new));
    }

    @Test
    void twoLanesInRoundsEndInATableAndAreKept() throws Exception {
        add("Work");
        try (var router = SimulatorServer.start(SimulatorConfig.of(Catalogue.shipped().plan("custom").orElseThrow())
                .withDialect(Dialect.OPENROUTER).withSpeed(300.0).withTtftMs(2))) {
            assertThat(compare("--lane", "work/gpt-oss-120b", "--lane", router.baseUrl() + "/openai/gpt-oss-120b",
                    "--rounds", "2")).as(cli.err()).isZero();
            assertThat(router.state().admittedToday()).isEqualTo(3);
        }
        assertThat(cli.err()).startsWith("needs 6 requests, about ").contains("takes about", "under your limits")
                .contains("warming up").contains("round 1 of 2").contains("round 2 of 2").doesNotContain("\u001b");
        assertThat(cli.out()).containsPattern("TOKENS/S +HALF OF THEM|TOKENS/S")
                .containsPattern("(?m)^A .* 2 of 2 +gpt-oss-120b, Work$")
                .containsPattern("(?m)^B .* 2 of 2 +openai/gpt-oss-120b, ").contains("Output speed: ")
                .doesNotContain("\u001b");
        assertThat(server.state().admittedToday()).isEqualTo(3);
        var run = kept(comparisons -> comparisons.read(comparisons.past(null, 5).getFirst().id()));
        assertThat(run.state()).isEqualTo(Comparison.State.DONE);
        assertThat(run.samples()).hasSize(6);
        assertThat(run.lanes().getFirst().accountName()).isEqualTo("Work");
        assertThat(run.lanes().getLast().modelId()).isEqualTo("openai/gpt-oss-120b");
        assertThat(run.appVersion()).isEqualTo(Build.version());
        assertThat(run.promptHash()).hasSize(64);
        assertThat(run.setup().lanes().getFirst().parameters().maxTokens()).isEqualTo(60);
        assertThat(cli.out() + cli.err()).doesNotContain(CANARY);
        try (var files = Files.walk(temp)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).as(file.toString())
                        .doesNotContain(CANARY);
            }
        }
    }

    @Test
    void everyFormatIsWhole() throws Exception {
        var lanes = new String[]{"--lane", url + "/gpt-oss-120b", "--lane", url + "/llama3.1-8b", "--rounds", "1",
            "--no-warm-up"};
        var all = new ArrayList<>(Arrays.asList(lanes));
        all.add("--json");
        assertThat(compare(all.toArray(String[]::new))).as(cli.err()).isZero();
        var root = new ObjectMapper().readTree(cli.out());
        assertThat(root.path("pitot").asInt()).isEqualTo(1);
        assertThat(root.at("/comparison/samples")).hasSize(2);
        assertThat(root.at("/comparison/samples/0/answer").asText()
                + root.at("/comparison/samples/0/reasoning").asText()).isNotEmpty();
        assertThat(root.at("/analysis/0/measure").asText()).isEqualTo("OUTPUT_SPEED");
        all.set(all.size() - 1, "--csv");
        assertThat(compare(all.toArray(String[]::new))).isZero();
        assertThat(cli.out().split("\r\n")).hasSize(3);
        all.set(all.size() - 1, "--markdown");
        assertThat(compare(all.toArray(String[]::new))).isZero();
        assertThat(cli.out()).startsWith("# Comparison\n").contains("| A | gpt-oss-120b |");
    }

    @Test
    void aRaceIsOneShot() {
        assertThat(compare("--lane", url + "/gpt-oss-120b", "--lane", url + "/llama3.1-8b", "--lane",
                url + "/gpt-oss-120b", "--race")).as(cli.err())
                .isZero();
        assertThat(cli.err()).startsWith("needs 3 requests");
        assertThat(cli.out()).contains("1 of 1").contains("One race is one sample of each");
    }

    @Test
    void theSimulatorIsBuiltIn() {
        assertThat(compare("--lane", "simulator/gpt-oss-120b", "--lane", "Simulator/llama3.1-8b", "--plan", "custom",
                "--rounds", "1", "--no-warm-up")).as(cli.err()).isZero();
        assertThat(server.state().admittedToday()).isZero();
        assertThat(cli.out()).contains("gpt-oss-120b", "llama3.1-8b");
    }

    @Test
    void aSetIsRunAgainByItsName() throws Exception {
        add("Work/EU");
        var lanes = List.of("--lane", "Work/EU/gpt-oss-120b", "--lane", "work/eu/llama3.1-8b", "--rounds", "6", "--set",
                "Every week", "--prompt", "Why?", "--no-nonce");
        assertThat(compare(lanes.toArray(String[]::new))).as(cli.err()).isZero();
        assertThat(cli.out()).doesNotContain("Since ");
        assertThat(cli.run("compare", "--set", "Every week")).as(cli.err()).isZero();
        assertThat(cli.out()).contains("Since ").containsPattern("A, Output speed: [\\d,.]+ then, [\\d,.]+ now");
        List<Comparison> runs = kept(each -> each.past(each.sets().getFirst().id(), 9));
        assertThat(runs).hasSize(2)
                .allMatch(each -> each.name().equals("Every week"));
        assertThat(sets()).hasSize(1);
        assertThat(sets().getFirst().setup().nonce()).isFalse();
        // The same again is the same set; another prompt is not.
        assertThat(compare(lanes.toArray(String[]::new))).as(cli.err()).isZero();
        assertThat(compare("--lane", "Work/EU/gpt-oss-120b", "--lane", "Work/EU/llama3.1-8b", "--set", "Every week"))
                .isEqualTo(2);
        assertThat(cli.err()).contains("there is a set of that name already");
        assertThat(cli.run("compare", "--set", "Every week", "--prompt", "x")).isEqualTo(2);
        assertThat(cli.run("compare", "--set", "no such")).isEqualTo(2);
        assertThat(compare("--lane", url + "/gpt-oss-120b", "--lane", url + "/llama3.1-8b", "--set", "urls"))
                .isEqualTo(2);
        assertThat(sets()).hasSize(1);
    }

    @Test
    void aBudgetHoldsUnlessItIsToBeExceeded() throws Exception {
        add("Work", new Budget("b", null, Metric.TOKENS, 300, Period.DAY, ZoneOffset.UTC, false, false));
        var lanes = new String[]{"--lane", "Work/gpt-oss-120b", "--lane", "Work/llama3.1-8b", "--rounds", "2"};
        assertThat(compare(lanes)).isEqualTo(1);
        assertThat(cli.err()).contains("needs 6 requests").contains("your budget of 300 tokens per day")
                .contains("Nothing was sent").contains("--over-budget");
        assertThat(server.state().admittedToday()).isZero();
        assertThat(past()).isEmpty();
        var all = new ArrayList<>(Arrays.asList(lanes));
        all.add("--over-budget");
        assertThat(compare(all.toArray(String[]::new))).as(cli.err()).isZero();
        assertThat(server.state().admittedToday()).isEqualTo(6);
        all.set(all.size() - 1, "--json");
        assertThat(compare(all.toArray(String[]::new))).isEqualTo(1);
        assertThat(cli.out()).contains("\"code\":\"budget\"");
    }

    @Test
    void inATerminalItAsksAndRedraws() {
        cli.terminal = true;
        cli.in = "n\n";
        assertThat(compare("--lane", url + "/gpt-oss-120b", "--lane", url + "/llama3.1-8b", "--rounds", "1"))
                .isEqualTo(1);
        assertThat(cli.err()).contains("Start? [Y/n]").contains("Nothing was sent");
        assertThat(server.state().admittedToday()).isZero();
        cli.in = "\n";
        assertThat(compare("--lane", url + "/gpt-oss-120b", "--lane", url + "/llama3.1-8b", "--rounds", "1"))
                .as(cli.err()).isZero();
        assertThat(cli.err()).contains("\r\u001b[K").endsWith("\u001b[?7h");
        cli.in = "";
        assertThat(compare("--lane", url + "/gpt-oss-120b", "--lane", url + "/llama3.1-8b", "--rounds", "1", "--yes"))
                .isZero();
        assertThat(cli.err()).doesNotContain("Start?");
        cli.environment.put("TERM", "dumb");
        assertThat(compare("--lane", url + "/gpt-oss-120b", "--lane", url + "/llama3.1-8b", "--rounds", "1", "--yes"))
                .isZero();
        assertThat(cli.err()).doesNotContain("\u001b");
    }

    @Test
    void promptsComeFromFilesAndPipes() throws Exception {
        var file = Files.writeString(temp.resolve("prompt.txt"), "From a file?");
        var system = Files.writeString(temp.resolve("system.txt"), "Be brief.");
        var lanes = List.of("--lane", url + "/gpt-oss-120b", "--lane", url + "/llama3.1-8b", "--rounds", "1",
                "--no-warm-up",
                "--system", system.toString());
        var first = new ArrayList<>(lanes);
        first.addAll(List.of("--prompt-file", file.toString()));
        assertThat(compare(first.toArray(String[]::new))).as(cli.err()).isZero();
        cli.in = "From a pipe?";
        cli.terminal = true;
        var second = new ArrayList<>(lanes);
        second.addAll(List.of("--prompt-file", "-"));
        assertThat(compare(second.toArray(String[]::new))).as(cli.err()).isZero();
        assertThat(past()).extracting(each -> each.setup().prompt())
                .containsExactly("From a pipe?", "From a file?");
        assertThat(past().getFirst().setup().systemPrompt())
                .isEqualTo("Be brief.");
    }

    @Test
    void aLaneThatFailsLeavesTheOthersAloneAndItsCodeSaysWhy() throws Exception {
        var plan = Catalogue.shipped().plan("custom").orElseThrow();
        try (var broken = SimulatorServer.start(SimulatorConfig.of(plan).withFault(Fault.parse("401")))) {
            assertThat(compare("--lane", url + "/gpt-oss-120b", "--lane", broken.baseUrl() + "/llama3.1-8b", "--rounds",
                    "2"))
                    .as(cli.err()).isEqualTo(ExitCode.REFUSED);
        }
        assertThat(cli.err()).contains("Lane B ends here.");
        assertThat(cli.out()).containsPattern("(?m)^A .*2 of 2").contains("Only A has values");
        assertThat(compare("--lane", url + "/gpt-oss-120b", "--lane", "http://127.0.0.1:1/v1/llama3.1-8b", "--rounds",
                "1"))
                .isEqualTo(ExitCode.NETWORK);
    }

    @Test
    void whatCannotBeUnderstoodIsSaidInALine() throws Exception {
        add("Work");
        add("Home");
        var two = List.of("--lane", "Work/gpt-oss-120b", "--lane", "Work/llama3.1-8b");
        bad("name at least two lanes");
        bad("a comparison has 2 to 8 lanes", "--lane", "Work/gpt-oss-120b");
        var nine = new ArrayList<String>();
        for (int i = 0; i < 9; i++) {
            nine.addAll(List.of("--lane", "Work/m" + i));
        }
        bad("a comparison has 2 to 8 lanes", nine.toArray(String[]::new));
        bad("Accounts: Work, Home", "--lane", "Nobody/a", "--lane", "Work/llama3.1-8b");
        bad("a lane has no model", "--lane", "Work", "--lane", "Work/llama3.1-8b");
        bad("a lane has no model", "--lane", "Work/", "--lane", "Work/llama3.1-8b");
        bad("a lane has no model", "--lane", "http://127.0.0.1", "--lane", "Work/llama3.1-8b");
        bad("the prompt is empty", with(two, "--prompt", "  "));
        bad("no-such-file cannot be read", with(two, "--prompt-file", temp.resolve("no-such-file").toString()));
        bad("cannot be read", with(two, "--system", temp.toString()));
        bad("--rounds must lie between 1 and 300", with(two, "--rounds", "0"));
        bad("--rounds must lie between 1 and 300", with(two, "--rounds", "301"));
        bad("takes no --rounds", with(two, "--race", "--rounds", "3"));
        bad("exclude each other", with(two, "--csv", "--markdown"));
        bad("two different prompts", with(two, "--prompt", "a", "--prompt-file", "b"));
        bad("needs a lane that is a URL", with(two, "--key-env", "WORK_KEY"));
        bad("for one host", "--lane", url + "/gpt-oss-120b", "--lane", "https://other.test/v1/b", "--key-env",
                "WORK_KEY");
        bad("--plan needs", with(two, "--plan", "custom"));
        bad("there is no plan", with(two, "--plan", "nonsense"));
        bad("--temperature must", with(two, "--temperature", "3"));
        bad("--set is empty", with(two, "--set", " "));
        assertThat(server.state().admittedToday()).isZero();
        assertThat(past()).isEmpty();
        assertThat(cli.run("compare", "--json")).isEqualTo(2);
        assertThat(cli.out()).contains("\"code\":\"usage\"");
    }

    @Test
    void theHelpTellsHowLanesAreNamed() {
        assertThat(cli.run("compare", "--help")).isZero();
        assertThat(cli.out()).contains("--lane=ACCOUNT-or-URL/MODEL", "Exit codes").doesNotContain("''", "{0}");
    }

    private static String[] with(List<String> lanes, String... more) {
        var all = new ArrayList<>(lanes);
        all.addAll(Arrays.asList(more));
        return all.toArray(String[]::new);
    }

    private void bad(String words, String... args) {
        assertThat(compare(args)).as(words).isEqualTo(2);
        assertThat(cli.err()).contains(words).doesNotContain("\tat ");
        assertThat(cli.out()).isEmpty();
    }
}
