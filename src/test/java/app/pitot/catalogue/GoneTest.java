package app.pitot.catalogue;

import static app.pitot.catalogue.CatalogueBench.entry;
import static app.pitot.catalogue.CatalogueBench.ids;
import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.provider.Account;
import app.pitot.store.CatalogueFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that were answered not to be there, and accounts that are no more. */
class GoneTest {
    private static final String ARCHIVED = "Model llama3.1-70b is archived and unavailable for the organization.";

    @TempDir
    private Path folder;
    private CatalogueBench bench;
    private Account account;

    @BeforeEach
    void open() throws IOException {
        bench = new CatalogueBench(folder);
        account = bench.account("a", "cerebras", null);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aModelIsMarkedInPlaceAndItsSuccessorIsOneThatAnswers() {
        bench.catalogue.gone(account, "llama3.1-70b", ARCHIVED);
        bench.catalogue.gone(account, "gpt-oss-120b", "no access");
        bench.catalogue.gone(account, "never-heard-of", null);
        var listing = bench.settled(account);
        // Two successors further down the chain, for those in between are retired themselves.
        assertThat(entry(listing, "llama3.1-70b").gone())
                .isEqualTo(new ModelEntry.Gone(bench.now, ARCHIVED, "gpt-oss-120b"));
        assertThat(entry(listing, "gpt-oss-120b").gone().successor()).isNull();
        assertThat(entry(listing, "never-heard-of").gone()).isEqualTo(new ModelEntry.Gone(bench.now, "", null));
        assertThat(ids(listing)).startsWith("qwen-3.8-27b").endsWith("never-heard-of");
        assertThat(ids(listing).indexOf("gpt-oss-120b")).isPositive();
        assertThat(bench.server.asked).isEmpty();
    }

    @Test
    void theMarkOutlivesTheRunUntilAListNamesTheModelAgain() {
        bench.server.own("qwen-3.8-27b");
        bench.refresh(account);
        bench.catalogue.gone(account, "gpt-oss-120b", "not found");
        bench.open();
        assertThat(entry(bench.settled(account), "gpt-oss-120b").gone()).isNotNull();
        assertThat(entry(bench.refresh(account, true), "gpt-oss-120b").gone()).isNotNull();
        bench.server.at("/v1/models", 500, "");
        assertThat(entry(bench.refresh(account, true), "gpt-oss-120b").gone()).isNotNull();
        bench.server.own("gpt-oss-120b", "qwen-3.8-27b");
        assertThat(entry(bench.refresh(account, true), "gpt-oss-120b").gone()).isNull();
        bench.open();
        assertThat(ids(bench.settled(account))).startsWith("gpt-oss-120b", "qwen-3.8-27b");
    }

    @Test
    void oneAccountsLossIsNotAnothers() {
        var other = bench.account("b", "cerebras", null);
        bench.catalogue.gone(account, "gpt-oss-120b", "no access");
        assertThat(entry(bench.settled(other), "gpt-oss-120b").gone()).isNull();
    }

    @Test
    void noReasonAndNoNumberOfThemFillsTheDisk() throws IOException {
        var many = new HashMap<String, ModelEntry.Gone>();
        for (int i = 0; i < 998; i++) {
            many.put("m" + i, new ModelEntry.Gone(bench.now, "", null));
        }
        new CatalogueFile(folder, bench.problems::add).save("a",
                Remembered.nothing(account.baseUrl()).withGone(many));
        bench.catalogue.gone(account, "m", "x".repeat(1_000_000));
        for (var id : List.of("n", "o", "p")) {
            bench.catalogue.gone(account, id, "");
        }
        var listing = bench.settled(account);
        assertThat(entry(listing, "m").gone().reason()).hasSize(500);
        assertThat(listing.models().stream().filter(each -> each.gone() != null)).hasSize(1_000);
        assertThat(Files.size(bench.files().getFirst())).isLessThan(200_000);
    }

    @Test
    void aRemovedAccountLeavesNothing() throws Exception {
        var other = bench.account("b", "cerebras", null);
        bench.server.own("gpt-oss-120b");
        bench.refresh(account);
        bench.refresh(other);
        assertThat(bench.files()).hasSize(2);
        bench.catalogue.forget("a");
        bench.catalogue.forget("never-there");
        assertThat(bench.settled(other).fetchedAt()).isNotNull();
        assertThat(bench.files()).hasSize(1);
        assertThat(bench.settled(account).fetchedAt()).isNull();
    }

    @Test
    void anAnswerAfterTheRemovalIsNotWrittenDown() throws Exception {
        bench.server.own("gpt-oss-120b");
        bench.server.gate = new CountDownLatch(1);
        var asked = bench.catalogue.refresh(account, true);
        while (bench.server.asked.isEmpty()) {
            Thread.sleep(1);
        }
        bench.catalogue.forget("a");
        asked.get(10, TimeUnit.SECONDS);
        bench.server.gate.countDown();
        var other = bench.refresh(bench.account("b", "cerebras", null));
        assertThat(other.problem()).isNull();
        bench.catalogue.close();
        assertThat(bench.files()).hasSize(1);
    }

    @Test
    void aSimulatorWhoseAddressChangesIsNotKept() throws IOException {
        bench.server.own("gpt-oss-120b");
        var simulator = bench.account("simulator:plan", "simulator", null);
        assertThat(bench.refresh(simulator).fetchedAt()).isNotNull();
        assertThat(bench.files()).isEmpty();
    }
}
