package app.pitot.ui.transcript;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
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
            var address = plain(new URI(target.strip()));
            var scheme = address.getScheme();
            var web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
            var plain = address.getHost() != null && address.getRawUserInfo() == null;
            return web && plain ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    /** The same with a host of other scripts as it is sent, so that none can look like another. */
    private static URI plain(URI address) throws URISyntaxException {
        var host = address.getRawAuthority();
        if (address.getHost() != null || host == null || host.indexOf('@') >= 0) {
            return address;
        }
        try {
            var rest = address.toString().substring(address.toString().indexOf(host) + host.length());
            return new URI(address.getScheme() + "://" + IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES) + rest);
        } catch (IllegalArgumentException noHost) {
            return address;
        }
    }
}
