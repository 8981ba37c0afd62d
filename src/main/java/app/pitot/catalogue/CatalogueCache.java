package app.pitot.catalogue;

import java.util.Optional;

/** Keeps what was heard of each account's models between runs. Blocks on the disk; trouble is reported, never thrown. */
public interface CatalogueCache {
    /** Empty if nothing was kept or it cannot be read. */
    Optional<Remembered> load(String accountId);

    void save(String accountId, Remembered remembered);

    /** Deletes what was kept of an account, if anything was. */
    void forget(String accountId);

    /** Keeps nothing. */
    static CatalogueCache none() {
        return new CatalogueCache() {
            @Override
            public Optional<Remembered> load(String accountId) {
                return Optional.empty();
            }

            @Override
            public void save(String accountId, Remembered remembered) {}

            @Override
            public void forget(String accountId) {}
        };
    }
}
