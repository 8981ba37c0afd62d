package app.pitot.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {
    @ParameterizedTest
    @ValueSource(strings = {"https://example.org", "http://127.0.0.1:8080/a?b=c#d", "HTTPS://EXAMPLE.org/x"})
    @DisplayName("Web addresses pass")
    void web(String target) {
        assertThat(Links.safe(target)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "/path", "file:///etc/passwd", "javascript:alert(1)", "data:text/html,x",
        "smb://host/share", "\\\\host\\share", "ms-settings:", "vbscript:x", "https:///nohost", "https://a b",
        "https://user:secret@example.org", "//example.org", "mailto:a@example.org", "https:opaque"})
    @DisplayName("Everything else is refused")
    void other(String target) {
        assertThat(Links.safe(target)).isEmpty();
    }
}
