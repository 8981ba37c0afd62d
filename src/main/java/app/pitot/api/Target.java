package app.pitot.api;

import app.pitot.keys.KeyException;
import app.pitot.keys.Secret;
import app.pitot.provider.Account;
import app.pitot.provider.Connection;
import app.pitot.provider.WireRules;
import java.util.ArrayList;
import java.util.List;

/**
 * Where one request goes and by which rules, with its secrets in hand. Not thread-safe; whoever takes it closes it, which
 * wipes the secrets.
 *
 * @param baseUrl normalised, see {@link Endpoints#normalise}
 * @param dialect name of a header dialect, or {@code auto}
 * @param key null if the endpoint needs none
 * @param proxy null to connect directly
 * @param proxyPassword null if the proxy asks for none
 * @param certificatePem additional CA certificates, or null
 * @param waits null for the client's own waiting times
 * @param line 0 for the connections that all share; a small number above for connections that only requests with the same
 *     number use
 */
public record Target(String baseUrl, String dialect, WireRules rules, Secret key, List<Header> headers,
        Connection.Proxy proxy, Secret proxyPassword, String certificatePem,
        Connection.Waits waits, int line) implements AutoCloseable {
    /** Over the connections that all share. */
    public Target(String baseUrl, String dialect, WireRules rules, Secret key, List<Header> headers,
            Connection.Proxy proxy, Secret proxyPassword, String certificatePem, Connection.Waits waits) {
        this(baseUrl, dialect, rules, key, headers, proxy, proxyPassword, certificatePem, waits, 0);
    }

    /**
     * A header of the user's own.
     *
     * @param value null if it is a secret
     * @param secret null if it is none
     */
    public record Header(String name, String value, Secret secret) {}

    /** A plain endpoint, reached directly. */
    public static Target of(String baseUrl, String dialect, WireRules rules, Secret key) {
        return new Target(baseUrl, dialect, rules, key, List.of(), null, null, null, null);
    }

    /**
     * Reads the secrets of {@code account}. May block on the keychain; never on the JavaFX thread.
     *
     * @throws KeyException if one of them cannot be had; none is then left unwiped
     */
    public static Target open(Account account) throws KeyException {
        return open(account, 0);
    }

    /** The same over the connections of one line. */
    public static Target open(Account account, int line) throws KeyException {
        var read = new ArrayList<Secret>();
        try {
            var key = account.key().read().orElse(null);
            read.add(key);
            var headers = new ArrayList<Header>();
            for (var header : account.connection().headers()) {
                var secret = header.secret() == null ? null : header.secret().read().orElse(null);
                read.add(secret);
                headers.add(new Header(header.name(), header.value(), secret));
            }
            var proxy = account.connection().proxy();
            var password = proxy == null || proxy.password() == null ? null : proxy.password().read().orElse(null);
            read.add(password);
            return new Target(account.baseUrl(), account.provider().dialect(), account.provider().wire(), key,
                    List.copyOf(headers), proxy, password, account.connection().certificatePem(),
                    account.connection().waits(), line);
        } catch (KeyException | RuntimeException e) {
            read.forEach(Target::wipe);
            throw e;
        }
    }

    @Override
    public void close() {
        wipe(key);
        wipe(proxyPassword);
        headers.forEach(header -> wipe(header.secret()));
    }

    private static void wipe(Secret secret) {
        if (secret != null) {
            secret.close();
        }
    }

    @Override
    public String toString() {
        return "Target[" + baseUrl + "]";
    }
}
