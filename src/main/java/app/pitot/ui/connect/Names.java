package app.pitot.ui.connect;

import app.pitot.provider.Catalogue;
import app.pitot.provider.Provider;
import java.net.URI;

/** What a new account is called until the user says otherwise. */
final class Names {
    private Names() {}

    /** The provider's name, or the host of a custom endpoint. The account book numbers what is taken. */
    static String of(Provider provider, String baseUrl) {
        var host = provider.id().equals(Catalogue.CUSTOM) ? URI.create(baseUrl).getHost() : null;
        return host == null ? provider.name() : host;
    }
}
