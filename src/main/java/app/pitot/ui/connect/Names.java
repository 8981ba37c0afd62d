package app.pitot.ui.connect;

import app.pitot.provider.Catalogue;
import app.pitot.provider.Provider;
import java.net.URI;

/** What a new account is called until the user says otherwise. */
final class Names {
    private Names() {}

    /**
     * The provider's name, or the host of a custom endpoint, with its port if that is not the usual one: several servers
     * may run on one machine. The account book numbers what is taken.
     */
    static String of(Provider provider, String baseUrl) {
        var address = provider.id().equals(Catalogue.CUSTOM) ? URI.create(baseUrl) : null;
        if (address == null || address.getHost() == null) {
            return provider.name();
        }
        int port = address.getPort();
        return port < 0 || port == usual(address) ? address.getHost() : address.getHost() + ":" + port;
    }

    private static int usual(URI address) {
        return address.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }
}
