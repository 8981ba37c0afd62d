package app.pitot.api;

import app.pitot.base.Texts;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** What it means that a connection through the account's own proxy could not be opened. */
final class ProxyErrors {
    private static final Pattern TUNNEL_STATUS = Pattern.compile("for CONNECT: (\\d{3})");
    private static final String TUNNEL_LOGIN = "Failed to authenticate with proxy";

    private ProxyErrors() {}

    /**
     * @param expired true if the guard ended the call
     * @param proxy host and port, for the message
     * @param host that was to be reached, for the message
     */
    static ApiError of(IOException e, boolean expired, String proxy, String host) {
        var words = String.valueOf(e.getMessage());
        if (words.equals(TUNNEL_LOGIN)) {
            return login(proxy);
        }
        var status = TUNNEL_STATUS.matcher(words);
        if (status.find()) {
            return error("status", proxy, host, status.group(1));
        }
        if (e instanceof ProxyException told) {
            return switch (told.reason()) {
                case UNKNOWN -> error("unknown", proxy, host);
                case UNREACHABLE -> error("refused", proxy, host);
                case SILENT -> error("silent", proxy, host);
                case NONSENSE -> error("nonsense", proxy, host);
                case LOGIN -> login(proxy);
                case FORBIDDEN -> error("forbidden", proxy, host);
                case NO_ROUTE -> error("no_route", proxy, host);
            };
        }
        if (expired) {
            return error("silent", proxy, host);
        }
        return switch (e) {
            case UnknownHostException _ -> error("unknown", proxy, host);
            case SocketTimeoutException _ -> error("silent", proxy, host);
            case ConnectException _ -> error("refused", proxy, host);
            case NoRouteToHostException _ -> error("refused", proxy, host);
            default -> error("nonsense", proxy, host);
        };
    }

    /** It wants a user name and password, or others than it was given. */
    static ApiError login(String proxy) {
        return new ApiError(ErrorKind.PROXY_AUTH, 407, null, Texts.get("api.proxy.login", proxy), null, null);
    }

    private static ApiError error(String what, Object... names) {
        return new ApiError(ErrorKind.PROXY, null, null, Texts.get("api.proxy." + what, names), null, null);
    }
}
