package app.pitot.ui.chat;

import app.pitot.provider.Account;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What helps where a key is the trouble.
 *
 * @param own true of an account that the user set up here
 * @param edit opens what there is to set of it
 * @param unlock lets the keychain be asked again
 */
public record KeyWays(Predicate<Account> own, Consumer<Account> edit, Runnable unlock) {
    /** Nothing helps. */
    public static final KeyWays NONE = new KeyWays(_ -> false, _ -> {}, () -> {});
}
