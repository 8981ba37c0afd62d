package app.pitot.simulator;

import static app.pitot.provider.Metric.TOKENS;
import static app.pitot.provider.Period.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {
    private static final String ASK = "Tell me about streams";
    private SimulatorServer server;
    private Client client;

    @BeforeEach
    void start() throws Exception {
        start(null);
    }

    private void start(Fault fault) throws Exception {
        var plan = Plans.plan(null, 2_000, Plans.bucket(TOKENS, MINUTE, 60_000));
        server = SimulatorServer.start(
                Plans.config(plan, new Plans.Hand().clocks()).withSpeed(30_000.0).withFault(fault));
        client = new Client(server);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"cut,CUT,1500,", "cut:after-7,CUT,7,", "cut:7@3,CUT,7,3", "STALL@12,STALL,1500,12",
        "slow-first-token:250,SLOW_FIRST_TOKEN,250,", "429-tokens@1,TOKENS_429,0,1", "html:200,HTML,200,",
        "no-usage,NO_USAGE,0,", " error:after-0 ,ERROR,0,"})
    void parses(String spec, Fault.Kind kind, long amount, Integer nth) {
        assertThat(Fault.parse(spec)).isEqualTo(new Fault(kind, amount, nth));
        assertThat(Fault.parse(Fault.parse(spec).toString())).isEqualTo(Fault.parse(spec));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "crash", "cut:", "cut:x", "cut@0", "no-usage:5", "429", "html:99", "cut:after-"})
    void refusesWhatIsNoFault(String spec) {
        assertThatThrownBy(() -> Fault.parse(spec)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(".");
    }

    @Test
    void messageListsTheValidOnes() {
        assertThatThrownBy(() -> Fault.parse("crash")).hasMessageStartingWith("There is no fault \"crash\". Valid are ")
                .hasMessageContaining("cut[:after-BYTES], ").hasMessageContaining("429-queue, ")
                .hasMessageContaining("slow-first-token[:MS], ")
                .hasMessageEndingWith("each optionally with @N for the Nth request only.");
    }

    @ParameterizedTest
    @CsvSource({"429-requests,429,request_quota_exceeded", "429-tokens,429,token_quota_exceeded",
        "429-queue,429,queue_exceeded", "401,401,wrong_api_key", "402,402,payment_required", "404,404,model_not_found",
        "413,413,request_too_large", "404-archived,404,model_archived", "402-method,402,payment_required",
        "429-day,429,token_quota_exceeded", "500,500,internal_server_error", "503,503,service_unavailable"})
    void refusals(String spec, int status, String code) throws Exception {
        var answer = client.post(faulty(spec));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(server.state().tokensCharged()).isZero();
        assertThat(client.post(Client.body("llama3.1-8b", "/fault " + spec, false, null)).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"498,CEREBRAS", "402-key,GROQ", "413-itpm,OPENROUTER", "402-method,OPENROUTER"})
    void aFaultOfAnotherDialectIsRefusedAtTheStart(String spec, Dialect dialect) {
        var config = SimulatorConfig.of(Plans.unlimited()).withDialect(dialect);
        var fault = Fault.parse(spec);
        assertThatThrownBy(() -> config.withFault(fault)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + spec + "\"").hasMessageContaining(dialect.title())
                .hasMessageContaining(Fault.valid(dialect));
        assertThat(Fault.valid()).contains(spec);
        assertThat(Fault.valid(dialect)).doesNotContain(spec + ",");
    }

    @Test
    void html() throws Exception {
        var answer = client.post(faulty("html"));
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.headers().get("content-type")).startsWith("text/html");
        assertThat(answer.body()).startsWith("<!DOCTYPE html>");
        assertThat(client.post(faulty("html:200")).status()).isEqualTo(200);
    }

    @Test
    void aWrongSpecInAMessageIsExplained() throws Exception {
        var answer = client.post(faulty("crash"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("message").asText()).contains("There is no fault \"crash\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 777, 2_000})
    void cutsAtTheByte(int bytes) throws Exception {
        var stream = client.stream(faulty("cut:after-" + bytes));

        assertThat(stream.broken()).isTrue();
        assertThat(stream.bytes()).hasSize(bytes);
        keepsTheReservation();
    }

    @Test
    void endsProperlyButUnfinished() throws Exception {
        var stream = client.stream(faulty("end:after-900"));

        assertThat(stream.broken()).isFalse();
        assertThat(stream.bytes()).hasSize(900);
        assertThat(stream.raw()).doesNotContain("finish_reason", "[DONE]");
        keepsTheReservation();
    }

    @Test
    void aFaultBeyondTheEndOfTheReplyDoesNothing() throws Exception {
        var stream = client.stream(faulty("cut:after-9000000"));

        assertThat(stream.events().getLast()).isEqualTo("[DONE]");
        assertThat(server.state().tokensCharged()).isEqualTo(stream.last().at("/usage/total_tokens").asLong());
    }

    @Test
    void sendsAnErrorInMidStream() throws Exception {
        var stream = client.stream(faulty("error:after-600"));

        assertThat(stream.broken()).isFalse();
        assertThat(stream.last().at("/error/code").asText()).isEqualTo("internal_server_error");
        assertThat(stream.last().path("status_code").asInt()).isEqualTo(500);
        assertThat(stream.text("content")).isNotEmpty();
        assertThat(stream.raw()).doesNotContain("finish_reason", "[DONE]");
        keepsTheReservation();
    }

    @Test
    void sendsOneMalformedEventAndGoesOn() throws Exception {
        var stream = client.stream(faulty("malformed:after-600"));

        assertThat(stream.events()).filteredOn(event -> !event.endsWith("}") && !event.equals("[DONE]")).hasSize(1);
        assertThat(stream.bytes()).contains((byte) 0xFF);
        assertThat(stream.events().getLast()).isEqualTo("[DONE]");
    }

    @Test
    void leavesOutTheUsage() throws Exception {
        var stream = client.stream(faulty("no-usage"));

        assertThat(stream.raw()).doesNotContain("usage", "time_info").contains("finish_reason", "[DONE]");
        assertThat(server.state().tokensCharged()).isPositive().isLessThan(2_000);
    }

    @Test
    void sendsABurstWhenTheLastTokenIsDue() throws Exception {
        var stream = client.stream(faulty("burst"));
        var tokens = stream.last().at("/usage/completion_tokens").asInt();

        assertThat(stream.events()).hasSizeGreaterThan(5);
        assertThat(stream.events().getLast()).isEqualTo("[DONE]");
        assertThat(stream.at().getFirst() - stream.sent()).isGreaterThanOrEqualTo((long) (tokens / 30_000.0 * 1e9));
    }

    @Test
    void delaysTheFirstToken() throws Exception {
        var stream = client.stream(faulty("slow-first-token:300"));

        assertThat(stream.at().getFirst() - stream.sent()).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(300));
        assertThat(stream.last().at("/time_info/prompt_time").asDouble()).isGreaterThanOrEqualTo(0.29);
    }

    @Test
    void stallsWithTheConnectionOpen() throws Exception {
        try (var response = client.open(faulty("stall:after-500"))) {
            var source = response.body().source();
            assertThat(source.readByteArray(500)).hasSize(500);
            source.timeout().timeout(150, TimeUnit.MILLISECONDS);
            assertThatThrownBy(source::readByte).isInstanceOf(SocketTimeoutException.class);
        }
        keepsTheReservation();
    }

    @Test
    void theNthRequestOnly() throws Exception {
        stop();
        start(Fault.parse("500@2"));
        var plain = Client.body("llama3.1-8b", "Write 20 tokens", true, null);

        assertThat(client.post(plain).status()).isEqualTo(200);
        assertThat(client.post(plain).status()).isEqualTo(500);
        assertThat(client.post(plain).status()).isEqualTo(200);
        assertThat(client.post(faulty("503")).status()).isEqualTo(503);
    }

    private void keepsTheReservation() throws InterruptedException {
        for (int i = 0; i < 1_000 && server.state().inFlight() > 0; i++)
            Thread.sleep(10);
        assertThat(server.state().inFlight()).isZero();
        assertThat(server.state().tokensCharged()).isGreaterThan(2_000);
    }

    private static String faulty(String spec) {
        return Client.body("llama3.1-8b", "/fault " + spec + "\n" + ASK, true, null);
    }
}
