package app.pitot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalTextTest {
    @Test
    void keepsTextAndDisarmsControls() {
        assertThat(TerminalText.harmless("a\tb\r\nÄ 漢 😀")).isEqualTo("a\tb\nÄ 漢 😀");
        assertThat(TerminalText.harmless("\u001b]52;c;x\u0007\u009b31m\u007f\b"))
                .isEqualTo("\uFFFD]52;c;x\uFFFD\uFFFD31m\uFFFD\uFFFD");
    }
}
