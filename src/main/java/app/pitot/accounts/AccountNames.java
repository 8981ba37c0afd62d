package app.pitot.accounts;

import app.pitot.provider.AccountEntry;
import java.util.List;

/** Names by which a user tells accounts apart. */
final class AccountNames {
    private AccountNames() {}

    /**
     * {@code wanted}, with a number behind it if another account has that name.
     *
     * @param id of the account that is to be called so
     */
    static String free(String wanted, String id, List<AccountEntry> entries) {
        var name = wanted;
        for (int number = 2; taken(name, id, entries); number++) {
            name = wanted + " " + number;
        }
        return name;
    }

    private static boolean taken(String name, String id, List<AccountEntry> entries) {
        return entries.stream().anyMatch(each -> !each.id().equals(id) && each.name().equalsIgnoreCase(name));
    }
}
