package app.pitot.catalogue;

import app.pitot.api.OkHttpChatClient;
import app.pitot.base.Clocks;
import app.pitot.keys.KeySource;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Connection;
import app.pitot.provider.Plan;
import app.pitot.provider.Provider;
import app.pitot.provider.ProviderFacts;
import app.pitot.store.CatalogueFile;
import app.pitot.store.StoreProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A catalogue over real HTTP and a real folder, with clocks that stand still. */
final class CatalogueBench implements AutoCloseable {
    static final String KEY = "csk-canary8812abcdef0123456789";
    static final String SUCCESS = "{\"object\":\"list\",\"data\":[%s]}";

    final ListServer server;
    final Path folder;
    final List<StoreProblem> problems = new CopyOnWriteArrayList<>();
    final List<Listing> told = new CopyOnWriteArrayList<>();
    Figures figures = Figures.none();
    Instant now = Instant.parse("2026-11-20T10:00:00Z");
    CachedCatalogue catalogue;

    private final Clocks clocks = new Clocks(System::nanoTime, () -> now);
    private final OkHttpChatClient client = new OkHttpChatClient(Clocks.system());

    CatalogueBench(Path folder) throws IOException {
        this.folder = folder;
        this.server = new ListServer();
        open();
    }

    /** Begins a new run over the same folder. */
    void open() {
        if (catalogue != null) {
            catalogue.close();
        }
        catalogue = new CachedCatalogue(Catalogue.shipped(), client, new CatalogueFile(folder, problems::add),
                (account, model) -> figures.measured(account, model), clocks);
        catalogue.subscribe(told::add);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** An account at a provider that has a public list. */
    Account cerebras(String id, String... byHand) {
        return account(id, "cerebras", server.url("/public/v1/models"), byHand);
    }

    Account account(String id, String provider, String publicModels, String... byHand) {
        var facts = new ProviderFacts(null, null, null, List.of(), "/models", null, publicModels, false,
                LocalDate.of(2026, 11, 20), "a test");
        var known = Catalogue.shipped().provider(provider);
        return account(id, new Provider(provider, known.name(), server.url("/v1"), known.dialect(), known.wire(),
                facts), server.url("/v1"), KeySource.environment("K", _ -> KEY + id), byHand);
    }

    Account account(String id, Provider provider, String baseUrl, KeySource key, String... byHand) {
        return new Account(id, provider.name(), provider, baseUrl, (Plan) null, key, "a key", Connection.DIRECT,
                List.of(byHand));
    }

    Listing refresh(Account account) {
        return refresh(account, false);
    }

    Listing refresh(Account account, boolean force) {
        return catalogue.refresh(account, force).orTimeout(10, TimeUnit.SECONDS).join();
    }

    /** What the catalogue says once everything that was asked of it so far is done. */
    Listing settled(Account account) {
        return catalogue.kept(account).orTimeout(30, TimeUnit.SECONDS).join();
    }

    List<Path> files() throws IOException {
        var place = folder.resolve("catalogue");
        if (!Files.exists(place)) {
            return List.of();
        }
        try (var found = Files.list(place)) {
            return found.sorted().toList();
        }
    }

    static ModelEntry entry(Listing listing, String id) {
        return listing.models().stream().filter(each -> each.model().id().equals(id)).findFirst()
                .orElseThrow(() -> new AssertionError("no " + id));
    }

    static List<String> ids(Listing listing) {
        return listing.models().stream().map(each -> each.model().id()).toList();
    }

    @Override
    public void close() {
        catalogue.close();
        client.close();
        server.close();
    }
}
