package app.pitot.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.pitot.catalogue.Listing.Change;
import app.pitot.provider.Account;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a refresh changed. */
class ChangesTest {
    @TempDir
    private Path folder;
    private CatalogueBench bench;
    private Account account;

    @BeforeEach
    void open() throws IOException {
        bench = new CatalogueBench(folder);
        account = bench.account("a", "openrouter", null);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Listing list(String... items) {
        bench.server.at("/v1/models", 200, CatalogueBench.SUCCESS.formatted(String.join(",", items)));
        return bench.refresh(account, true);
    }

    private static String item(String id, String in, String out, int context, String expires) {
        return "{\"id\":\"" + id + "\",\"pricing\":{\"prompt\":\"" + in + "\",\"completion\":\"" + out
                + "\"},\"context_length\":" + context + (expires == null
                        ? ""
                        : ",\"expiration_date\":\"" + expires + "\"")
                + "}";
    }

    @Test
    void theFirstListChangesNothing() {
        assertThat(list(item("a", "0.000001", "0.000002", 1000, null)).changes()).isEmpty();
    }

    @Test
    void additionsRemovalsPricesSizesAndRetirementsAreTold() {
        list(item("stays", "0.000001", "0.000002", 131072, null), item("goes", "0", "0", 1, null),
                item("same", "0.0000010", "0.000002", 5, "2026-12-01"));
        bench.pass(Duration.ofHours(7));
        var changes = list(item("comes", "0", "0", 1, null),
                item("stays", "0.0000015", "0.000002", 65536, "2026-12-24"),
                item("same", "0.000001", "0.000002", 5, "2026-12-01")).changes();
        assertThat(changes).extracting(Change::kind, Change::modelId, Change::detail).containsExactly(
                tuple(Change.Kind.ADDED, "comes", ""), tuple(Change.Kind.REMOVED, "goes", ""),
                tuple(Change.Kind.RETIREMENT, "stays", "retires on 2026-12-24"),
                tuple(Change.Kind.PRICE, "stays", "per million tokens in $1 → $1.5, out $2 → $2"),
                tuple(Change.Kind.CONTEXT, "stays", "context 131,072 → 65,536"));
        assertThat(changes).allSatisfy(change -> assertThat(change.at()).isEqualTo(bench.now));
    }

    @Test
    void theyAreKeptUntilTheNextAnswerAndThatOneDecides() {
        list(item("a", "0", "0", 1, null));
        var changed = list(item("b", "0", "0", 1, null)).changes();
        assertThat(changed).hasSize(2);
        bench.open();
        assertThat(bench.settled(account).changes()).isEqualTo(changed);
        bench.server.at("/v1/models", 500, "");
        assertThat(bench.refresh(account, true).changes()).isEqualTo(changed);
        assertThat(list(item("b", "0", "0", 1, null)).changes()).isEmpty();
    }

    @Test
    void aNewVersionOfTheAppIsNoChangeAtTheProvider() {
        // The names that a list leaves out come from what ships; they are the same before and after.
        account = bench.account("a", "cerebras", null);
        bench.server.own("gpt-oss-120b");
        bench.refresh(account);
        assertThat(bench.refresh(account, true).changes()).isEmpty();
    }

    @Test
    void theirNumberIsBounded() {
        list(item("a", "0", "0", 1, null));
        var many = new String[3_000];
        for (int i = 0; i < many.length; i++) {
            many[i] = "{\"id\":\"m" + i + "\"}";
        }
        assertThat(list(many).changes()).hasSize(Differences.MOST);
        assertThat(bench.catalogue.of(account).models()).hasSize(3_000);
    }
}
