package app.pitot.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javakeyring.PasswordAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemKeychainTest {
    @ParameterizedTest
    @CsvSource({"Linux, Secret Service", "Mac OS X, macOS Keychain", "Windows 11, Windows Credential Manager",
        "FreeBSD, Secret Service"})
    void eachSystemHasItsKind(String os, String place) {
        assertThat(SystemKeychain.of(os).place()).isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource({"gnome-keyring-d, gnome", "kwalletd5, kwallet", "kwalletd6, kwallet", "ksecretd, kwallet",
        "keepassxc, keepassxc", "something, service"})
    void theDaemonIsNamedByItsProgram(String comm, String place) {
        assertThat(SecretService.placeOf(comm)).isEqualTo("keychain.place." + place);
    }

    @ParameterizedTest
    @CsvSource({"MAC, No stored credentials match Pitot account: x, true",
        "MAC, No password to delete. No stored credentials match Pitot account: x, true",
        "MAC, Failed to get credential. User canceled the operation., false",
        "MAC, No password to delete. Failed to get credential. No stored credentials match, false",
        "WINDOWS, Error code 1168, true", "WINDOWS, Error code 5, false", "WINDOWS, Error code 11680, false",
        "WINDOWS, Password not Found, false"})
    void onlyTheLibrarysOwnWordsForItProveThatAnItemIsMissing(SystemKeychain system, String message, boolean proven)
            throws Exception {
        assertThat(system.make().absent("x", new PasswordAccessException(message))).isEqualTo(proven);
    }

    @Test
    void anExceptionWithoutWordsProvesNothing() throws Exception {
        assertThat(SystemKeychain.MAC.make().absent("x", new NullPointerException())).isFalse();
    }

    @Test
    void makingOneTouchesNothing() throws Exception {
        var keychain = SystemKeychain.SECRET_SERVICE.make();
        assertThat(keychain.absent("x", new PasswordAccessException("No stored credentials match"))).isFalse();
        keychain.close();
    }
}
