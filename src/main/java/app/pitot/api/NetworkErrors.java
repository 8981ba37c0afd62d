package app.pitot.api;

import app.pitot.base.Texts;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What a failed connection means. Messages are ours: an exception's own words may quote a header. */
final class NetworkErrors {
    private NetworkErrors() {}

    /**
     * @param expired true if the guard ended the call
     * @param host for the message
     * @param status of the response, or null if none came
     */
    static ApiError of(IOException e, Phase phase, boolean expired, String host, Integer status) {
        if (proxyAuth(e)) {
            return new ApiError(ErrorKind.PROXY_AUTH, 407, null, Texts.get("api.net.proxy_auth", host), null, null);
        }
        var kind = expired ? silence(phase) : kind(e, phase);
        var key = kind == ErrorKind.TLS ? tls(e) : kind.name().toLowerCase(Locale.ROOT);
        return new ApiError(kind, status, null, Texts.get("api.net." + key, host), null, null);
    }

    /** OkHttp makes an exception of a 407 that no configured proxy sent: a proxy in between did. */
    private static boolean proxyAuth(IOException e) {
        return e instanceof ProtocolException && String.valueOf(e.getMessage()).contains("HTTP_PROXY_AUTH");
    }

    private static ErrorKind silence(Phase phase) {
        return switch (phase) {
            case CONNECTING -> ErrorKind.CONNECT_TIMEOUT;
            case SENDING, WAITING -> ErrorKind.HEADER_TIMEOUT;
            case READING -> ErrorKind.STALLED;
        };
    }

    private static ErrorKind kind(IOException e, Phase phase) {
        return switch (phase) {
            case CONNECTING -> connecting(e);
            case SENDING, WAITING ->
                e instanceof ProtocolException ? ErrorKind.NOT_AN_API : ErrorKind.CONNECTION_LOST;
            case READING -> switch (e) {
                case TooLongException _ -> ErrorKind.TOO_LONG;
                case EOFException _ -> ErrorKind.TRUNCATED;
                case ProtocolException _ -> ErrorKind.TRUNCATED;
                case ZipException _ -> ErrorKind.MALFORMED;
                default -> ErrorKind.CONNECTION_LOST;
            };
        };
    }

    private static ErrorKind connecting(IOException e) {
        var words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return switch (e) {
            case UnknownHostException _ -> ErrorKind.UNKNOWN_HOST;
            case SocketTimeoutException _ -> ErrorKind.CONNECT_TIMEOUT;
            case SSLException _ -> ErrorKind.TLS;
            case NoRouteToHostException _ -> ErrorKind.CONNECTION_LOST;
            case ConnectException _ when words.contains("timed out") -> ErrorKind.CONNECT_TIMEOUT;
            case ConnectException _ when words.contains("unreachable") -> ErrorKind.CONNECTION_LOST;
            case ConnectException _ -> ErrorKind.CONNECTION_REFUSED;
            default -> words.contains("proxy") ? ErrorKind.PROXY_AUTH : ErrorKind.CONNECTION_LOST;
        };
    }

    private static String tls(IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException || cause instanceof CertificateNotYetValidException) {
                return "tls.expired";
            }
            if (cause instanceof SSLPeerUnverifiedException) {
                return "tls.host";
            }
            if (cause instanceof CertificateException && cause.getCause() == null) {
                return "tls.untrusted";
            }
        }
        var words = String.valueOf(e.getMessage());
        return words.contains("PKIX") ? "tls.untrusted" : "tls.other";
    }
}
