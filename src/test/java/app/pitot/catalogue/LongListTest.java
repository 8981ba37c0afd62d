package app.pitot.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LongListTest {
    private static final int MANY = 100_000;

    @TempDir
    private Path folder;

    /** Prints how long each step took; the machine decides, so that nothing is asserted of it. */
    @Test
    void aHundredThousandModelsAreKeptAndReadingThemIsCheap() throws IOException {
        try (var bench = new CatalogueBench(folder)) {
            bench.server.at("/v1/models", 200, list());
            var account = bench.account("a", "custom", null);
            long start = System.nanoTime();
            var listing = bench.refresh(account);
            long fetched = System.nanoTime();
            assertThat(listing.problem()).isNull();
            assertThat(listing.models()).hasSize(MANY);
            assertThat(listing.changes()).isEmpty();
            for (int i = 0; i < 1_000; i++) {
                assertThat(bench.catalogue.of(account).models()).isSameAs(listing.models());
            }
            long read = System.nanoTime();
            bench.open();
            var kept = bench.settled(account);
            long loaded = System.nanoTime();
            assertThat(kept.models()).isEqualTo(listing.models());
            System.out.printf("100,000 models: fetched, joined and saved in %d ms, read from the disk in %d ms,"
                    + " of() in %.1f us, file %.1f MB%n", (fetched - start) / 1_000_000, (loaded - read) / 1_000_000,
                    (read - fetched) / 1_000.0 / 1_000, Files.size(bench.files().getFirst()) / 1e6);
        }
    }

    private static String list() {
        var text = new StringBuilder(20_000_000);
        for (int i = 0; i < MANY; i++) {
            text.append(i == 0 ? "" : ",").append("{\"id\":\"vendor-").append(i % 97).append("/model-").append(i)
                    .append("\",\"name\":\"Model ").append(i)
                    .append("\",\"context_length\":131072,\"pricing\":{\"prompt\":\"0.00000035\",\"completion\":\"0.00000075\"}}");
        }
        return CatalogueBench.SUCCESS.replace("%s", text);
    }
}
