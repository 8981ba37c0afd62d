package app.pitot.api;

import app.pitot.base.Texts;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import okhttp3.HttpUrl;

/** Base URLs as users type them. */
public final class Endpoints {
    private static final String COMPLETIONS = "/chat/completions";

    private Endpoints() {}

    /**
     * Turns {@code typed} into a base URL that ends before {@code /chat/completions}, without a trailing slash. A URL
     * without any path gets {@code /v1}, where nearly all servers listen; one that listens at its root is given with
     * {@code /chat/completions}. Apply it once, to what the user typed.
     *
     * @throws ApiException of kind BAD_URL with a sentence for the user, which quotes nothing that may be a secret
     */
    public static String normalise(String typed) throws ApiException {
        var text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            throw bad("api.url.empty");
        }
        int colon = text.indexOf("://");
        if (colon < 0) {
            throw bad("api.url.scheme_missing");
        }
        var scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw bad("api.url.scheme");
        }
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            throw bad("api.url.malformed");
        }
        var authority = uri.getRawAuthority();
        if (authority != null && authority.contains("@")) {
            throw bad("api.url.userinfo");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw bad("api.url.query");
        }
        var url = HttpUrl.parse(text);
        if (url == null || authority == null) {
            throw bad("api.url.malformed");
        }
        return root(url) + path(url.encodedPath());
    }

    /** True if {@code baseUrl} is http to another machine, so that whoever is on the way can read the key and the text. */
    public static boolean plainHttpToElsewhere(String baseUrl) {
        var url = HttpUrl.parse(baseUrl);
        return url != null && !url.isHttps() && !Hosts.loopback(url.host());
    }

    /** What to warn of before {@code baseUrl} is used, in a sentence; null if there is nothing. */
    public static String warning(String baseUrl) {
        if (!plainHttpToElsewhere(baseUrl)) {
            return null;
        }
        var host = HttpUrl.parse(baseUrl).host();
        return Texts.get(Hosts.local(host) ? "api.url.plain.local" : "api.url.plain", host(baseUrl));
    }

    /**
     * The host of {@code baseUrl} for showing: as it goes over the wire, so that letters of other scripts cannot pass for usual
     * ones, followed by how it was meant.
     */
    public static String host(String baseUrl) {
        var url = HttpUrl.parse(baseUrl);
        if (url == null) {
            return baseUrl;
        }
        var meant = java.net.IDN.toUnicode(url.host());
        return meant.equals(url.host()) ? url.host() : url.host() + " (" + meant + ")";
    }

    private static String root(HttpUrl url) {
        var host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
        boolean usual = url.port() == HttpUrl.defaultPort(url.scheme());
        return url.scheme() + "://" + host + (usual ? "" : ":" + url.port());
    }

    private static String path(String given) {
        var path = trim(given.replaceAll("/{2,}", "/"));
        if (path.isEmpty()) {
            return "/v1";
        }
        if (path.toLowerCase(Locale.ROOT).endsWith(COMPLETIONS)) {
            path = trim(path.substring(0, path.length() - COMPLETIONS.length()));
        }
        while (path.endsWith("/v1/v1")) {
            path = path.substring(0, path.length() - 3);
        }
        return path;
    }

    private static String trim(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static ApiException bad(String key) {
        return new ApiException(new ApiError(ErrorKind.BAD_URL, null, null, Texts.get(key), null, null));
    }
}
