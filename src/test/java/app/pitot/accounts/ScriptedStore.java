package app.pitot.accounts;

import app.pitot.keys.KeyException;
import app.pitot.keys.Secret;
import app.pitot.keys.SecretResult;
import app.pitot.keys.SecretStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A keychain that does what a test says. */
public final class ScriptedStore implements SecretStore {
    public final Map<String, String> items = new TreeMap<>();
    public final List<String> calls = new ArrayList<>();
    public SecretResult availability = new SecretResult.Ready();
    /** Answers in place of the real ones; null for those. */
    public SecretResult onRead;
    public SecretResult onWrite;
    public SecretResult onDelete;
    /** True if a write that is refused or doubted leaves the item there all the same. */
    boolean storesAnyway;
    String givesBack;

    @Override
    public String place() {
        return "Test Keyring";
    }

    @Override
    public boolean lasting() {
        return true;
    }

    @Override
    public SecretResult availability() {
        calls.add("availability");
        return availability;
    }

    @Override
    public SecretResult read(String item) {
        calls.add("read " + item);
        if (onRead != null) {
            return onRead;
        }
        var value = givesBack != null && items.containsKey(item) ? givesBack : items.get(item);
        try {
            return value == null ? new SecretResult.Missing() : new SecretResult.Found(Secret.text(value));
        } catch (KeyException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public SecretResult write(String item, Secret secret) {
        calls.add("write " + item);
        if (onWrite == null || storesAnyway) {
            items.put(item, secret.plain());
        }
        return onWrite == null ? new SecretResult.Stored() : onWrite;
    }

    @Override
    public SecretResult delete(String item) {
        calls.add("delete " + item);
        if (onDelete != null) {
            return onDelete;
        }
        items.remove(item);
        return new SecretResult.Missing();
    }

    @Override
    public void close() {
        calls.add("close");
    }
}
