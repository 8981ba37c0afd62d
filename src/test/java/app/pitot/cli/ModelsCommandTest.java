package app.pitot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.accounts.Household;
import app.pitot.accounts.NewSecrets;
import app.pitot.base.Clocks;
import app.pitot.catalogue.Remembered;
import app.pitot.keys.SessionStore;
import app.pitot.provider.AccountEntry;
import app.pitot.provider.Catalogue;
import app.pitot.provider.KeyPlace;
import app.pitot.provider.ModelInfo;
import app.pitot.simulator.SimulatorConfig;
import app.pitot.simulator.SimulatorServer;
import app.pitot.store.CatalogueFile;
import app.pitot.store.Folders;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ModelsCommandTest {
    @TempDir
    Path temp;

    private Cli cli;

    @BeforeEach
    void make() {
        cli = new Cli(temp);
    }

    private void keep(String account, Instant fetchedAt, ModelInfo... models) {
        var baseUrl = Catalogue.shipped().provider(account.substring("public:".length())).baseUrl();
        new CatalogueFile(temp, problem -> {
            throw new AssertionError(problem.message());
        }).save(account, new Remembered(baseUrl, fetchedAt, null, List.of(models), List.of(), Map.of()));
    }

    private JsonNode json(String... args) throws Exception {
        assertThat(cli.run(args)).as(cli.err()).isZero();
        return new ObjectMapper().readTree(cli.out());
    }

    private static JsonNode model(JsonNode root, String id) {
        return StreamSupport.stream(root.at("/lists/0/models").spliterator(), false)
                .filter(each -> each.path("id").asText().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void listsWhatShipsInAlignedColumnsAndAsksNobody() throws Exception {
        assertThat(cli.run("models", "--provider", "cerebras")).isZero();
        var lines = cli.out().lines().toList();
        assertThat(lines.getFirst()).isEqualTo("Cerebras: as shipped with Pitot");
        assertThat(lines.get(1)).startsWith("MODEL").contains("CONTEXT", "FREE", "$/M IN", "REMARKS")
                .doesNotContain("CACHED", "YOURS");
        var first = lines.get(2);
        assertThat(first).startsWith("gpt-oss-120b ").contains("131,072", "65,536", "0.35", "0.75", "3,000", "tools");
        assertThat(first.indexOf("131,072") + 7).isEqualTo(lines.get(1).indexOf("CONTEXT") + 7);
        assertThat(cli.out()).contains("retired on 2026-02-16, use gpt-oss-120b", "Shipped facts are of 2026-10-01.");
        assertThat(cli.err()).isEmpty();
        assertThat(lines).hasSize(2 + 16 + 2);
        try (var files = Files.walk(temp)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void withoutAProviderItListsThoseOfWhichAnythingIsKnown() {
        assertThat(cli.run("models")).isZero();
        assertThat(cli.out())
                .contains("Cerebras: ", "Groq: ", "OpenRouter: ", "TokenMix.ai: ", "No models are known yet.")
                .doesNotContain("Ollama", "Simulator", "Custom");
    }

    @Test
    void jsonHasDatesAndSources() throws Exception {
        var root = json("models", "--provider", "GROQ", "--json");
        assertThat(root.at("/shipped/asOf").asText()).isEqualTo("2026-10-01");
        assertThat(root.at("/shipped/source").asText()).contains("Groq documentation");
        assertThat(root.at("/lists/0/provider").asText()).isEqualTo("groq");
        assertThat(root.at("/lists/0/fetchedAt").isNull()).isTrue();
        var oss = model(root, "openai/gpt-oss-120b");
        assertThat(oss.path("cachedInputPrice").decimalValue()).isEqualByComparingTo("0.075");
        assertThat(oss.path("contextTokens").asInt()).isEqualTo(131_072);
        assertThat(oss.path("capabilities").toString()).isEqualTo("[\"tools\",\"json\",\"schema\",\"reasoning\"]");
        assertThat(model(root, "openai/gpt-oss-safeguard-20b").path("capabilities").isNull()).isTrue();
        assertThat(model(root, "llama-3.1-8b-instant").path("replacement").asText()).isEqualTo("openai/gpt-oss-20b");
        assertThat(cli.out().strip().lines()).hasSize(1);
    }

    @Test
    void whatWasHeardBeforeIsShownWithItsAge() throws Exception {
        var oss = new ModelInfo("gpt-oss-120b", "OSS", 200_000, null, new BigDecimal("0.4"), new BigDecimal("0.8"),
                null, null, null, null);
        keep("public:cerebras", Instant.parse("2026-01-02T03:04:05Z"), oss, ModelInfo.ofId("new\u001b[31mmodel"));
        assertThat(cli.run("models", "--provider", "cerebras")).isZero();
        assertThat(cli.out()).startsWith("Cerebras: list of 2026-01-02 03:04 UTC, which may be outdated")
                .contains("200,000", "0.40", "new\uFFFD[31mmodel").doesNotContain("\u001b", "not in the list");
        var root = json("models", "--provider", "cerebras", "--json");
        assertThat(root.at("/lists/0/stale").asBoolean()).isTrue();
        assertThat(root.at("/lists/0/fetchedAt").asText()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(model(root, "gpt-oss-120b").path("inputPrice").decimalValue()).isEqualByComparingTo("0.4");
        keep("public:cerebras", Instant.now().minusSeconds(60), oss);
        cli.run("models", "--provider", "cerebras");
        assertThat(cli.out().lines().findFirst().orElseThrow()).doesNotContain("outdated");
    }

    @Test
    void aProviderWithoutAPublicListSaysWhatIsNeeded() {
        assertThat(cli.run("models", "--provider", "groq", "--refresh")).isEqualTo(1);
        assertThat(cli.err()).contains("Groq lists its models only for a key.");
        assertThat(cli.out()).contains("openai/gpt-oss-120b");
    }

    private AccountEntry add(String baseUrl) throws Exception {
        try (var house = new Household(Folders.in(temp), Catalogue.shipped(), new SessionStore(), _ -> null,
                Clocks.system(), _ -> {})) {
            return house.book().add(new AccountEntry(null, "cerebras", "Work", baseUrl, null, "cerebras-trial-2026-09",
                    List.of(), new KeyPlace(KeyPlace.Kind.ENVIRONMENT, "WORK_KEY", null), true, List.of("by-hand"),
                    AccountEntry.Route.DIRECT), NewSecrets.none());
        }
    }

    @Test
    void anAccountsListIsFetchedOnRequestAndThenKept() throws Exception {
        cli.environment.put("WORK_KEY", "csk-canary999888777666");
        var plan = Catalogue.shipped().plan("cerebras-free-2026-04").orElseThrow();
        try (var server = SimulatorServer.start(SimulatorConfig.of(plan))) {
            var entry = add(server.baseUrl().toString());
            assertThat(json("models", "--account", "work", "--json").at("/lists/0/fetchedAt").isNull()).isTrue();
            var root = json("models", "--account", "work", "--refresh", "--json");
            assertThat(root.at("/lists/0/name").asText()).isEqualTo("Work");
            assertThat(root.at("/lists/0/stale").asBoolean()).isFalse();
            assertThat(model(root, "llama3.1-8b").path("listed").asBoolean()).isTrue();
            assertThat(model(root, "by-hand").path("listed").asBoolean()).isFalse();
            assertThat(model(root, "gpt-oss-120b").path("contextTokensUnderPlan").asInt()).isEqualTo(65_536);
            assertThat(entry.id()).isNotBlank();
        }
        assertThat(cli.run("models", "--account", "work")).isZero();
        assertThat(cli.out()).startsWith("Work: list of ").contains("not in the list", "65,536");
        assertThat(cli.run("models", "--account", "work", "--refresh")).isEqualTo(1);
        assertThat(cli.err()).startsWith("Work: ").doesNotContain("canary");
        assertThat(cli.out()).startsWith("Work: list of ");
    }

    @Test
    void anAccountThatIsNotThereOrAProviderBesideItIsRefused() throws Exception {
        assertThat(cli.run("models", "--account", "nobody")).isEqualTo(2);
        add("http://127.0.0.1:9/v1");
        assertThat(cli.run("models", "--account", "Work", "--provider", "groq")).isEqualTo(2);
        assertThat(cli.err()).contains("one of them").hasLineCount(1);
        assertThat(cli.run("models", "--account", "Work", "--data-dir", temp.resolve("other").toString()))
                .isEqualTo(2);
    }

    @Test
    void anUnknownProviderIsRefusedInOneLine() {
        assertThat(cli.run("models", "--provider", "nobody")).isEqualTo(2);
        assertThat(cli.err()).contains("cerebras, groq, openrouter").hasLineCount(1);
    }
}
