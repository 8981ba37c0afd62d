package app.pitot.ui.requests;

import app.pitot.base.Texts;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Provider;
import app.pitot.ui.offer.OfferWords;
import app.pitot.usage.RequestRow;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** What accounts and providers of the past are called, also when they are gone. */
public final class Names {
    private final Supplier<List<Account>> accounts;
    private final Catalogue catalogue;

    /** @param accounts those that there are now */
    public Names(Supplier<List<Account>> accounts, Catalogue catalogue) {
        this.accounts = accounts;
        this.catalogue = catalogue;
    }

    /** Null if it is gone. */
    Account account(String id) {
        return accounts.get().stream().filter(account -> account.id().equals(id)).findFirst().orElse(null);
    }

    /** In few words, unless two accounts would then look alike. */
    String account(RequestRow row) {
        return called(row.account(), row.provider());
    }

    /** @param provider id; null if unknown */
    String called(String accountId, String provider) {
        var account = account(accountId);
        if (account == null) {
            // Endpoints of the command line are named by themselves; what the user entered has an id of its own.
            int colon = accountId.indexOf(':');
            if (colon >= 0) {
                return Texts.get("requests.account.endpoint", provider(accountId.substring(0, colon)),
                        accountId.substring(colon + 1));
            }
            return Texts.get("requests.account.gone", provider == null ? accountId : provider(provider));
        }
        var few = OfferWords.whoInFewWords(account);
        boolean alike = accounts.get().stream().filter(each -> OfferWords.whoInFewWords(each).equals(few)).count() > 1;
        return alike ? OfferWords.who(account) : few;
    }

    String provider(RequestRow row) {
        var account = account(row.account());
        return account == null ? provider(row.provider()) : account.provider().name();
    }

    /** What the users of its provider call their key; null if there is no usual name. */
    String keyVariable(RequestRow row) {
        return catalogue.providers().stream().filter(each -> each.id().equals(row.provider()))
                .map(each -> each.facts().keyVariable()).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private String provider(String id) {
        return catalogue.providers().stream().filter(each -> each.id().equals(id)).map(Provider::name).findFirst()
                .orElse(id);
    }
}
