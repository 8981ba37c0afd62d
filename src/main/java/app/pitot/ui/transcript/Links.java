package app.pitot.ui.transcript;

import java.net.URI;
import java.util.Optional;

/** The check that stands between a link in a reply and {@link LinkOpener}. */
final class Links {
    private static final int LONGEST = 2_000;

    private Links() {}

    /** The address if it is absolute, http or https, with a host and without user info; else empty. */
    static Optional<URI> safe(String target) {
        if (target == null || target.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var address = new URI(target.strip());
            var scheme = address.getScheme();
            var web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
            var plain = address.getHost() != null && address.getRawUserInfo() == null;
            return web && plain ? Optional.of(address) : Optional.empty();
        } catch (java.net.URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }
}
