package app.pitot.ui.connect;

import app.pitot.accounts.AccountBook;
import app.pitot.accounts.KeyCheck;
import app.pitot.api.CheckStep;
import app.pitot.base.Clocks;
import app.pitot.keys.KeyException;
import app.pitot.keys.SecretStore;
import app.pitot.provider.Account;
import app.pitot.provider.AccountEntry;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Provider;
import app.pitot.ui.common.Delays;
import app.pitot.ui.common.Jobs;
import java.util.List;
import java.util.function.Consumer;

/** What the screens for accounts work with. */
public record AccountTools(AccountBook book, KeyCheck check, Tester tester, LocalFinder local, KeyRoom keys,
        Catalogue catalogue, Clocks clocks, Jobs jobs, Delays delays) {
    /** The keychain of the operating system. */
    public SecretStore keychain() {
        return keys.keychain();
    }

    /** The provider of an account; one that only a newer version knows is as good as a custom one. */
    public Provider provider(AccountEntry entry) {
        return catalogue.providers().stream().filter(each -> each.id().equals(entry.providerId())).findFirst()
                .orElseGet(() -> catalogue.provider(Catalogue.CUSTOM));
    }

    /** Goes to an endpoint step by step. Blocks. */
    @FunctionalInterface
    public interface Tester {
        /**
         * @param steps told each step as it ends, on the calling thread
         * @throws KeyException if a secret cannot be read
         */
        void test(Account account, Consumer<CheckStep> steps) throws KeyException;
    }

    /** Looks for servers on this machine. Blocks for at most some seconds. */
    @FunctionalInterface
    public interface LocalFinder {
        /** What answered at the usual ports; may be empty. */
        List<Found> find();
    }

    /**
     * A server on this machine that answered.
     *
     * @param providerId the preset whose port it is
     * @param models how many it lists; null if it does not say
     */
    public record Found(String providerId, String baseUrl, Integer models) {}
}
