package app.pitot.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {
    @ParameterizedTest
    @CsvSource({"https://api.cerebras.ai/v1,https://api.cerebras.ai/v1",
        "https://api.cerebras.ai/v1/,https://api.cerebras.ai/v1", "https://api.cerebras.ai,https://api.cerebras.ai/v1",
        "https://api.cerebras.ai/,https://api.cerebras.ai/v1",
        "https://api.cerebras.ai/v1/chat/completions,https://api.cerebras.ai/v1",
        "https://api.cerebras.ai/v1/chat/completions/,https://api.cerebras.ai/v1",
        "https://api.groq.com/openai/v1,https://api.groq.com/openai/v1",
        "https://openrouter.ai/api/v1//,https://openrouter.ai/api/v1", "http://h/v1/v1,http://h/v1",
        "http://h/v1/v1/chat/completions,http://h/v1", "http://127.0.0.1:8080/v1,http://127.0.0.1:8080/v1",
        "'  HTTPS://API.Example.COM:443/v1 ',https://api.example.com/v1", "http://[::1]:9/v1,http://[::1]:9/v1",
        "http://h:8000,http://h:8000/v1", "http://h/chat/completions,http://h", "http://h/proxy/x,http://h/proxy/x"})
    void whatUsersTypeBecomesABase(String typed, String base) throws Exception {
        assertThat(Endpoints.normalise(typed)).isEqualTo(base);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "api.cerebras.ai/v1", "localhost:8080", "ftp://h/v1", "file:///etc/passwd",
        "https://", "https:///v1", "https://user:sekret@h/v1", "https://sekret@h/v1", "https://h/v1?key=sekret",
        "https://h/v1#sekret", "https://h h/v1", "https://h:99999/v1", "https://h:x/v1", "javascript://h", "nonsense",
        "http://%zz/v1"})
    void whatCannotBeUsedIsRefusedWithoutQuotingIt(String typed) {
        var refused = catchThrowableOfType(ApiException.class, () -> Endpoints.normalise(typed));
        assertThat(refused).isNotNull();
        assertThat(refused.error().kind()).isEqualTo(ErrorKind.BAD_URL);
        assertThat(refused.getMessage()).isNotBlank().doesNotContain("sekret");
    }
}
