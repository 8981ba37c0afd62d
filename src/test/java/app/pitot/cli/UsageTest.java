package app.pitot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.store.Folders;
import app.pitot.store.Theme;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class UsageTest {
    @TempDir
    Path temp;

    private Cli cli;

    @BeforeEach
    void make() {
        cli = new Cli(temp);
    }

    private void assertOneLineOfUsage(String... args) {
        assertThat(cli.run(args)).as(cli.err()).isEqualTo(2);
        assertThat(cli.err().strip().lines().count()).isBetween(1L, 2L);
        assertThat(cli.err()).doesNotContain("Exception", "\tat ");
        assertThat(cli.windows).isEmpty();
    }

    @Test
    void showsVersionAndHelp() {
        assertThat(cli.run("--version")).isZero();
        assertThat(cli.out().strip()).matches("Pitot \\d+\\.\\d+\\.\\d+");
        assertThat(cli.run("--help")).isZero();
        assertThat(cli.out())
                .contains("probe", "simulator", "tour", "models", "--base-url", "--theme", "accounts", "--data-dir")
                .doesNotContain("bundle",
                        "--tour-without-display");
        for (var command : new String[]{"probe", "simulator", "tour", "limits", "watch", "models", "history"}) {
            assertThat(cli.run(command, "--help")).isZero();
            assertThat(cli.out()).contains("pitot " + command).doesNotContain("bundle", "''");
        }
        cli.run("simulator", "--help");
        assertThat(cli.out()).contains("stall[:after-BYTES]", "--dialect")
                .containsPattern("\"wrong\"\\s*\\(401\\)").containsPattern("\"broke\"\\s*\\(402\\)")
                .containsPattern("402-in-\\s*flight").doesNotContain("COMPLETION");
    }

    @Test
    void withoutAccountsLimitsOfferOnlyWhatTheyTake() {
        assertThat(cli.run("limits")).isZero();
        assertThat(cli.out()).contains("no accounts yet").doesNotContain("--base-url");
    }

    @Test
    void opensTheWindowOnTheSimulatorByDefault() {
        assertThat(cli.run()).isZero();
        assertThat(cli.windows)
                .containsExactly(new WindowOptions(Folders.in(temp), null, null, null, null, null, false, false));
    }

    @Test
    void passesOptionsToTheWindow() {
        cli.environment.put("MY_KEY", "secret-canary");
        assertThat(cli.run("--base-url", "http://127.0.0.1:9/v1", "--key-env", "MY_KEY", "--model", "m", "--theme",
                "dark", "--plan", "cerebras-free-2026-04", "--tour-without-display")).as(cli.err()).isZero();
        var options = cli.windows.getFirst();
        assertThat(options.account().baseUrl()).isEqualTo("http://127.0.0.1:9/v1");
        assertThat(options.account().plan().id()).isEqualTo("cerebras-free-2026-04");
        assertThat(options.account().keyLabel()).contains("MY_KEY");
        assertThat(options.modelId()).isEqualTo("m");
        assertThat(options.theme()).isEqualTo(Theme.DARK);
        assertThat(options.tourWithoutDisplay()).isTrue();
        assertThat(options.toString()).doesNotContain("secret-canary");
    }

    @Test
    void runsTheTour() {
        assertThat(cli.run("tour", "--out", "somewhere")).isEqualTo(7);
        assertThat(cli.tours).containsExactly(Path.of("somewhere"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--nonsense", "--theme blue", "--base-url", "--base-url ftp://x", "--base-url notaurl",
        "--base-url http://127.0.0.1:9 --key-env NOT_SET_ANYWHERE", "--key-env HOME", "--plan nosuch", "word"})
    void refusesWhatItCannotDo(String line) {
        assertOneLineOfUsage(line.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"--max-tokens 0 | --max-tokens", "--max-tokens many | max-tokens",
        "--temperature 3 | temperature", "--temperature NaN | temperature", "--temperature -0.1 | temperature",
        "--key-env NOT_SET | NOT_SET", "--prompt | --prompt", "--nonsense=value | --nonsense"})
    void probeChecksItsOptions(String options, String named) {
        var args = ("probe --json --base-url http://127.0.0.1:9/v1 --model m " + options).split(" ");
        assertOneLineOfUsage(args);
        assertThat(cli.err()).contains(named);
        assertJsonFailure(named);
    }

    @Test
    void probeNeedsUrlAndModel() {
        assertOneLineOfUsage("probe", "--json");
        assertJsonFailure("--base-url");
        assertOneLineOfUsage("probe", "--json", "--base-url", "not a url", "--model", "m");
        assertJsonFailure("");
        assertOneLineOfUsage("probe", "--json", "--base-url", "http://127.0.0.1:9/v1", "--model", " ");
        assertJsonFailure("--model");
        assertOneLineOfUsage("probe", "--json", "--base-url", "http://127.0.0.1:9/v1", "--model", "m", "--prompt", "");
        assertJsonFailure("prompt");
    }

    private void assertJsonFailure(String named) {
        try {
            var json = new ObjectMapper().readTree(cli.out());
            assertThat(json.path("status").asText()).isEqualTo("failed");
            assertThat(json.path("error").path("message").asText()).contains(named);
            assertThat(json.path("timing").has("ttftMs")).isTrue();
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(cli.out(), e);
        }
    }

    @Test
    void neverRepeatsWhatMayBeAKey() {
        for (var args : new String[][]{{"--key-env", "csk-canary123"}, {"--key-env", "gsk_canary123"},
            {"--max-tokens", "sk-canary123"}, {"--max-tokens=sk-canary123"}, {"--temperature", "sk-canary123"},
            {"--json=sk-canary123"}, {"--prompt", "a", "--prompt", "sk-canary123"}, {"--key=canary123"},
            {"--api-key", "canary123"}, {"canary123"}}) {
            var all = new java.util.ArrayList<>(
                    java.util.List.of("probe", "--json", "--base-url", "http://127.0.0.1:9/v1", "--model", "m"));
            all.addAll(java.util.List.of(args));
            assertOneLineOfUsage(all.toArray(String[]::new));
            assertThat(cli.out() + cli.err()).doesNotContain("canary123");
        }
    }

    @Test
    void namesWhatAnOptionTakes() {
        for (var args : new String[][]{{"probe", "--max-tokens", "many"}, {"simulator", "--port", "99999999999"}}) {
            assertOneLineOfUsage(args);
            assertThat(cli.err()).contains(args[1] + " takes a whole number.");
        }
        assertOneLineOfUsage("probe", "--temperature=hot");
        assertThat(cli.err()).contains("--temperature takes a number.");
        assertOneLineOfUsage("probe", "--model", "a", "--model", "sk-canary123");
        assertThat(cli.err()).contains("--model", "once").doesNotContain("canary");
        assertOneLineOfUsage("--theme", "sk-canary123");
        assertThat(cli.err()).contains("--theme takes one of system, light, dark, contrast.").doesNotContain("canary");
    }

    @Test
    void theSimulatorNamesThePlansAndFaults() {
        assertOneLineOfUsage("simulator", "--plan", "nosuch");
        assertThat(cli.err()).contains("cerebras-free-2026-04");
        assertOneLineOfUsage("simulator", "--fault", "nosuch");
        assertThat(cli.err()).contains("stall");
        assertOneLineOfUsage("simulator", "--speed", "0");
        assertOneLineOfUsage("simulator", "--port", "70000");
        assertOneLineOfUsage("simulator", "--dialect", "sk-canary123");
        assertThat(cli.err()).contains("--dialect takes one of cerebras, groq, openrouter.").doesNotContain("canary");
        assertOneLineOfUsage("simulator", "--dialect", "groq", "--fault", "402");
        assertThat(cli.err()).contains("\"402\" does not occur at Groq", "498");
    }

    @Test
    void aDefectIsOneLineToo() {
        var out = new java.io.StringWriter();
        var err = new java.io.StringWriter();
        var launcher = new Launcher() {
            @Override
            public int window(WindowOptions options) {
                throw new StackOverflowError("secret");
            }

            @Override
            public int tour(Path outDir) {
                throw new IllegalStateException("secret");
            }
        };
        for (var args : new String[][]{{}, {"tour"}}) {
            int exit = PitotCli.run(args, launcher, new java.io.PrintWriter(out), new java.io.PrintWriter(err));
            assertThat(exit).isEqualTo(1);
        }
        assertThat(err.toString().lines()).hasSize(2).allMatch(line -> line.startsWith("Pitot itself failed"));
        assertThat(err.toString()).doesNotContain("secret");
    }
}
