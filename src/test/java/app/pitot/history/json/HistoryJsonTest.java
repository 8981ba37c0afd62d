package app.pitot.history.json;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ApiError;
import app.pitot.api.ChatParameters;
import app.pitot.api.ErrorKind;
import app.pitot.api.LimitReading;
import app.pitot.api.Outcome;
import app.pitot.api.ResponseFormat;
import app.pitot.api.SeenHeaders;
import app.pitot.api.Served;
import app.pitot.api.ServerTiming;
import app.pitot.api.TokenChance;
import app.pitot.api.ToolCall;
import app.pitot.api.Usage;
import app.pitot.base.Provenance;
import app.pitot.exchange.ExchangeDetails;
import app.pitot.history.ReplyFacts;
import app.pitot.history.Setup;
import app.pitot.provider.Allowance;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.speed.Rhythm;
import app.pitot.speed.SpeedFlag;
import app.pitot.speed.SpeedReading;
import app.pitot.speed.TokenBasis;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is written is read again, and what is missing or odd does no harm. */
class HistoryJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ChatParameters ALL_SET = new ChatParameters(0.7, 0.95, 512, Long.MIN_VALUE,
            List.of("END", "\n\n"), "low", new ResponseFormat(ResponseFormat.Kind.SCHEMA, "city", "{\"a\":1}"), 20,
            "[{\"type\":\"function\"}]", "required", "{\"top_k\": 40}");
    private static final LimitReading WINDOW = new LimitReading(Metric.UNCACHED_TOKENS, Period.MINUTE, 30_000L, -5L,
            12.25, Allowance.LIMITED, "ITPM");
    private static final SpeedReading SPEED = new SpeedReading(1.5, true, 200.25, 300.125, 4_000.0, 2_871.3, 2_500.1,
            3_100.9, 12.0, 9_000, 400, 36_000, TokenBasis.USAGE, true, 1.25, 17.5, true, 812,
            new Rhythm(80, 12.5, 44.0, 120.0, 3.5, new int[]{0, 7, 12}, 62.5), EnumSet.allOf(SpeedFlag.class));
    private static final ReplyFacts FULL = new ReplyFacts("id", "Work", "Cerebras", "model-x", "Be brief.", ALL_SET,
            Instant.parse("2026-11-20T12:00:00.123456789Z"), Outcome.REFUSED, "length",
            new Usage(1, 2, 3, 4, 5), SPEED, new BigDecimal("0.00000001230"),
            new ApiError(ErrorKind.RATE_LIMIT, 429, "tpm", "Too many.", 2.5, WINDOW, false,
                    new ApiError.Excess("TPM", 6_000, 9_000)),
            List.of("odd", "odder"),
            new ExchangeDetails(Provenance.REPORTED, new Served("Groq", "eos", new BigDecimal("1E-7")),
                    new SeenHeaders("groq", List.of(WINDOW, new LimitReading(null, null, null, null, null)),
                            List.of(new SeenHeaders.Header("x-a", "1", true), new SeenHeaders.Header("x-b", "", false)),
                            true, "req-1"),
                    new ServerTiming(0.001, 0.02, 0.3, 0.321),
                    List.of(new ToolCall("call-1", "weather", "{\"city\":\"Łódź\"}"), new ToolCall("", "", "not json")),
                    List.of(new TokenChance("So", -0.1, List.of(new TokenChance.Other("No", -2.5))),
                            new TokenChance("\n", Double.NEGATIVE_INFINITY, List.of()))));

    private static final ReplyFacts BARE = new ReplyFacts("", "", "", "", null, ChatParameters.NONE, Instant.EPOCH,
            Outcome.COMPLETE, null, null, SpeedReading.NONE, null, null, List.of(), ExchangeDetails.NONE);

    /** Through text, as the disk has it. */
    private static JsonNode text(JsonNode node) throws Exception {
        return JSON.readTree(node.toString());
    }

    @Test
    void factsWithEveryFieldSet() throws Exception {
        assertThat(FactsJson.read(text(FactsJson.write(FULL)))).usingRecursiveComparison().isEqualTo(FULL);
    }

    @Test
    void factsWithNothingSet() throws Exception {
        assertThat(FactsJson.read(text(FactsJson.write(BARE)))).usingRecursiveComparison().isEqualTo(BARE);
    }

    @Test
    void setupWithEverythingAndNothing() throws Exception {
        for (var setup : List.of(Setup.NONE, new Setup("Be brief.", ALL_SET, "account", "model"))) {
            assertThat(SetupJson.read(text(SetupJson.write(setup, JSON.createObjectNode())))).isEqualTo(setup);
        }
        assertThat(SetupJson.write(Setup.NONE, JSON.createObjectNode())).isEmpty();
    }

    @Test
    void unknownFieldsOfASetupStay() throws Exception {
        var there = (ObjectNode) JSON
                .readTree("{\"new\":{\"a\":1},\"system\":\"x\",\"parameters\":{\"topK\":3,\"topP\":1}}");
        assertThat(SetupJson.write(Setup.NONE, there).toString())
                .isEqualTo("{\"new\":{\"a\":1},\"parameters\":{\"topK\":3}}");
    }

    /** Each field in turn missing, null, of another kind or an unknown word: never an exception, the rest as it was. */
    @Test
    void oddFieldsDoNoHarm() throws Exception {
        var whole = text(FactsJson.write(FULL));
        for (var odd : List.of("null", "7", "\"word\"", "[1,\"a\",{}]", "{}", "true")) {
            each(whole, JSON.readTree(odd), whole);
        }
        assertThat(FactsJson.read(JSON.readTree("{}")).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(FactsJson.read(JSON.readTree("[]"))).isNull();
        assertThat(SetupJson.read(JSON.readTree("[]"))).isEqualTo(Setup.NONE);
    }

    private static void each(JsonNode node, JsonNode odd, JsonNode whole) {
        if (node instanceof ObjectNode object) {
            for (var name : List.copyOf(object.properties())) {
                object.set(name.getKey(), odd);
                assertThat(FactsJson.read(whole)).as("%s = %s", name.getKey(), odd).isNotNull();
                object.remove(name.getKey());
                assertThat(FactsJson.read(whole)).as("without %s", name.getKey()).isNotNull();
                object.set(name.getKey(), name.getValue());
                each(name.getValue(), odd, whole);
            }
        } else {
            node.forEach(child -> each(child, odd, whole));
        }
    }
}
