package app.pitot.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlModelTest {
    private final BaseUrlModel model = new BaseUrlModel();

    @ParameterizedTest
    @CsvSource({"https://api.example.com,https://api.example.com/v1",
        "https://api.example.com/v1/,https://api.example.com/v1",
        "https://api.example.com/v1/chat/completions,https://api.example.com/v1",
        "https://api.example.com/openai/v1,https://api.example.com/openai/v1",
        "http://127.0.0.1:8080,http://127.0.0.1:8080/v1"})
    void itIsTakenWithOrWithoutItsEnd(String typed, String used) {
        model.text().set(typed);
        assertThat(model.problem().get()).isEmpty();
        assertThat(model.becomes().get()).isEqualTo(typed.equals(used) ? "" : used);
        assertThat(model.accept()).contains(used);
    }

    @Test
    void credentialsInItAreRefusedWithoutRepeatingThem() {
        model.text().set("https://me:hunter2@api.example.com/v1");
        assertThat(model.problem().get()).isNotEmpty().doesNotContain("hunter2");
        assertThat(model.accept()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.com", "http://192.168.1.5:8000/v1", "http://127.0.0.1.example.com"})
    void withoutEncryptionItHasToBeConfirmedAndEachChangeAsksAgain(String typed) {
        model.text().set(typed);
        assertThat(model.warning().get()).contains("is not encrypted");
        assertThat(model.accept()).isEmpty();
        assertThat(model.problem().get()).isNotEmpty();
        model.confirmed().set(true);
        assertThat(model.problem().get()).isEmpty();
        assertThat(model.accept()).isPresent();
        model.text().set(typed + "/x");
        assertThat(model.confirmed().get()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:11434", "http://127.0.0.1:1234/v1", "http://[::1]:8080/v1",
        "https://example.com/v1"})
    void thisMachineAndEncryptedAddressesNeedNoConfirmation(String typed) {
        model.text().set(typed);
        assertThat(model.warning().get()).isEmpty();
        assertThat(model.accept()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"h", "http", "https:/", "https://"})
    void whoeverIsStillTypingTheSchemeIsNotScolded(String typed) {
        model.text().set(typed);
        assertThat(model.problem().get()).isEmpty();
        assertThat(model.accept()).isEmpty();
        assertThat(model.problem().get()).isNotEmpty();
    }
}
