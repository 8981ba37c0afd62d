package app.pitot.keys;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.KeyringStorageType;
import java.util.List;

/** The operating system's keychain through java-keyring, with a witness for what the library leaves open. */
final class LibraryKeychain implements Keychain {
    /** The service or application part of every item. */
    static final String APP = "Pitot";

    private final List<KeyringStorageType> kinds;
    private final Witness witness;
    /** Null until opened. */
    private Keyring keyring;

    /** Tries {@code kinds} in their order: asking the library to choose would load the other systems' native code. */
    LibraryKeychain(Witness witness, KeyringStorageType... kinds) {
        this.witness = witness;
        this.kinds = List.of(kinds);
    }

    @Override
    public Look look() throws Exception {
        return witness.look();
    }

    @Override
    public String place() {
        return witness.place();
    }

    @Override
    public void unlock() throws Exception {
        witness.unlock();
    }

    @Override
    public void open() throws Exception {
        closeKeyring();
        BackendNotSupportedException last = null;
        for (var kind : kinds) {
            try {
                keyring = Keyring.create(kind);
                return;
            } catch (BackendNotSupportedException e) {
                last = e;
            }
        }
        throw last;
    }

    @Override
    public String get(String item) throws Exception {
        return keyring.getPassword(APP, item);
    }

    @Override
    public void set(String item, String value) throws Exception {
        keyring.setPassword(APP, item, value);
    }

    @Override
    public void delete(String item) throws Exception {
        keyring.deletePassword(APP, item);
    }

    @Override
    public boolean absent(String item, Exception failure) throws Exception {
        return witness.absent(item, failure);
    }

    @Override
    public void close() throws Exception {
        try {
            closeKeyring();
        } finally {
            witness.close();
        }
    }

    private void closeKeyring() throws Exception {
        var old = keyring;
        keyring = null;
        if (old != null) {
            old.close();
        }
    }
}
