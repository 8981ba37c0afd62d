package app.pitot.ui.offer;

import app.pitot.catalogue.Listing;
import app.pitot.catalogue.ModelCatalogue;
import app.pitot.catalogue.ModelEntry;
import app.pitot.catalogue.ModelEntry.Gone;
import app.pitot.provider.Account;
import app.pitot.provider.ModelInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A catalogue that a test fills by hand. */
public final class FakeCatalogue implements ModelCatalogue {
    /** When the lists were fetched. */
    public static final Instant FETCHED = Instant.parse("2026-11-24T12:00:00Z");

    /** What was asked for: account id, with "!" if by force. */
    public final List<String> refreshed = new ArrayList<>();
    /** Which models were timed. */
    public final List<String> measured = new ArrayList<>();

    private final Map<String, Listing> listings = new HashMap<>();
    private final List<Consumer<Listing>> watchers = new ArrayList<>();

    public void put(Account account, String... ids) {
        put(account, Arrays.stream(ids).map(ModelInfo::ofId).map(m -> new ModelEntry(m, true, null, null)).toList());
    }

    public void put(Account account, List<ModelEntry> models) {
        put(new Listing(account.id(), models, FETCHED, false, false, null, List.of()));
    }

    public void put(Listing listing) {
        listings.put(listing.accountId(), listing);
        List.copyOf(watchers).forEach(each -> each.accept(listing));
    }

    @Override
    public Listing of(Account account) {
        return listings.getOrDefault(account.id(),
                new Listing(account.id(), List.of(), null, true, false, null, List.of()));
    }

    @Override
    public CompletableFuture<Listing> refresh(Account account, boolean force) {
        refreshed.add(account.id() + (force ? "!" : ""));
        return CompletableFuture.completedFuture(of(account));
    }

    @Override
    public void gone(Account account, String modelId, String reason) {
        var now = of(account);
        put(account, now.models().stream().map(entry -> entry.model().id().equals(modelId)
                ? new ModelEntry(entry.model(), entry.listed(), new Gone(FETCHED, reason, null), entry.measured())
                : entry).toList());
    }

    @Override
    public void measured(Account account, String modelId) {
        measured.add(modelId);
    }

    @Override
    public void forget(String accountId) {
        listings.remove(accountId);
    }

    @Override
    public AutoCloseable subscribe(Consumer<Listing> changed) {
        watchers.add(changed);
        return () -> watchers.remove(changed);
    }
}
