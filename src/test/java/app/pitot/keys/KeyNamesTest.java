package app.pitot.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyNamesTest {
    private static final String ACCOUNT = "6f1c2d3e-0000-4000-8000-123456789abc";

    @Test
    void everyVersionOfEverySecretHasItsOwnName() {
        assertThat(KeyItems.key(ACCOUNT, 1)).isEqualTo("account-6f1c2d3e-0000-4000-8000-123456789abc/1");
        assertThat(KeyItems.proxy(ACCOUNT, 2)).isEqualTo("account-6f1c2d3e-0000-4000-8000-123456789abc/proxy/2");
        assertThat(KeyItems.header(ACCOUNT, "X-Team", 3))
                .matches("account-6f1c2d3e-0000-4000-8000-123456789abc/header/[0-9a-f]{12}/3")
                .isEqualTo(KeyItems.header(ACCOUNT, "x-team", 3)).isNotEqualTo(KeyItems.header(ACCOUNT, "x-teams", 3));
    }

    @Test
    void theVersionIsReadFromTheName() {
        assertThat(KeyItems.version(KeyItems.key(ACCOUNT, 9))).isEqualTo(9);
        assertThat(KeyItems.version(KeyItems.header(ACCOUNT, "X-Team", 12))).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "account", "account-x/", "account-x/0", "account-x/-1", "account-x/1a"})
    void otherNamesAreRefused(String item) {
        assertThatThrownBy(() -> KeyItems.version(item)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"csk-abc, cerebras", "gsk_abc, groq", "sk-or-v1-abc, openrouter", "sk-tm-abc, tokenmix",
        "sk-ant-api03-abc, anthropic", "sk-proj-abc, openai", "AIzaSyabc, google", "xai-abc, xai",
        "hf_abc, huggingface",
        "nvapi-abc, nvidia"})
    void aPrefixHintsAtItsProvider(String key, String id) {
        assertThat(KeyOwner.of(key)).map(KeyOwner::id).contains(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sk-abc", "csk", "csk-", "CSK-abc", "0123456789abcdef"})
    void manyKeysHintAtNobody(String key) {
        assertThat(KeyOwner.of(key)).isEmpty();
    }
}
