package app.pitot.accounts;

import app.pitot.provider.Account;
import app.pitot.provider.ModelInfo;
import java.util.List;

/** Asks a provider whether a key is good, through an endpoint that costs no tokens. Blocks; never on the JavaFX thread. */
public interface KeyCheck {
    /** Never throws for what the network or the provider does: that is a {@link Result}. */
    Result check(Account account);

    /**
     * The same for a user who knows that the key looks like one of another provider: it is sent all the same.
     */
    default Result insist(Account account) {
        return check(account);
    }

    /**
     * What came of it.
     *
     * @param message a sentence for the user: what was found, and what to do next
     * @param models what the key may call; empty if unknown
     */
    record Result(Verdict verdict, String message, List<ModelInfo> models) {
        public Result {
            models = List.copyOf(models);
        }
    }

    /** In short. */
    enum Verdict {
        /** The provider took the key. */
        GOOD,
        /** The endpoint answers but has no such check; the first reply will tell. */
        UNTOLD,
        /** The provider refused the key. */
        WRONG,
        /** The key looks like one of another provider, and was refused or, unless the user insisted, not sent at all. */
        FOREIGN,
        /** The account has no credit or no payment method. */
        NO_CREDIT,
        /** The endpoint could not be reached, or what answers is no API. */
        UNREACHABLE,
        /** The key could not be read or cannot be sent. */
        NO_KEY
    }
}
