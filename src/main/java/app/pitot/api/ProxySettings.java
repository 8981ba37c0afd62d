package app.pitot.api;

import app.pitot.base.Texts;
import app.pitot.provider.Connection.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Which proxies can be used. */
public final class ProxySettings {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]{1,253}|[0-9A-Fa-f:.]{2,45}");
    private static final int MAX_PORT = 65_535;
    /** In bytes, by RFC 1929. */
    static final int MAX_SOCKS_TEXT = 255;

    private ProxySettings() {}

    /**
     * Why such a proxy cannot be used, in a sentence; null if it can.
     *
     * @param host a name or an address, without a scheme and brackets
     * @param user null if it asks for none
     */
    public static String problem(Proxy.Kind kind, String host, int port, String user) {
        if (host == null || !HOST.matcher(host).matches()) {
            return Texts.get("api.proxy.host");
        }
        if (port < 1 || port > MAX_PORT) {
            return Texts.get("api.proxy.port", MAX_PORT);
        }
        if (user == null) {
            return null;
        }
        if (user.isEmpty() || user.chars().anyMatch(Character::isISOControl)) {
            return Texts.get("api.proxy.user");
        }
        // The colon ends the name in what an HTTP proxy is sent.
        if (kind == Proxy.Kind.HTTP && user.indexOf(':') >= 0) {
            return Texts.get("api.proxy.user.colon");
        }
        return kind == Proxy.Kind.SOCKS && user.getBytes(StandardCharsets.UTF_8).length > MAX_SOCKS_TEXT
                ? Texts.get("api.proxy.user.long", MAX_SOCKS_TEXT)
                : null;
    }
}
