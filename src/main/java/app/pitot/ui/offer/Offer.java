package app.pitot.ui.offer;

import app.pitot.catalogue.Listing;
import app.pitot.provider.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one account offers, with its rows made at first use, on whichever thread that is. Immutable. */
public final class Offer {
    private final Account account;
    private final Listing listing;
    private List<ModelChoice> choices;

    Offer(Account account, Listing listing) {
        this.account = account;
        this.listing = listing;
    }

    public Account account() {
        return account;
    }

    public Listing listing() {
        return listing;
    }

    /** In the catalogue's order. */
    public synchronized List<ModelChoice> choices() {
        if (choices == null) {
            var made = new ArrayList<ModelChoice>(listing.models().size());
            for (var entry : listing.models()) {
                made.add(ModelChoice.of(account, entry));
            }
            choices = made;
        }
        return choices;
    }

    public Optional<ModelChoice> find(String modelId) {
        return listing.models().stream().filter(entry -> entry.model().id().equals(modelId)).findFirst()
                .map(entry -> ModelChoice.of(account, entry));
    }

    public int size() {
        return listing.models().size();
    }
}
