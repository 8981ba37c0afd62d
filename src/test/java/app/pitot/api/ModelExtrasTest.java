package app.pitot.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.pitot.provider.Capability;
import app.pitot.provider.ModelExtras;
import app.pitot.provider.ModelInfo;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the lists of the known providers say beyond ids, and which entries are no chat models. */
class ModelExtrasTest {
    private static List<ModelInfo> list(String dialect, String body) throws Exception {
        try (var server = new RawServer((_, wire) -> wire.reply(200, "application/json", body));
                var client = Talk.client()) {
            return client.models(Talk.target(server.url(), dialect, Talk.key()));
        }
    }

    @Test
    void theCerebrasCatalogueIsAskedWithoutTheKey() throws Exception {
        var body = """
                {"object":"list","data":[{"id":"gpt-oss-120b","created":1754438400,"owned_by":"OpenAI","name":"OpenAI GPT OSS",
                "description":"…","pricing":{"prompt":"0.00000035","completion":"0.00000075"},
                "capabilities":{"streaming":true,"tools":true,"structured_outputs":true,"json_mode":true,"vision":false,
                "reasoning":true},"supported_parameters":{"temperature":true,"logprobs":false},
                "architecture":{"modality":"text"},"limits":{"max_context_length":131072,"max_completion_tokens":40960,
                "requests_per_minute":null},"deprecated":true,"preview":true}]}""";
        try (var server = new RawServer((_, wire) -> wire.reply(200, "application/json", body));
                var client = Talk.client()) {
            var key = Talk.key();
            var target = Talk.target("http://127.0.0.1:1/v1", "cerebras", key);
            var model = client.models(target, server.url().replace("/v1", "/public/v1/models?format=default"))
                    .getFirst();
            var request = server.requests.getFirst();
            assertThat(request.path()).isEqualTo("/public/v1/models?format=default");
            assertThat(request.headers()).doesNotContainKey("authorization");
            assertThat(request.headers().values()).noneMatch(value -> value.contains(Talk.KEY));
            assertThat(key.bearer()).as("wiped").doesNotContain("canary");
            assertThat(model.contextTokens()).isEqualTo(131_072);
            assertThat(model.maxOutputTokens()).isEqualTo(40_960);
            assertThat(model.inputPrice()).isEqualByComparingTo("0.35");
            assertThat(model.reasons()).isTrue();
            var extras = model.extras();
            assertThat(extras.vendor()).isEqualTo("OpenAI");
            assertThat(extras.capabilities()).containsExactlyInAnyOrder(Capability.TOOLS, Capability.SCHEMA,
                    Capability.JSON, Capability.REASONING);
            assertThat(extras.preview()).isTrue();
            assertThat(extras.deprecated()).isTrue();
            assertThat(extras.priceUnverified()).isFalse();
        }
    }

    @Test
    void theOpenRouterCatalogueTellsCachedPricesCapabilitiesAndRetirement() throws Exception {
        var model = list("openrouter", """
                {"data":[{"id":"maker/thing:free","name":"Maker: Thing","context_length":null,
                "architecture":{"input_modalities":["text","image"],"output_modalities":["text"]},
                "pricing":{"prompt":"0.0000002","completion":"0.0000006","input_cache_read":"0.00000005"},
                "top_provider":{"context_length":65536,"max_completion_tokens":8192},
                "supported_parameters":["tools","response_format","structured_outputs","temperature"],
                "reasoning":{"supported_efforts":["high","medium","low"]},
                "expiration_date":"2026-12-31T00:00:00Z"}]}""").getFirst();
        assertThat(model.name()).isEqualTo("Maker: Thing");
        assertThat(model.contextTokens()).isEqualTo(65_536);
        assertThat(model.maxOutputTokens()).isEqualTo(8_192);
        assertThat(model.retiredOn()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(model.reasons()).isFalse();
        assertThat(model.extras().vendor()).isEqualTo("maker");
        assertThat(model.extras().cachedInputPrice()).isEqualByComparingTo("0.05");
        assertThat(model.extras().efforts()).containsExactly("high", "medium", "low");
        assertThat(model.extras().capabilities()).containsExactlyInAnyOrder(Capability.VISION, Capability.TOOLS,
                Capability.JSON, Capability.SCHEMA);
    }

    @Test
    void theGroqListIsSiftedForModelsThatChat() throws Exception {
        var item = """
                {"id":"ID","object":"model","owned_by":"OpenAI","active":ACTIVE,"context_window":CONTEXT,
                "max_completion_tokens":65536,"name":"N","input_modalities":["INPUT"],"output_modalities":["OUTPUT"],
                "supported_features":["tools","reasoning"]}""";
        var rows = new String[][]{{"openai/gpt-oss-120b", "true", "131072", "text", "text"},
            {"whisper-large-v3", "true", "131072", "text", "text"},
            {"x/prompt-guard-2", "true", "131072", "text", "text"},
            {"playai-tts", "true", "131072", "text", "text"}, {"canopylabs/orpheus-v1", "true", "8192", "text", "text"},
            {"groq/compound-mini", "true", "131072", "text", "text"}, {"old", "false", "131072", "text", "text"},
            {"tiny", "true", "512", "text", "text"}, {"ear", "true", "131072", "audio", "text"},
            {"painter", "true", "131072", "text", "image"}};
        var body = new StringBuilder();
        for (var row : rows) {
            body.append(body.isEmpty() ? "" : ",").append(item.replace("ID", row[0]).replace("ACTIVE", row[1])
                    .replace("CONTEXT", row[2]).replace("INPUT", row[3]).replace("OUTPUT", row[4]));
        }
        var list = list("groq", "{\"data\":[" + body + ",{\"id\":\"bare\"}]}");
        assertThat(list).extracting(ModelInfo::id).containsExactly("openai/gpt-oss-120b", "bare");
        assertThat(list.getFirst().reasons()).isTrue();
        assertThat(list.getLast().extras()).isEqualTo(ModelExtras.NONE);
        assertThat(list("auto", "{\"data\":[{\"id\":\"llama-guard\"}]}")).as("elsewhere names mean nothing").hasSize(1);
    }

    @Test
    void theTokenMixCatalogueHasChatModelsOfWhichThePriceUnitIsUnknown() throws Exception {
        var list = list("auto",
                """
                        {"code":0,"message":"ok","data":{"total":3,"list":[
                        {"model_id":"a/b","short_id":"b","name":"B","vendor_id":"acme","model_type":"chat","input_price":0.3,
                        "output_price":"1.2","context_length":200000,"status":1},
                        {"model_id":"c","model_type":"completion","input_price":"soon"},{"model_id":"d","model_type":"embedding"},
                        {"model_id":"e","model_type":"image"},{"model_id":"f","model_type":"video"}]}}""");
        assertThat(list).extracting(ModelInfo::id).containsExactly("a/b", "c");
        assertThat(list.getFirst().inputPrice()).isEqualByComparingTo("0.3");
        assertThat(list.getFirst().outputPrice()).isEqualByComparingTo("1.2");
        assertThat(list.getFirst().extras().priceUnverified()).isTrue();
        assertThat(list.getFirst().extras().vendor()).isEqualTo("acme");
        assertThat(list.getLast().extras().priceUnverified()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"code\":1001,\"message\":\"maintenance\",\"data\":{\"list\":[{\"model_id\":\"a\"}]}}|maintenance",
        "{\"code\":\"E7\",\"message\":\"no\",\"data\":[]}|no",
        "{\"code\":500,\"message\":\"broken\",\"data\":null}|broken",
        "[{\"error\":{\"message\":\"inside\"}}]|inside"})
    void aSuccessWithACodeIsAnError(String body, String words) {
        var refused = catchThrowableOfType(ApiException.class, () -> list("auto", body));
        assertThat(refused.error().message()).contains(words);
    }

    @Test
    void aSuccessfulCodeIsNone() throws Exception {
        assertThat(list("auto", "{\"code\":200,\"message\":\"ok\",\"data\":[{\"id\":\"a\"}]}")).hasSize(1);
        assertThat(list("auto", "{\"code\":0,\"data\":{\"list\":[]}}")).isEmpty();
        assertThat(list("auto", "[{\"id\":\"a\",\"code\":7,\"error\":\"none\"}]")).hasSize(1);
    }

    @Test
    void whereTwoListsStandSideBySideTheUsualOneCounts() throws Exception {
        assertThat(list("auto",
                "{\"models\":[{\"name\":\"file.gguf\"}],\"data\":[{\"id\":\"alias\",\"owned_by\":\"llamacpp\"}]}"))
                .extracting(ModelInfo::id).containsExactly("alias");
    }
}
