package app.pitot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.pitot.provider.Catalogue;
import app.pitot.simulator.Dialect;
import app.pitot.simulator.SimulatorConfig;
import app.pitot.simulator.SimulatorServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One request from the command line over real HTTP against the real simulator. */
@Timeout(60)
class ProbeTest {
    @TempDir
    Path temp;

    private SimulatorServer server;
    private Cli cli;

    @BeforeEach
    void start() throws IOException {
        var plan = Catalogue.shipped().plan("cerebras-free-2026-04").orElseThrow();
        server = SimulatorServer.start(SimulatorConfig.of(plan).withSpeed(3_000.0).withTtftMs(20));
        cli = new Cli(temp.resolve("data"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private int probe(String prompt, String... more) {
        var args = new ArrayList<>(List.of("probe", "--base-url", server.baseUrl().toString(), "--model",
                "gpt-oss-120b", "--prompt", prompt, "--no-retry"));
        args.addAll(List.of(more));
        return cli.run(args.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--json"})
    void sendsAgainWhatPassesByItselfAndSaysSo(String json) {
        var args = new ArrayList<>(List.of("probe", "--base-url", server.baseUrl().toString(), "--model",
                "gpt-oss-120b", "--prompt", "/fault 429-queue@1\nWrite 50 tokens", "--when-fits"));
        if (!json.isEmpty()) {
            args.add(json);
        }
        assertThat(cli.run(args.toArray(String[]::new))).as(cli.err()).isEqualTo(ExitCode.COMPLETE);
        assertThat(cli.err()).contains("Trying again in").contains("(1 of 3)");
        assertThat(server.state().admitted()).isEqualTo(1);
    }

    /** No provider is named: how it answers has to do. The windows are those of which its headers tell. */
    @ParameterizedTest
    @CsvSource({"CEREBRAS,gpt-oss-120b,cerebras-free-2026-04,60000 30 1000000 900 1000000 14400",
        "GROQ,openai/gpt-oss-120b,groq-free-2026-10,8000 1000",
        "OPENROUTER,openai/gpt-oss-20b:free,openrouter-free,''"})
    void answersInEveryDialect(Dialect dialect, String model, String planId, String limits) throws IOException {
        var plan = Catalogue.shipped().plan(planId).orElseThrow();
        try (var each = SimulatorServer
                .start(SimulatorConfig.of(plan).withDialect(dialect).withSpeed(3_000.0).withTtftMs(20))) {
            var code = cli.run("probe", "--base-url", each.baseUrl().toString(), "--model", model, "--prompt",
                    "Write 100 tokens", "--max-tokens", "600", "--json");
            assertThat(code).as(cli.err()).isEqualTo(ExitCode.COMPLETE);
            var json = new ObjectMapper().readTree(cli.out());
            var reply = each.state().recent().getLast();
            assertThat(json.path("status").asText()).isEqualTo("complete");
            assertThat(json.at("/usage/completionTokens").asInt()).isEqualTo(reply.completionTokens());
            assertThat(json.at("/usage/promptTokens").asInt()).isEqualTo(reply.promptTokens());
            assertThat(json.path("windows")).extracting(window -> window.path("limit").asText())
                    .containsExactlyInAnyOrder(limits.isEmpty() ? new String[0] : limits.split(" "));
            boolean router = dialect == Dialect.OPENROUTER;
            assertThat(json.at("/served/upstream").isNull()).isEqualTo(!router);
            assertThat(json.at("/served/costSource").asText()).isEqualTo(router ? "reported" : "null");
        }
    }

    @Test
    void stopsWhenNobodyReadsAnyMore() {
        var pipe = new java.io.Writer() {
            @Override
            public void write(char[] text, int offset, int length) throws IOException {
                throw new IOException("broken pipe");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        server.close();
        try (var slow = SimulatorServer.start(SimulatorConfig
                .of(Catalogue.shipped().plan("cerebras-free-2026-04").orElseThrow()).withSpeed(20.0).withTtftMs(1))) {
            var code = cli.runInto(pipe, "probe", "--base-url", slow.baseUrl().toString(), "--model", "gpt-oss-120b",
                    "--prompt", "Write 5000 tokens");
            assertThat(code).isEqualTo(ExitCode.OTHER);
            assertThat(cli.err()).contains("could not be written").contains("stopped");
            assertThat(cli.runInto(pipe, "probe", "--base-url", slow.baseUrl().toString(), "--model", "gpt-oss-120b",
                    "--prompt", "Write 2 tokens", "--json")).isEqualTo(ExitCode.OTHER);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aPromptWithoutEndIsRefusedNotKept() throws IOException {
        cli.in = "x".repeat(8 * 1024 * 1024 + 1);
        assertThat(probe("-")).isEqualTo(ExitCode.USAGE);
        assertThat(cli.err()).contains("longer than");
    }

    private JsonNode json() throws IOException {
        assertThat(cli.out().strip().lines()).hasSize(1);
        return new ObjectMapper().readTree(cli.out());
    }

    @Test
    void reportsACompleteReply() throws Exception {
        assertThat(probe("Tell me about wind", "--max-tokens", "700", "--temperature", "0.5", "--json")).isZero();
        var json = json();
        var truth = server.state().recent().getLast();
        assertThat(json.path("status").asText()).isEqualTo("complete");
        assertThat(json.path("finishReason").asText()).isIn("stop", "length");
        assertThat(json.path("chunks").asInt()).isGreaterThanOrEqualTo(truth.chunks());
        var text = json.path("text").asText();
        assertThat(text).isNotBlank();
        var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        assertThat(json.path("textSha256").asText()).isEqualTo(HexFormat.of().formatHex(digest));
        assertThat(json.path("reasoningChars").isInt()).isTrue();
        assertThat(json.path("usage").path("promptTokens").asInt()).isEqualTo(truth.promptTokens());
        assertThat(json.path("usage").path("completionTokens").asInt()).isEqualTo(truth.completionTokens());
        assertThat(json.path("usage").path("totalTokens").asInt())
                .isEqualTo(truth.promptTokens() + truth.completionTokens());
        assertThat(json.path("timing").path("tokenBasis").asText()).isEqualTo("usage");
        assertThat(json.path("timing").path("ttftMs").asDouble()).isGreaterThan(15);
        assertThat(json.path("timing").path("totalMs").asDouble())
                .isGreaterThanOrEqualTo(json.path("timing").path("firstAnswerMs").asDouble());
        assertThat(json.path("timing").path("outputTokensPerSecond").asDouble()).isCloseTo(3_000, within(900.0));
        assertThat(json.path("error").isNull()).isTrue();
        assertThat(json.path("windows")).isNotEmpty();
        assertThat(cli.err()).isEmpty();
    }

    @Test
    void allFieldsAreAlwaysThere() throws Exception {
        probe("Tell me about wind", "--json", "--max-tokens", "50");
        var complete = names("", json(), new ArrayList<>());
        assertThat(complete).containsExactly("/status", "/finishReason", "/chunks", "/text", "/textSha256",
                "/reasoningChars", "/usage", "/usage/promptTokens", "/usage/completionTokens", "/usage/totalTokens",
                "/usage/cachedTokens", "/usage/reasoningTokens", "/timing", "/timing/connectMs", "/timing/ttftMs",
                "/timing/firstAnswerMs", "/timing/totalMs", "/timing/outputTokensPerSecond", "/timing/tokenBasis",
                "/timing/serverOutputTokensPerSecond", "/windows", "/served", "/served/upstream", "/served/requestId",
                "/served/costUsd", "/served/costSource", "/error");
        var window = json().path("windows").get(0);
        assertThat(names("", window, new ArrayList<>())).containsExactly("/metric", "/period", "/limit", "/remaining",
                "/resetSeconds", "/source");
        probe("/fault 429-queue", "--json");
        var failed = names("", json(), new ArrayList<>());
        complete.addAll(List.of("/error/httpStatus", "/error/code", "/error/message", "/error/retryAfterSeconds"));
        assertThat(failed).containsExactlyElementsOf(complete);
    }

    @Test
    void saysWhichFiguresAreTheHeadersOwn() throws Exception {
        probe("Tell me about wind", "--json", "--max-tokens", "50");
        var sources = new java.util.TreeMap<String, String>();
        for (var window : json().path("windows")) {
            sources.put(window.path("metric").asText() + "/" + window.path("period").asText(),
                    window.path("source").asText());
            assertThat(window.path("resetSeconds").asDouble()).as(window.toString()).isPositive();
        }
        assertThat(sources).containsEntry("requests/day", "reported").containsEntry("requests/hour", "reported")
                .containsEntry("tokens/minute", "projected");
    }

    private static List<String> names(String path, JsonNode node, List<String> found) {
        node.properties().forEach(field -> {
            found.add(path + "/" + field.getKey());
            names(path + "/" + field.getKey(), field.getValue(), found);
        });
        return found;
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"429-queue, 3, refused, 429", "429-tokens, 3, refused, 429",
        "429-requests, 3, refused, 429", "401, 3, refused, 401", "402, 3, refused, 402", "404, 3, refused, 404",
        "413, 3, refused, 413", "500, 3, refused, 500", "503, 3, refused, 503", "html:502, 3, refused, 502",
        "cut, 4, truncated, -", "end, 4, truncated, -", "error, 4, truncated, -",
        "slow-first-token:300, 0, complete, -",
        "malformed, 0, complete, -", "burst, 0, complete, -", "no-usage, 0, complete, -"})
    void everyFaultHasItsExitCode(String fault, int exit, String status, Integer httpStatus) throws Exception {
        var prompt = "/fault " + fault + "\nTell me about wind";
        assertThat(probe(prompt, "--json", "--max-tokens", "400")).as(cli.out()).isEqualTo(exit);
        var json = json();
        assertThat(json.path("status").asText()).isEqualTo(status);
        if (httpStatus != null) {
            assertThat(json.path("error").path("httpStatus").asInt()).isEqualTo(httpStatus);
        }
        if (exit == 4) {
            assertThat(json.path("text").asText().length() + json.path("reasoningChars").asInt()).isPositive();
        }
        assertThat(json.path("error").isNull()).isEqualTo(exit == 0);
        assertThat(json.path("timing").path("tokenBasis").isNull()).isEqualTo(exit == 3);
        assertThat(cli.out() + cli.err()).doesNotContain("Exception", "\tat ");
        assertThat(probe(prompt, "--max-tokens", "400")).isEqualTo(exit);
        assertThat(cli.err()).isNotBlank().doesNotContain("Exception", "\tat ");
    }

    @Test
    void aNetworkThatIsNotThere() throws Exception {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var url = "http://127.0.0.1:" + port + "/v1";
        assertThat(cli.run("probe", "--json", "--base-url", url, "--model", "m")).isEqualTo(5);
        assertThat(json().path("status").asText()).isEqualTo("failed");
        assertThat(json().path("error").path("message").asText()).isNotBlank();
        assertThat(json().path("error").path("httpStatus").isNull()).isTrue();
        assertThat(cli.run("probe", "--json", "--base-url", "http://no-such-host.invalid/v1", "--model", "m"))
                .isEqualTo(5);
    }

    @Test
    void plainHttpToAnotherMachineIsWarnedOfAndToThisOneIsNot() {
        assertThat(cli.run("probe", "--base-url", "http://no-such-host.invalid/v1", "--model", "m")).isEqualTo(5);
        assertThat(cli.err()).contains("The connection to no-such-host.invalid is not encrypted.");
        assertThat(probe("In one sentence: what is drag")).isZero();
        assertThat(cli.err()).doesNotContain("not encrypted");
    }

    @Test
    void aModelThatIsNotThere() throws Exception {
        var url = server.baseUrl().toString();
        assertThat(cli.run("probe", "--json", "--base-url", url, "--model", "nosuch")).isEqualTo(3);
        assertThat(json().path("error").path("httpStatus").asInt()).isEqualTo(404);
    }

    @Test
    void printsTheReplyAndAShortSummary() {
        assertThat(probe("Tell me about wind", "--max-tokens", "300")).isZero();
        assertThat(cli.out()).isNotBlank();
        assertThat(cli.err()).contains("complete", "tok/s", "TTFT").doesNotContain("null", "{");
        assertThat(cli.err().lines().count()).isBetween(2L, 12L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "401 | The provider does not accept the key. | HTTP 401: | environment variable",
        "404 | This model is not available. | HTTP 404: | Choose another model",
        "429-queue | The provider is busy. | HTTP 429: | Send again",
        "cut | The reply ended before it was complete. | characters of | Send again",
        "error | The provider broke the reply off with an error. | characters of | Send again"})
    void tellsWhatHappenedWhatIsKeptAndWhatToDo(String fault, String title, String detail, String next) {
        probe("/fault " + fault + "\nTell me about wind", "--max-tokens", "400");
        assertThat(cli.err().lines().findFirst()).contains(title);
        assertThat(cli.err()).contains(detail, next, " arrived").doesNotContain("HTTP 200", "{", "null");
    }

    @Test
    void tellsOddities() throws Exception {
        for (var json : new String[]{"--json", "--max-tokens=400"}) {
            assertThat(probe("/fault malformed\nTell me about wind", json)).isZero();
            assertThat(cli.err()).contains("One event was not readable");
        }
    }

    @Test
    void readsThePromptFromStandardInput() throws Exception {
        cli.in = "/fault 402\nanything ä";
        assertThat(probe("-", "--json")).isEqualTo(3);
        assertThat(json().path("error").path("httpStatus").asInt()).isEqualTo(402);
        cli.in = "";
        assertThat(probe("-", "--json")).isEqualTo(2);
    }

    @Test
    void sendsTheKeyOfItsVariable() throws Exception {
        cli.environment.put("GOOD", " good-key\n");
        assertThat(probe("Hello", "--json", "--key-env", "GOOD", "--max-tokens", "20")).isZero();
        cli.environment.put("BAD", "wrong");
        assertThat(probe("Hello", "--json", "--key-env", "BAD")).isEqualTo(3);
        assertThat(json().path("error").path("httpStatus").asInt()).isEqualTo(401);
        cli.environment.put("ODD", "two words");
        assertThat(probe("Hello", "--json", "--key-env", "ODD")).isEqualTo(2);
        assertThat(cli.out()).doesNotContain("two words");
    }

    @Test
    void worksWithoutADataFolder() throws Exception {
        Files.writeString(temp.resolve("data"), "a file in its place");
        assertThat(probe("Hello", "--json", "--max-tokens", "20")).isZero();
        assertThat(json().path("status").asText()).isEqualTo("complete");
        assertThat(cli.err().strip().lines()).as("each file is spoken of once").satisfiesExactlyInAnyOrder(
                line -> assertThat(line).contains("pitot.db cannot be opened"),
                line -> assertThat(line).contains("traces.db cannot be opened"));
    }

    @Test
    void countsTheRequestsOfEarlierRuns() throws Exception {
        for (int i = 1; i <= 3; i++) {
            assertThat(probe("Hello", "--json", "--max-tokens", "20")).isZero();
        }
        assertThat(temp.resolve("data/pitot.db")).exists();
        assertThat(server.state().admitted()).isEqualTo(3);
    }
}
