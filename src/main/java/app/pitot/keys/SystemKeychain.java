package app.pitot.keys;

import app.pitot.base.Texts;
import com.github.javakeyring.KeyringStorageType;
import java.util.Locale;

/** Which keychain belongs to this operating system. */
enum SystemKeychain {
    MAC("keychain.place.mac") {
        @Override
        Keychain make() {
            // The library says these words for "no such item" alone, and "Failed" for everything else.
            return new LibraryKeychain(
                    Witness.ofWords(place(), m -> m.contains("No stored credentials match") && !m.contains("Failed")),
                    KeyringStorageType.OSX_KEYCHAIN, KeyringStorageType.LEGACY_OSX_KEYCHAIN);
        }
    },
    WINDOWS("keychain.place.windows") {
        @Override
        Keychain make() {
            // ERROR_NOT_FOUND
            return new LibraryKeychain(Witness.ofWords(place(), m -> m.equals("Error code 1168")),
                    KeyringStorageType.WINDOWS_CREDENTIAL_STORE);
        }
    },
    SECRET_SERVICE("keychain.place.service") {
        @Override
        Keychain make() {
            // KWallet offers the same interface, so that there is one way for all desktops.
            return new LibraryKeychain(new SecretService(), KeyringStorageType.GNOME_KEYRING);
        }
    };

    private final String place;

    SystemKeychain(String place) {
        this.place = place;
    }

    static SystemKeychain here() {
        return of(System.getProperty("os.name"));
    }

    static SystemKeychain of(String osName) {
        var os = osName.toLowerCase(Locale.ROOT);
        return os.startsWith("mac") ? MAC : os.startsWith("windows") ? WINDOWS : SECRET_SERVICE;
    }

    /** The kind of keychain, in words for the user. */
    String place() {
        return Texts.get(place);
    }

    /** One that is not connected yet. Loads the library, so that a {@link LinkageError} may come out. */
    abstract Keychain make();
}
