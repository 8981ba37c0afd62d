package app.pitot.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {
    private static final String KEY = "csk-0123456789abcdef";

    @ParameterizedTest
    @ValueSource(strings = {KEY, "  " + KEY, KEY + "\r\n", "\"" + KEY + "\"", " '" + KEY + "' ",
        "\u201c" + KEY + "\u201d",
        "\ufeff" + KEY, "\u200b" + KEY + "\u00a0", "`" + KEY + "`\n"})
    void whatSurroundsAPastedKeyIsDropped(String text) throws Exception {
        try (var secret = Secret.pasted(text)) {
            assertThat(secret.plain()).isEqualTo(KEY);
        }
    }

    @ParameterizedTest
    @CsvSource({"'csk-01 23456789', space, place 7", "'csk-01\t23456789', space, place 7",
        "'csk-01\n23456789', line break, place 7", "'csk-01\u00a023456789', space, place 7",
        "'csk-01\u00e923456789', no key has, place 7", "'csk-01\u200b23456789', no key has, place 7",
        "'csk-01\u000723456789', no key has, place 7"})
    void eachKindOfBadCharacterHasItsOwnSentence(String text, String words, String place) {
        assertThatThrownBy(() -> Secret.pasted(text)).isInstanceOf(KeyException.class)
                .hasMessageContaining(words)
                .hasMessageContaining(place).message().doesNotContain("csk-01").doesNotContain("23456789");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer " + KEY, "bearer\t" + KEY, "Authorization: Bearer " + KEY, "x-api-key: " + KEY,
        "-H \"Authorization: Bearer " + KEY + "\""})
    void aWholeHeaderIsCalledOne(String text) {
        assertThatThrownBy(() -> Secret.pasted(text)).isInstanceOf(KeyException.class)
                .hasMessageContaining("header").message().doesNotContain("0123");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CEREBRAS_API_KEY=" + KEY, "export X=" + KEY, "export CEREBRAS_API_KEY=\"" + KEY + "\"",
        "set GROQ_API_KEY=" + KEY, "$env:OPENAI_API_KEY = '" + KEY + "'", "API_TOKEN = " + KEY})
    void aLineThatSetsAVariableIsCalledOne(String text) {
        assertThatThrownBy(() -> Secret.pasted(text)).isInstanceOf(KeyException.class)
                .hasMessageContaining("variable").message().doesNotContain("0123");
    }

    @ParameterizedTest
    @ValueSource(strings = {"QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo=", "aKEY==", "sk-a=b&c%d+e/f~g:h", "TOKENKEY="})
    void signsOfBase64AreNoVariable(String key) throws Exception {
        try (var secret = Secret.pasted(key)) {
            assertThat(secret.plain()).isEqualTo(key);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {KEY + "\",", "a'b" + KEY, "\"key\":\"" + KEY + "\""})
    void noKeyHasAQuotationMarkInIt(String text) {
        assertThatThrownBy(() -> Secret.pasted(text)).isInstanceOf(KeyException.class)
                .hasMessageContaining("no key has").message().doesNotContain("0123");
    }

    @Test
    void emptyAndOverLongAreRefusedWithoutTheValue() throws Exception {
        assertThatThrownBy(() -> Secret.pasted(" \n ")).hasMessageContaining("empty");
        assertThatThrownBy(() -> Secret.pasted("x".repeat(Secret.MAX_LENGTH + 1))).hasMessageContaining("1,280")
                .message().doesNotContain("xx");
        Secret.pasted("x".repeat(Secret.MAX_LENGTH) + "\n").close();
    }

    @Test
    void aPasswordMayHoldSpacesAndLettersOutsideAsciiButNoControlCharacters() throws Exception {
        try (var secret = Secret.text("correct h\u00f6rse")) {
            assertThat(secret.plain()).isEqualTo("correct h\u00f6rse");
        }
        assertThatThrownBy(() -> Secret.text("two\nlines")).message().doesNotContain("two").doesNotContain("lines");
        assertThatThrownBy(() -> Secret.text("")).isInstanceOf(KeyException.class);
    }

    @Test
    void theLastFourCharactersOfAShortKeyAreNotShown() throws Exception {
        assertThat(Secret.of("12345678901").lastFour()).isEmpty();
        assertThat(Secret.of("123456789012").lastFour()).isEqualTo("9012");
    }

    @Test
    void equalityLooksAtEveryCharacter() throws Exception {
        var secret = Secret.of(KEY.toCharArray());
        assertThat(secret.sameAs(Secret.of(KEY))).isTrue();
        assertThat(secret.sameAs(Secret.of(KEY + "0"))).isFalse();
        assertThat(secret.sameAs(Secret.of("x" + KEY.substring(1)))).isFalse();
        assertThat(secret.sameAs(Secret.of(KEY.substring(0, KEY.length() - 1)))).isFalse();
    }

    @Test
    void aCopyOutlivesItsOriginalAndNeitherPrintsItself() throws Exception {
        var secret = Secret.of(KEY);
        var copy = secret.copy();
        secret.close();
        assertThat(copy.plain()).isEqualTo(KEY);
        assertThat(secret.plain()).doesNotContain("csk");
        assertThat(copy.toString()).doesNotContain("csk");
        assertThat(new SecretResult.Found(copy).toString()).doesNotContain("csk");
    }
}
