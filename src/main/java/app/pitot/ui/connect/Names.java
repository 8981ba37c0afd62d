package app.pitot.ui.connect;

import app.pitot.provider.AccountEntry;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Provider;
import java.net.URI;
import java.util.List;

/** What a new account is called until the user says otherwise. */
final class Names {
    private Names() {}

    /** The provider's name, or the host of a custom endpoint; numbered if that is taken. */
    static String fresh(Provider provider, String baseUrl, List<AccountEntry> entries) {
        var host = provider.id().equals(Catalogue.CUSTOM) ? URI.create(baseUrl).getHost() : null;
        var name = host == null ? provider.name() : host;
        int number = 1;
        while (taken(number == 1 ? name : name + ' ' + number, entries)) {
            number++;
        }
        return number == 1 ? name : name + ' ' + number;
    }

    private static boolean taken(String name, List<AccountEntry> entries) {
        return entries.stream().anyMatch(e -> e.name().equalsIgnoreCase(name));
    }
}
