package app.pitot.store;

import java.net.URI;
import java.net.URISyntaxException;

/** Base URLs in a file that anybody may have edited. */
final class Addresses {
    private static final int MOST = 2_000;
    private static final int LAST_PORT = 65_535;

    private Addresses() {}

    /**
     * False for what no form of ours lets through. A user name, a password or a key in an address would be shown wherever the
     * address is.
     */
    static boolean usable(String baseUrl) {
        if (baseUrl.length() > MOST) {
            return false;
        }
        try {
            var uri = new URI(baseUrl);
            var authority = uri.getRawAuthority();
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && authority != null && !authority.contains("@") && uri.getRawQuery() == null
                    && uri.getRawFragment() == null && uri.getPort() <= LAST_PORT;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
