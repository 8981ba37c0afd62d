package app.pitot.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ChatImage;
import app.pitot.api.ChatMessage;
import app.pitot.api.ChatMessage.Role;
import app.pitot.api.ChatParameters;
import app.pitot.api.ChatRequest;
import app.pitot.api.ErrorKind;
import app.pitot.api.OkHttpChatClient;
import app.pitot.api.Outcome;
import app.pitot.api.ResponseFormat;
import app.pitot.base.Clocks;
import app.pitot.keys.KeySource;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Plan;
import app.pitot.simulator.Dialect;
import app.pitot.simulator.SimulatorConfig;
import app.pitot.simulator.SimulatorServer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All of a request's parameters through the whole pipeline, over loopback. */
@Timeout(60)
class PlaygroundExchangeTest {
    private static final Plan PLAN = new Plan("t", "t", "simulator", LocalDate.EPOCH, "t", List.of(), null, null, "");
    private static final String TOOLS = "[{\"type\":\"function\",\"function\":{\"name\":\"get_weather\",\"parameters\":"
            + "{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"}}}}}]";

    private final OkHttpChatClient client = new OkHttpChatClient(Clocks.system());
    private SimulatorServer server;
    private ExchangeEngine engine;
    private Account account;

    private void start(Dialect dialect) throws Exception {
        server = SimulatorServer
                .start(SimulatorConfig.of(PLAN).withDialect(dialect).withSpeed(20_000.0).withTtftMs(20));
        engine = new ExchangeEngine(Clocks.system(), client, Ledger.none());
        account = new Account("a", Catalogue.shipped().provider(dialect.label()), server.baseUrl().toString(), PLAN,
                KeySource.none(), "");
    }

    @AfterEach
    void stop() {
        client.close();
        if (server != null) {
            server.close();
        }
    }

    private ExchangeResult ask(String model, List<ChatMessage> messages, ChatParameters set) throws Exception {
        return Bench.await(engine.start(new ExchangeSpec(account, ModelInfo.ofId(model),
                new ChatRequest(model, messages, set))));
    }

    private static ChatParameters tools(String extra) {
        return new ChatParameters(null, null, null, null, List.of(), null, null, null, TOOLS, null, extra);
    }

    @ParameterizedTest
    @EnumSource
    void aToolIsCalledAndItsResultAnswered(Dialect dialect) throws Exception {
        start(dialect);
        var model = dialect == Dialect.CEREBRAS ? "gpt-oss-120b" : "openai/gpt-oss-120b";
        var talk = new ArrayList<>(List.of(new ChatMessage(Role.USER, "Weather?")));
        var called = ask(model, talk, tools(null));
        assertThat(called.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(called.finishReason()).isEqualTo("tool_calls");
        assertThat(called.notes()).isEmpty();
        assertThat(called.answer()).isEmpty();
        var call = called.details().toolCalls().getFirst();
        assertThat(call.name()).isEqualTo("get_weather");
        assertThat(JsonMapper.builder().build().readTree(call.arguments()).path("city").isTextual()).isTrue();
        assertThat(called.speed().textBytes()).isEqualTo(
                called.reasoning().length() + call.arguments().length());
        assertThat(called.speed().ttftMs()).isGreaterThanOrEqualTo(15);
        assertThat(called.speed().firstAnswerMs()).isGreaterThanOrEqualTo(called.speed().ttftMs());

        talk.add(new ChatMessage(Role.ASSISTANT, "", List.of(), called.details().toolCalls(), null));
        talk.add(new ChatMessage(Role.TOOL, "{\"celsius\":12}", List.of(), List.of(), call.id()));
        var answered = ask(model, talk, tools(null));
        assertThat(answered.finishReason()).isEqualTo("stop");
        assertThat(answered.answer()).contains("get_weather", "{\"celsius\":12}");
        assertThat(answered.details().toolCalls()).isEmpty();
        assertThat(answered.usage().promptTokens()).isGreaterThan(called.usage().promptTokens());
    }

    @Test
    void aSchemaProbabilitiesAndAStopGoThrough() throws Exception {
        start(Dialect.CEREBRAS);
        var schema = new ResponseFormat(ResponseFormat.Kind.SCHEMA, "city",
                "{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{\"n\":{\"type\":\"integer\"}}}");
        var set = new ChatParameters(0.7, 0.9, 400, 7L, List.of("~~"), "low", schema, 4, null, null,
                "{\"user\":\"u\",\"model\":\"other\"}");
        var result = ask("gpt-oss-120b", List.of(new ChatMessage(Role.USER, "x")), set);
        assertThat(result.outcome()).as(String.valueOf(result.error())).isEqualTo(Outcome.COMPLETE);
        assertThat(JsonMapper.builder().build().readTree(result.answer()).path("n").isInt()).isTrue();
        var chances = result.details().chances();
        assertThat(String.join("", chances.stream().map(chance -> chance.token()).toList()))
                .isEqualTo(result.answer());
        assertThat(chances).allSatisfy(chance -> assertThat(chance.others()).hasSize(4));
    }

    @Test
    void aPictureIsSeenAndCounted() throws Exception {
        start(Dialect.CEREBRAS);
        var png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB), "png", png);
        var message = new ChatMessage(Role.USER, "What is it?", List.of(new ChatImage("image/png", png.toByteArray())),
                List.of(), null);
        var spec = new ExchangeSpec(account, ModelInfo.ofId("qwen-3.8-27b"),
                new ChatRequest("qwen-3.8-27b", List.of(message), ChatParameters.of(null, 500)));
        var foreseen = engine.preFlight(spec).inputTokens();
        var result = Bench.await(engine.start(spec));
        assertThat(result.answer()).contains("a PNG picture of 640 × 480 pixels");
        assertThat((double) foreseen).isCloseTo(result.usage().promptTokens(),
                org.assertj.core.data.Percentage.withPercentage(10));
        var blind = ask("gpt-oss-120b", List.of(message), ChatParameters.NONE);
        assertThat(blind.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(blind.error().message()).contains("does not take pictures");
    }

    @Test
    void whatIsNoJsonNeverLeavesAndCostsNothing() throws Exception {
        start(Dialect.CEREBRAS);
        var result = ask("gpt-oss-120b", List.of(new ChatMessage(Role.USER, "x")), tools("{\"a\":}"));
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.error().kind()).isEqualTo(ErrorKind.BAD_PARAMETER);
        assertThat(result.error().message()).contains("The extra body fields", "Line 1, column 6");
        assertThat(result.reservation()).isNull();
        assertThat(result.notes()).isEmpty();
    }
}
