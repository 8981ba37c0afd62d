package app.pitot.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.pitot.provider.ModelInfo;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelsTest {
    private static List<ModelInfo> list(String body) throws Exception {
        try (var server = new RawServer((_, wire) -> wire.reply(200, "application/json", body));
                var client = Talk.client()) {
            var models = client.models(Talk.target(server.url(), "auto", Talk.key()));
            assertThat(server.requests).hasSize(1);
            var request = server.requests.getFirst();
            assertThat(request.method() + " " + request.path()).isEqualTo("GET /v1/models");
            assertThat(request.headers()).containsEntry("authorization", "Bearer " + Talk.KEY);
            return models;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"object\":\"list\",\"data\":[{\"id\":\"a\"},{\"id\":\"b\"}]}",
        "[{\"id\":\"a\"},{\"id\":\"b\"}]",
        "{\"models\":[{\"name\":\"a\"},{\"id\":\"b\"}]}",
        "{\"code\":0,\"data\":{\"list\":[{\"model_id\":\"a\"},{\"model_id\":\"b\"}]}}",
        "[\"a\",\"b\"]",
        "{\"data\":[{\"id\":\"a\"},7,null,{},{\"id\":\"\"},{\"id\":\"b\"},{\"id\":\"c\",\"active\":false}]}"})
    void everyShapeOfListIsRead(String body) throws Exception {
        assertThat(list(body)).extracting(ModelInfo::id).containsExactly("a", "b");
    }

    @Test
    void anEmptyListIsAList() throws Exception {
        assertThat(list("{\"object\":\"list\",\"data\":[]}")).isEmpty();
        assertThat(list("{\"object\":\"list\",\"data\":null}")).isEmpty();
    }

    @Test
    void idsThatNobodyCouldReadAreLeftOut() throws Exception {
        var ids = new String[]{"a\\u202Eb", "\\u001B[31mred", "x".repeat(1_000_000), "\\n", "a\\u0000b", "a\\u200Bb",
            "a\\uD800", "fine/model:free@1"};
        assertThat(list("[\"" + String.join("\",\"", ids) + "\"]")).extracting(ModelInfo::id)
                .containsExactly("fine/model:free@1");
        var named = list("{\"data\":[{\"id\":\"a\",\"name\":\"A\\u202E\"}]}").getFirst();
        assertThat(named.name()).isEqualTo("a");
    }

    @Test
    void absurdPricesAreUnknown() throws Exception {
        for (var price : new String[]{"1e99", "1e-99", "2", "999999999"}) {
            var model = list("{\"data\":[{\"id\":\"a\",\"pricing\":{\"prompt\":\"" + price + "\"}}]}").getFirst();
            assertThat(model.inputPrice()).as(price).isNull();
        }
    }

    @Test
    void sizesPricesAndTheRestAreRead() throws Exception {
        var cerebras = list(
                "{\"data\":[{\"id\":\"gpt-oss-120b\",\"name\":\"OpenAI GPT OSS\",\"pricing\":{\"prompt\":\"0.00000035\","
                        + "\"completion\":\"0.00000075\"},\"capabilities\":{\"reasoning\":true},\"limits\":{\"max_context_length\":131072,"
                        + "\"max_completion_tokens\":40960}}]}")
                .getFirst();
        assertThat(cerebras.name()).isEqualTo("OpenAI GPT OSS");
        assertThat(cerebras.contextTokens()).isEqualTo(131_072);
        assertThat(cerebras.maxOutputTokens()).isEqualTo(40_960);
        assertThat(cerebras.inputPrice()).isEqualByComparingTo("0.35");
        assertThat(cerebras.outputPrice()).isEqualByComparingTo("0.75");
        assertThat(cerebras.reasons()).isTrue();
        var router = list(
                "{\"data\":[{\"id\":\"x/y\",\"context_length\":null,\"pricing\":{\"prompt\":\"-1\",\"completion\":0},"
                        + "\"top_provider\":{\"max_completion_tokens\":10},\"supported_parameters\":[\"reasoning\"],"
                        + "\"expiration_date\":\"2026-12-01\"}]}")
                .getFirst();
        assertThat(router).isEqualTo(new ModelInfo("x/y", "x/y", null, 10, null, router.outputPrice(), true, null,
                LocalDate.of(2026, 12, 1), null, router.extras()));
        assertThat(router.extras().vendor()).isEqualTo("x");
        assertThat(router.outputPrice()).isZero();
        assertThat(list("[{\"id\":\"v\",\"max_model_len\":4096}]").getFirst().contextTokens()).isEqualTo(4096);
        assertThat(list("[{\"id\":\"g\",\"context_window\":8}]").getFirst()).isEqualTo(
                new ModelInfo("g", "g", 8, null, null, null, null, null, null, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"404||NOT_FOUND", "401|{\"message\":\"Wrong API Key\"}|UNAUTHORIZED",
        "200|<html>hello</html>|NOT_AN_API", "200||NOT_AN_API",
        "200|{\"error\":{\"code\":401,\"message\":\"m\"}}|UNAUTHORIZED",
        "307||REDIRECT", "200|{\"a\":1}|NOT_AN_API"})
    void whatIsNoListIsAnError(int status, String body, ErrorKind kind) throws Exception {
        try (var server = new RawServer((_, wire) -> wire.reply(status, "text/html", body == null ? "" : body,
                "Location: http://elsewhere.invalid/"));
                var client = Talk.client()) {
            var refused = catchThrowableOfType(ApiException.class,
                    () -> client.models(Talk.target(server.url(), "auto", Talk.key())));
            assertThat(refused.error().kind()).isEqualTo(kind);
            assertThat(server.requests).hasSize(1);
        }
    }
}
