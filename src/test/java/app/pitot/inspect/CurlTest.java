package app.pitot.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.pitot.api.ChatMessage;
import app.pitot.api.ChatMessage.Role;
import app.pitot.api.ChatRequest;
import app.pitot.api.Target;
import app.pitot.api.Wire;
import app.pitot.keys.KeySource;
import app.pitot.keys.Secret;
import app.pitot.provider.Connection;
import app.pitot.provider.Connection.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command does what the app did: run by real shells, over real HTTP. */
@Timeout(60)
class CurlTest {
    @TempDir
    Path folder;

    static ChatRequest ask(String text) {
        return new ChatRequest("gpt-oss-120b", List.of(new ChatMessage(Role.USER, text)), 0.7, 100);
    }

    private String run(String shell, String command, Map<String, String> variables) throws Exception {
        var output = Files.createTempFile(folder, "out", ".txt");
        // From a file, as it would come from a terminal: longer than an argument may be.
        var script = Files.writeString(Files.createTempFile(folder, "in", ".sh"), command + "\n");
        var builder = new ProcessBuilder(shell, script.toString()).redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(variables);
        var process = builder.start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        var said = Files.readString(output);
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private static boolean there(String program) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(each -> Files.isExecutable(Path.of(each, program)));
    }

    private static String body(Echo.Seen seen) {
        return new String(seen.body(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hello", "it's 'quoted' \"twice\"", "a\nb\r\nc\td", "$HOME ${PATH} $(id) `id`",
        "Grüße → 😀 \u202e", "NUL \0 and \u0001", "\\ \\n \\' end\\", "'; touch evil; '", "@file", "%s %d %%", "!! !x",
        "-d", "",
        "'\\''"})
    void bodiesArriveByteForByteFromEachShell(String text) throws Exception {
        assumeTrue(there("curl"));
        try (var echo = new Echo()) {
            var wire = echo.send(ask(text));
            var curl = Curl.of(wire, echo.account("cerebras"));
            assertThat(curl.variables()).containsExactly("CEREBRAS_API_KEY");
            assertThat(curl.whole()).isTrue();
            assertThat(curl.command()).doesNotContain("canary", "…");
            for (var shell : List.of("sh", "bash", "dash")) {
                if (there(shell)) {
                    var said = run(shell, curl.command(), Map.of("CEREBRAS_API_KEY", Echo.KEY));
                    assertThat(said).contains(Echo.REPLY.strip());
                    same(echo.seen.getLast(), echo.seen.getFirst());
                }
            }
            assertThat(echo.seen.size()).isGreaterThan(1);
            assertThat(Path.of("evil")).doesNotExist();
        }
    }

    private static void same(Echo.Seen curl, Echo.Seen app) {
        assertThat(body(curl)).isEqualTo(body(app));
        app.headers().forEach((name, values) -> {
            if (!name.equals("Connection")) {
                assertThat(curl.headers()).as(name).containsEntry(name, values);
            }
        });
    }

    @Test
    void itCanBeMadeWhenTheAccountIsGone() throws Exception {
        assumeTrue(there("curl"));
        try (var echo = new Echo()) {
            var curl = Curl.of(echo.send(ask("Hello")), "GROQ_API_KEY");
            assertThat(curl.variables()).containsExactly("GROQ_API_KEY");
            run("sh", curl.command(), Map.of("GROQ_API_KEY", Echo.KEY));
            same(echo.seen.getLast(), echo.seen.getFirst());
        }
    }

    @Test
    void aLongBodyGoesThroughAPipe() throws Exception {
        assumeTrue(there("curl"));
        try (var echo = new Echo()) {
            var curl = Curl.of(echo.send(ask("it's long ".repeat(60_000))), echo.account("cerebras"));
            run("sh", curl.command(), Map.of("CEREBRAS_API_KEY", Echo.KEY));
            same(echo.seen.getLast(), echo.seen.getFirst());
        }
    }

    @Test
    void theSimulatorAnswersIt() throws Exception {
        assumeTrue(there("curl"));
        try (var server = app.pitot.simulator.SimulatorServer.start(app.pitot.simulator.SimulatorConfig.of(
                app.pitot.provider.Catalogue.shipped().plan("cerebras-free-2026-04").orElseThrow())
                .withSpeed(200_000.0));
                var client = new app.pitot.api.OkHttpChatClient(app.pitot.base.Clocks.system())) {
            var account = app.pitot.exchange.Accounts.simulator(server.baseUrl().toString(),
                    app.pitot.provider.Catalogue.shipped().plan("cerebras-free-2026-04").orElseThrow());
            var call = client.newCall(Target.open(account), ask("Say 'hi' for $5"));
            call.trace();
            call.execute(new app.pitot.api.StreamSink() {
            });
            var curl = Curl.of(call.wires().getLast(), account);
            assertThat(run("sh", curl.command(), Map.of("PITOT_API_KEY", "x"))).contains("data: {", "data: [DONE]");
        }
    }

    @Test
    void theUsersSecretHeadersAreVariablesToo() throws Exception {
        assumeTrue(there("curl"));
        try (var echo = new Echo()) {
            var own = List.of(new Connection.ExtraHeader("X-Pass", null, KeySource.none()),
                    new Connection.ExtraHeader("X-Team", "it's us", null));
            var wire = echo.send(ask("Hello"), List.of(new Target.Header("X-Pass", null, Secret.of("s3cret-canary")),
                    new Target.Header("X-Team", "it's us", null)));
            var curl = Curl.of(wire, echo.account("custom", new Connection(own, null, null, null)));
            assertThat(curl.variables()).containsExactlyInAnyOrder("PITOT_API_KEY", "PITOT_X_PASS");
            run("sh", curl.command(), Map.of("PITOT_API_KEY", Echo.KEY, "PITOT_X_PASS", "s3cret-canary"));
            same(echo.seen.getLast(), echo.seen.getFirst());
        }
    }

    @Test
    void theWayIsInFlagsWithoutItsSecrets() throws Exception {
        try (var echo = new Echo()) {
            var wire = echo.send(ask("Hello"));
            var proxy = new Proxy(Proxy.Kind.SOCKS, "::1", 1080, "me", KeySource.none());
            var curl = Curl.of(wire, echo.account("groq", new Connection(List.of(), proxy, "PEM-CANARY", null)));
            assertThat(curl.command()).contains("--proxy 'socks5h://[::1]:1080'",
                    "--proxy-user 'me:'\"$PITOT_PROXY_PASSWORD\"", "--cacert \"$PITOT_CA_FILE\"")
                    .doesNotContain("PEM-CANARY");
            assertThat(curl.variables()).containsExactlyInAnyOrder("GROQ_API_KEY", "PITOT_PROXY_PASSWORD",
                    "PITOT_CA_FILE");
            var open = new Proxy(Proxy.Kind.HTTP, "proxy.test", 3128, null, null);
            assertThat(Curl.of(wire, echo.account("groq", new Connection(List.of(), open, null, null))).command())
                    .contains("--proxy 'http://proxy.test:3128'").doesNotContain("--proxy-user");
        }
    }

    @Test
    void aCutBodyIsSaidAndAHiddenPartOfTheAddressIsAVariable() throws Exception {
        var wire = new Wire("POST", "https://h.test/…/v1/chat/completions?sig=…&a='b'", List.of(), new byte[]{'{'}, 9,
                null, null, List.of(), new byte[0], 0, Wire.Arrivals.NONE, Wire.Phases.UNKNOWN);
        try (var echo = new Echo()) {
            var curl = Curl.of(wire, echo.account("custom"));
            assertThat(curl.whole()).isFalse();
            assertThat(curl.variables()).containsExactly("PITOT_SECRET");
            assertThat(curl.command()).startsWith(
                    "curl 'https://h.test/'\"$PITOT_SECRET\"'/v1/chat/completions?sig='\"$PITOT_SECRET\"'&a='\\''b'\\'''");
        }
    }

    @Test
    void anyTextIsOneWord() throws Exception {
        var words = new ArrayList<String>();
        for (char c = 1; c < 127; c++) {
            words.add("a" + c + "b");
        }
        for (var word : words) {
            assertThat(run("sh", "printf %s " + Shell.quoted(word), Map.of())).isEqualTo(word);
        }
    }
}
