package app.pitot.keys;

import app.pitot.base.Texts;
import java.util.HashMap;
import java.util.Map;

/** Secrets in memory until the app ends: for machines without a keychain, and for users who want none. */
public final class SessionStore implements SecretStore {
    private final Map<String, Secret> secrets = new HashMap<>();

    @Override
    public String place() {
        return Texts.get("keychain.place.session");
    }

    @Override
    public boolean lasting() {
        return false;
    }

    @Override
    public SecretResult availability() {
        return new SecretResult.Ready();
    }

    @Override
    public synchronized SecretResult read(String item) {
        var secret = secrets.get(item);
        return secret == null ? new SecretResult.Missing() : new SecretResult.Found(secret.copy());
    }

    @Override
    public synchronized SecretResult write(String item, Secret secret) {
        wipe(secrets.put(item, secret.copy()));
        return new SecretResult.Stored();
    }

    @Override
    public synchronized SecretResult delete(String item) {
        wipe(secrets.remove(item));
        return new SecretResult.Missing();
    }

    /** Wipes every secret; the store is empty afterwards. */
    @Override
    public synchronized void close() {
        secrets.values().forEach(Secret::close);
        secrets.clear();
    }

    private static void wipe(Secret secret) {
        if (secret != null) {
            secret.close();
        }
    }
}
