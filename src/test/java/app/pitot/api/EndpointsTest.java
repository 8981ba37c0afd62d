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
    @CsvSource({"https://api.example.com/v1,,", "https://10.0.0.1/v1,,", "http://localhost:11434/v1,,",
        "http://127.0.0.1:1234/v1,,", "http://127.9.8.7/v1,,", "http://[::1]:8080/v1,,", "http://pitot.localhost/v1,,",
        "http://[::ffff:127.0.0.1]/v1,,", "http://api.example.com/v1,on the way,api.example.com",
        "http://8.8.8.8:80/v1,on the way,8.8.8.8", "http://[2001:db8::1]:9/v1,on the way,2001:db8::1",
        "http://localhost.example.com/v1,on the way,localhost.example.com",
        "http://127.0.0.1.example.com/v1,on the way,127.0.0.1.example.com",
        "http://172.32.0.1/v1,on the way,172.32.0.1", "http://10.1.2.3/v1,same network,10.1.2.3",
        "http://172.16.0.1/v1,same network,172.16.0.1", "http://192.168.1.20:8000/v1,same network,192.168.1.20",
        "http://169.254.1.1/v1,same network,169.254.1.1", "http://[fd12::1]/v1,same network,fd12::1",
        "http://[fe80::1]/v1,same network,fe80::1", "http://nas:8080/v1,same network,nas",
        "http://box.local/v1,same network,box.local", "http://1.1.example/v1,on the way,1.1.example"})
    void plainHttpToAnotherMachineIsWarnedOf(String typed, String words, String host) throws Exception {
        var base = Endpoints.normalise(typed);
        assertThat(Endpoints.plainHttpToElsewhere(base)).isEqualTo(words != null);
        if (words == null) {
            assertThat(Endpoints.warning(base)).isNull();
        } else {
            assertThat(Endpoints.warning(base)).contains(words, "to " + host + " is not");
        }
    }

    @ParameterizedTest
    @CsvSource({"https://bücher.example/v1,https://xn--bcher-kva.example/v1,xn--bcher-kva.example (bücher.example)",
        "https://xn--bcher-kva.example,https://xn--bcher-kva.example/v1,xn--bcher-kva.example (bücher.example)",
        "https://аpi.groq.com/openai/v1,https://xn--pi-6kc.groq.com/openai/v1,xn--pi-6kc.groq.com (аpi.groq.com)",
        "https://API.Groq.com/openai/v1/,https://api.groq.com/openai/v1,api.groq.com",
        "https://[2001:DB8::1]:444,https://[2001:db8::1]:444/v1,2001:db8::1",
        "https://h:443/v1,https://h/v1,h", "http://h:80,http://h/v1,h", "https://h:80/v1,https://h:80/v1,h"})
    void hostsAreShownAsTheyGoOverTheWire(String typed, String base, String shown) throws Exception {
        assertThat(Endpoints.normalise(typed)).isEqualTo(base);
        assertThat(Endpoints.host(base)).isEqualTo(shown);
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
