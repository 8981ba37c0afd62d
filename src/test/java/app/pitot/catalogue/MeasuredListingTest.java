package app.pitot.catalogue;

import static app.pitot.catalogue.CatalogueBench.entry;
import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.catalogue.ModelEntry.Measured;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Provider;
import app.pitot.provider.ProviderFacts;
import app.pitot.simulator.SimulatorConfig;
import app.pitot.simulator.SimulatorServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The user's own figures, the simulator's lists, and what is on the disk in the end. */
class MeasuredListingTest {
    @TempDir
    private Path folder;

    @Test
    void figuresAreReadAtFirstAndAfterEachReply() throws Exception {
        try (var bench = new CatalogueBench(folder)) {
            var old = new Measured(3, 200.0, 1_800.0, bench.now);
            var fresh = new Measured(4, 190.0, 1_850.0, bench.now);
            bench.figures = (account, model) -> model == null && account.equals("a")
                    ? Map.of("gpt-oss-120b", old)
                    : Map.of();
            var account = bench.account("a", "cerebras", null);
            bench.settled(account);
            assertThat(entry(bench.catalogue.of(account), "gpt-oss-120b").measured()).isEqualTo(old);
            assertThat(entry(bench.catalogue.of(account), "qwen-3.8-27b").measured()).isNull();
            bench.open();
            bench.catalogue.of(account);
            bench.figures = (_, model) -> "gpt-oss-120b".equals(model) ? Map.of(model, fresh) : Map.of();
            bench.catalogue.measured(account, "gpt-oss-120b");
            bench.settled(account);
            assertThat(entry(bench.catalogue.of(account), "gpt-oss-120b").measured()).isEqualTo(fresh);
            assertThat(bench.told.getLast().models()).contains(entry(bench.catalogue.of(account), "gpt-oss-120b"));
        }
    }

    @Test
    void theSimulatorsTwoListsAreJoined() throws Exception {
        var plan = Catalogue.shipped().plan("cerebras-free-2026-04").orElseThrow();
        try (var bench = new CatalogueBench(folder); var server = SimulatorServer.start(SimulatorConfig.of(plan))) {
            var root = server.baseUrl().resolve("/");
            var made = bench.cerebras("a");
            var facts = new ProviderFacts(null, null, null, List.of(), "/models", null, root + "public/v1/models",
                    false, LocalDate.of(2026, 11, 20), "a test");
            var url = server.baseUrl().toString();
            var provider = new Provider("cerebras", "Cerebras", url, "cerebras", made.provider().wire(), facts);
            var listing = bench.refresh(bench.account("a", provider, url, made.key()));
            assertThat(listing.problem()).isNull();
            var oss = entry(listing, "gpt-oss-120b");
            assertThat(oss.listed()).isTrue();
            assertThat(oss.model().inputPrice()).isEqualByComparingTo("0.35");
            assertThat(oss.model().name()).isEqualTo("OpenAI GPT OSS (simulated)");
            assertThat(oss.model().extras().vendor()).isNotBlank();
        }
    }

    @Test
    void noKeyIsEverOnTheDisk() throws Exception {
        try (var bench = new CatalogueBench(folder)) {
            var account = bench.cerebras("a");
            bench.server.own("gpt-oss-120b");
            bench.refresh(account);
            bench.server.at("/v1/models", 401, "{\"message\":\"Wrong API Key " + CatalogueBench.KEY + "a\"}");
            var refused = bench.refresh(account, true);
            assertThat(refused.problem()).doesNotContain("canary8812");
            bench.catalogue.gone(account, "gpt-oss-120b", "not found");
            bench.settled(account);
            Files.writeString(folder.resolve("planted"), CatalogueBench.KEY);
            var holding = 0;
            try (var files = Files.walk(folder)) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    holding += Files.readString(file, StandardCharsets.UTF_8).contains("canary8812") ? 1 : 0;
                }
            }
            // The planted one, which shows that the search finds what there is.
            assertThat(holding).isEqualTo(1);
            assertThat(bench.files()).hasSize(1);
        }
    }
}
