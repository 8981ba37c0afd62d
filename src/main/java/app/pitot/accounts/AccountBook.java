package app.pitot.accounts;

import app.pitot.keys.KeyException;
import app.pitot.keys.SecretResult;
import app.pitot.provider.Account;
import app.pitot.provider.AccountEntry;
import java.util.List;

/**
 * The accounts that the user set up, and where their keys lie. Reading is cheap; what changes a secret blocks on the keychain
 * and is never called on the JavaFX thread. Safe from any thread.
 */
public interface AccountBook {
    /** The enabled ones, ready for use, in the user's order; simulators are not among them. Touches no keychain. */
    List<Account> accounts();

    /** All of them as they are written down, in the user's order. */
    List<AccountEntry> entries();

    /**
     * Makes a new account of {@code draft}, whose id is given out here. A secret goes where the draft's
     * {@link app.pitot.provider.KeyPlace.Kind} says; its item and last four characters are filled in here.
     *
     * @param secrets closed by this method
     * @return as it was written down
     * @throws KeyException if a secret cannot be kept; nothing is then written down
     */
    AccountEntry add(AccountEntry draft, NewSecrets secrets) throws KeyException;

    /**
     * Writes down what changed of an account and its secrets. A new secret is stored, read back and compared before it takes
     * the old one's place; whatever fails leaves the old one working.
     *
     * @param secrets closed by this method
     * @throws KeyException if a secret cannot be kept or there is no such account any more; nothing is then changed
     */
    AccountEntry update(AccountEntry changed, NewSecrets secrets) throws KeyException;

    /** Removes an account and its secrets, of which each is read back to prove that it is gone. */
    Removal remove(String id);

    /** Moves an account to another place in the user's order. */
    void move(String id, int index);

    /** An account made of {@code draft} for a check, with nothing written down and {@code secrets} used as they are. */
    Account trial(AccountEntry draft, NewSecrets secrets);

    /** Called on any thread after each change, until closed. */
    AutoCloseable subscribe(Runnable changed);

    /**
     * What came of a removal.
     *
     * @param remains null if every secret is proven gone; else why one may still be in the keychain, in a sentence that names
     *     the store and the item
     * @param doubt what the keychain answered, null if every secret is gone
     */
    record Removal(String remains, SecretResult doubt) {}
}
