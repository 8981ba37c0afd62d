package app.pitot.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
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

    @Test
    @DisplayName("A host of another script is shown and opened as it is sent")
    void otherScripts() {
        assertThat(Links.safe("https://\u0430pple.com/a?b")).hasToString("Optional[https://xn--pple-43d.com/a?b]");
        assertThat(Links.safe("https://b\u00fccher.example")).hasToString("Optional[https://xn--bcher-kva.example]");
        assertThat(Links.safe("https://a\u202eb.example")).isEmpty();
    }
}
