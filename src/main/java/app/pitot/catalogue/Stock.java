package app.pitot.catalogue;

import app.pitot.base.Clocks;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Consumer;

/**
 * What all shelves draw on.
 *
 * @param changed told of each new listing
 */
record Stock(Catalogue shipped, CatalogueCache cache, Figures figures, Clocks clocks, Consumer<Listing> changed) {
    Joiner joiner(Account account, Remembered heard) {
        return new Joiner(shipped.models(account.provider().id()), heard, account.models(), today());
    }

    /** The listing with whether it is stale by now. */
    Listing dated(Listing listing) {
        boolean stale = listing.fetchedAt() != null && old(listing.fetchedAt());
        return stale == listing.stale()
                ? listing
                : new Listing(listing.accountId(), listing.models(), listing.fetchedAt(), stale, listing.busy(),
                        listing.problem(), listing.changes());
    }

    /** True if a list fetched at that time is no longer good; one from the future was fetched while the clock was wrong. */
    boolean old(Instant fetchedAt) {
        var now = clocks.now();
        return !now.isBefore(fetchedAt.plus(CachedCatalogue.GOOD_FOR)) || fetchedAt.isAfter(now);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clocks.now(), ZoneOffset.UTC);
    }
}
