package app.pitot.accounts;

import app.pitot.keys.Secret;
import java.util.Map;

/**
 * Secrets that the user just entered for one account; wiped by {@link #close}.
 *
 * @param key null if it is not being changed or there is none
 * @param headers by header name; only those that are being changed
 * @param proxyPassword null if it is not being changed or there is none
 */
public record NewSecrets(Secret key, Map<String, Secret> headers, Secret proxyPassword) implements AutoCloseable {
    /** Nothing is being changed. */
    public static NewSecrets none() {
        return new NewSecrets(null, Map.of(), null);
    }

    /** Only the key. */
    public static NewSecrets of(Secret key) {
        return new NewSecrets(key, Map.of(), null);
    }

    public NewSecrets {
        headers = Map.copyOf(headers);
    }

    @Override
    public void close() {
        wipe(key);
        wipe(proxyPassword);
        headers.values().forEach(NewSecrets::wipe);
    }

    private static void wipe(Secret secret) {
        if (secret != null) {
            secret.close();
        }
    }

    @Override
    public String toString() {
        return "NewSecrets[hidden]";
    }
}
