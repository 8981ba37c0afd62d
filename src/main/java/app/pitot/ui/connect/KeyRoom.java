package app.pitot.ui.connect;

import app.pitot.accounts.AccountBook.Removal;
import app.pitot.accounts.WhereKeys;
import app.pitot.keys.SecretStore;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Where keys lie, and how to look.
 *
 * @param keychain the keychain of the operating system
 * @param session memory, until the app ends
 * @param retry lets the next call through to a keychain that failed: "Unlock and try again"; never blocks
 * @param environment whether a variable of that name is set and not blank
 * @param where every secret and its place; asks no keychain
 * @param clear tries again to delete what earlier attempts left in doubt; blocks on the keychain
 */
public record KeyRoom(SecretStore keychain, SecretStore session, Runnable retry, Predicate<String> environment,
        Supplier<List<WhereKeys.Row>> where, Supplier<Removal> clear) {}
