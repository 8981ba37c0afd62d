package app.pitot.ui.connect;

import app.pitot.keys.Secret;
import app.pitot.keys.SecretResult;
import app.pitot.keys.SecretStore;
import java.util.HashMap;
import java.util.Map;

/** A keychain that answers as the test says, and counts how often it was let through again. */
public final class FakeKeychain implements SecretStore {
    public SecretResult state = new SecretResult.Ready();
    public final Map<String, SecretResult> items = new HashMap<>();
    public int retries;
    public String place = "GNOME Keyring";

    @Override
    public String place() {
        return place;
    }

    @Override
    public boolean lasting() {
        return true;
    }

    @Override
    public SecretResult availability() {
        return state;
    }

    @Override
    public SecretResult read(String item) {
        return state instanceof SecretResult.Failure ? state : items.getOrDefault(item, new SecretResult.Missing());
    }

    @Override
    public SecretResult write(String item, Secret secret) {
        throw new UnsupportedOperationException("the screens never write themselves");
    }

    @Override
    public SecretResult delete(String item) {
        throw new UnsupportedOperationException("the screens never delete themselves");
    }

    @Override
    public void close() {
        items.clear();
    }
}
