package app.pitot.catalogue;

import app.pitot.base.Texts;
import app.pitot.keys.KeySource;
import app.pitot.provider.Account;
import app.pitot.provider.Provider;

/** Stands in for an account where somebody wants to know a provider's models and has no key there. */
public final class PublicLists {
    private static final String PREFIX = "public:";

    private PublicLists() {}

    /** True if there is a list to be had without a key: a public one, or that of a server on this machine. */
    public static boolean offeredBy(Provider provider) {
        return provider.facts().publicModels() != null || provider.facts().local();
    }

    /** An account without a key, of which the catalogue asks what {@code provider} tells everybody. */
    public static Account account(Provider provider) {
        return new Account(PREFIX + provider.id(), provider, provider.baseUrl() == null ? "" : provider.baseUrl(), null,
                KeySource.none(), Texts.get("exchange.key.none"));
    }

    /** True if only the public list may be asked for. */
    static boolean only(Account account) {
        return account.id().startsWith(PREFIX) && !account.provider().facts().local();
    }
}
