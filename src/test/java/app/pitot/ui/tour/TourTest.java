package app.pitot.ui.tour;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.accounts.Household;
import app.pitot.api.OkHttpChatClient;
import app.pitot.base.Clocks;
import app.pitot.catalogue.CachedCatalogue;
import app.pitot.catalogue.CatalogueCache;
import app.pitot.catalogue.Figures;
import app.pitot.exchange.ExchangeEngine;
import app.pitot.exchange.Ledger;
import app.pitot.history.MemoryHistory;
import app.pitot.provider.Catalogue;
import app.pitot.store.Settings;
import app.pitot.ui.Core;
import app.pitot.ui.common.FxTest;
import app.pitot.ui.common.FxThread;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TourTest extends FxTest {
    @TempDir
    private Path folder;

    @Test
    void aTourThatBreaksOffStillWritesItsReport() throws IOException {
        var clocks = Clocks.system();
        var printed = new StringWriter();
        try (var client = new OkHttpChatClient(clocks);
                var models = new CachedCatalogue(Catalogue.shipped(), client, CatalogueCache.none(), Figures.none(),
                        clocks)) {
            // Without any account the window cannot open.
            var core = new Core(clocks, new ExchangeEngine(clocks, client, Ledger.none()), client, Catalogue.shipped(),
                    Settings.DEFAULT, List.of(), false, null,
                    Household.apart(folder.resolve("home"), Catalogue.shipped(), clocks, _ -> {}), models,
                    new MemoryHistory());
            var worked = new Tour(core, new FxThread(_ -> {}), folder, new PrintWriter(printed, true)).run();
            assertThat(worked).isFalse();
        }
        var written = new ObjectMapper().readTree(folder.resolve("tour.json").toFile());
        assertThat(written.get("worked").asBoolean()).isFalse();
        assertThat(written.at("/steps/0/step").asText()).isEqualTo("open");
        assertThat(written.at("/steps/0/error").asText()).isNotBlank();
        assertThat(printed.toString()).contains("FAILED");
    }
}
