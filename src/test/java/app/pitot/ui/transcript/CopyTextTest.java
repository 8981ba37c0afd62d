package app.pitot.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopyTextTest {
    @ParameterizedTest
    @DisplayName("Nothing that steers a terminal comes along")
    @ValueSource(strings = {"a\u001b[31mb", "a\u001b[2J\u001b[1;1Hb", "a\u001b]0;title\u0007b",
        "a\u001b]52;c;bHM=\u001b\\b", "a\u009b31mb", "a\u0000b", "a\u0008b", "a\u007fb", "a\u0085b", "a\u001b(Bb",
        "a\u001bb\u001bPq#0\u001b\\", "a\u001bcb"})
    void terminal(String hostile) {
        assertThat(CopyText.plain(hostile)).matches("[ab]{1,2}");
        assertThat(CopyText.markdown(hostile)).matches("[ab]{1,2}");
    }

    @Test
    @DisplayName("Tabs, line ends and every visible character stay")
    void visible() {
        var text = "a\tb\nc 日本語 עברית\u200f 👩\u200d👩\u200d👧 🏴\udb40\udc67\udb40\udc62\udb40\udc7f é";
        assertThat(CopyText.plain(text)).isEqualTo(text);
        assertThat(CopyText.plain("a\r\nb\rc")).isEqualTo("a\nb\nc");
        assertThat(CopyText.markdown("a\r\nb\tc")).isEqualTo("a\r\nb\tc");
    }

    @Test
    @DisplayName("Characters that turn the direction of writing or hide a message stay behind in plain text only")
    void misleading() {
        assertThat(CopyText.plain("rm \u202e x\u2066y\u2069")).isEqualTo("rm  xy");
        assertThat(CopyText.markdown("rm \u202e x\u2066y\u2069")).isEqualTo("rm \u202e x\u2066y\u2069");
        assertThat(CopyText.plain("hi\udb40\udc68\udb40\udc69")).isEqualTo("hi");
    }
}
