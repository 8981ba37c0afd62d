package app.pitot.ui.offer;

import app.pitot.catalogue.Listing;
import app.pitot.catalogue.ModelCatalogue;
import app.pitot.provider.Account;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** Which accounts there are now and what each offers; asks providers only when told to. JavaFX thread only. */
public final class OffersModel {
    /** How often a successor may itself have a successor, before it is taken for a circle. */
    private static final int LONGEST_LINE = 8;

    private final ModelCatalogue catalogue;
    private final Map<String, Offer> offers = new LinkedHashMap<>();
    private final List<Runnable> watchers = new ArrayList<>();

    /** @param fx runs work on the JavaFX thread */
    public OffersModel(ModelCatalogue catalogue, List<Account> accounts, Executor fx) {
        this.catalogue = catalogue;
        accounts.forEach(account -> offers.put(account.id(), new Offer(account, catalogue.of(account))));
        catalogue.subscribe(listing -> fx.execute(() -> show(listing)));
    }

    /** In the order in which to show them. */
    public List<Offer> offers() {
        return List.copyOf(offers.values());
    }

    public List<Account> accounts() {
        return offers.values().stream().map(Offer::account).toList();
    }

    /** Empty if there is no such account, or no longer. */
    public Optional<Offer> offer(String accountId) {
        return Optional.ofNullable(offers.get(accountId));
    }

    /** The accounts are these now; a new one's provider is asked for its list. */
    public void setAccounts(List<Account> now) {
        var before = Map.copyOf(offers);
        offers.clear();
        now.forEach(account -> offers.put(account.id(), new Offer(account, catalogue.of(account))));
        changed();
        now.stream().filter(account -> !before.containsKey(account.id())).forEach(each -> refresh(each, false));
    }

    /** An account was removed for good: nothing of its list is kept. */
    public void forget(String accountId) {
        catalogue.forget(accountId);
    }

    /** Asks one provider, if its list is old or if {@code force}. */
    public void refresh(Account account, boolean force) {
        catalogue.refresh(account, force);
    }

    /** Asks every account's provider, if its list is old or if {@code force}. */
    public void refreshAll(boolean force) {
        accounts().forEach(account -> refresh(account, force));
    }

    public boolean busy() {
        return offers.values().stream().anyMatch(offer -> offer.listing().busy());
    }

    /** A provider answered that it does not know {@code modelId} or retired it. */
    public void gone(Account account, String modelId, String reason) {
        catalogue.gone(account, modelId, reason);
    }

    /** A reply of {@code modelId} was timed. */
    public void measured(Account account, String modelId) {
        catalogue.measured(account, modelId);
    }

    /** What takes the place of a model that is gone, as far as is known and as far as it answers itself. */
    public Optional<String> successor(Account account, String modelId) {
        var entries = catalogue.of(account).models().stream()
                .collect(Collectors.toMap(entry -> entry.model().id(), entry -> entry, (first, _) -> first));
        var next = modelId;
        for (int i = 0; i < LONGEST_LINE; i++) {
            var entry = entries.get(next);
            if (entry == null) {
                break;
            }
            var after = entry.gone() != null && entry.gone().successor() != null
                    ? entry.gone().successor()
                    : entry.model().replacement();
            if (after == null) {
                break;
            }
            next = after;
        }
        return next.equals(modelId) ? Optional.empty() : Optional.of(next);
    }

    /** @param changed called after each change of the accounts or of what one offers */
    public void watch(Runnable changed) {
        watchers.add(changed);
    }

    private void show(Listing listing) {
        var known = offers.get(listing.accountId());
        if (known != null) {
            offers.put(listing.accountId(), new Offer(known.account(), listing));
            changed();
        }
    }

    private void changed() {
        List.copyOf(watchers).forEach(Runnable::run);
    }
}
