package app.pitot.simulator;

import static app.pitot.provider.Metric.REQUESTS;
import static app.pitot.provider.Metric.UNCACHED_TOKENS;
import static app.pitot.provider.Period.DAY;
import static app.pitot.provider.Period.MINUTE;
import static app.pitot.simulator.Plans.bucket;
import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.provider.Catalogue;
import app.pitot.provider.Limit;
import app.pitot.provider.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroqLimitsTest {
    private static final String MODEL = "openai/gpt-oss-120b";
    private static final Plan FREE = Catalogue.shipped().plan("groq-free-2026-10").orElseThrow();
    private static final int PROMPT = 12 + Tokenizer.count("Write 10 tokens");
    private final Plans.Hand hand = new Plans.Hand();
    private SimulatorServer server;
    private Client client;

    private void start(Plan plan) throws Exception {
        server = SimulatorServer.start(
                Plans.config(plan, hand.clocks()).withDialect(Dialect.GROQ).withSpeed(30_000.0));
        client = new Client(server);
    }

    @AfterEach
    void stop() {
        if (server != null) {
            client.close();
            server.close();
        }
    }

    private Client.Answer ask(Integer cap) throws Exception {
        return client.post(Client.body(MODEL, "Write 10 tokens", true, cap));
    }

    /** As recorded: the five with 8,000 tokens a minute, and one of a day. */
    @ParameterizedTest
    @CsvSource({"MINUTE,8000,5439,5017,18.42s", "MINUTE,8000,6597,3383,14.85s", "MINUTE,8000,7316,3092,18.06s",
        "MINUTE,8000,7046,2816,13.965s", "MINUTE,8000,6660,2140,6s", "DAY,200000,199493,927,3m1.44s"})
    void waitsFollowFromTheFiguresOfTheText(app.pitot.provider.Period period, long limit, long used, long need,
            String wait) {
        var over = new Over(MODEL, bucket(UNCACHED_TOKENS, period, limit), used, need, 99, 99, Instant.EPOCH, false);
        var failure = new GroqErrors().overLimit(over);
        var label = period == MINUTE ? "tokens per minute (TPM)" : "tokens per day (TPD)";

        assertThat(failure.status()).isEqualTo(429);
        assertThat(failure.body().at("/error/message").asText())
                .startsWith("Rate limit reached for model `openai/gpt-oss-120b` in organization `org_")
                .contains("` service tier `on_demand` on " + label + ": Limit " + limit + ", Used " + used
                        + ", Requested " + need + ". Please try again in " + wait + ". Need more tokens? ");
        assertThat(failure.body().at("/error/type").asText()).isEqualTo("tokens");
        assertThat(failure.body().at("/error/code").asText()).isEqualTo("rate_limit_exceeded");
        assertThat(Double.parseDouble(failure.headers().get("retry-after"))).isBetween(6.0, 182.0);
    }

    @ParameterizedTest
    @CsvSource({"86.4,1m26.4s", "179.56,2m59.56s", "0.825,825ms", "0,0s", "-1,0s", "0.0004,0s", "7.66,7.66s",
        "3600,1h0m0s", "86399.999,23h59m59.999s", "60,1m0s", "18,18s"})
    void durationsAreSpelledAsGoDoes(double seconds, String text) {
        assertThat(GoDuration.of(seconds)).isEqualTo(text);
    }

    @Test
    void headersTellTheDaysRequestsAndTheMinutesTokens() throws Exception {
        start(FREE);
        var headers = ask(110 - PROMPT).headers();

        assertThat(headers.get("x-ratelimit-limit-requests")).isEqualTo("1000");
        assertThat(headers.get("x-ratelimit-remaining-requests")).isEqualTo("999");
        assertThat(headers.get("x-ratelimit-reset-requests")).isEqualTo("1m26.4s");
        assertThat(headers.get("x-ratelimit-limit-tokens")).isEqualTo("8000");
        assertThat(headers.get("x-ratelimit-remaining-tokens")).isEqualTo("7890");
        assertThat(headers.get("x-ratelimit-reset-tokens")).isEqualTo("825ms");
        assertThat(headers.get("retry-after")).isNull();
        assertThat(headers.names()).filteredOn(name -> name.toLowerCase(java.util.Locale.ROOT).contains("ratelimit"))
                .hasSize(6);
    }

    @Test
    void tokensOfTheMinuteAreRefusedAndComeBack() throws Exception {
        start(FREE);
        var held = client.open(Client.body(MODEL, "Write 20,000 tokens", true, 6_000));
        var refused = ask(5_000);
        held.close();
        var used = 6_000 + 12 + Tokenizer.count("Write 20,000 tokens");
        var wait = (used + 5_000 + PROMPT - 8_000) * 60 / 8_000.0;

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.json().at("/error/message").asText()).contains("(TPM): Limit 8000, Used " + used
                + ", Requested " + (5_000 + PROMPT) + ". Please try again in " + GoDuration.of(wait));
        assertThat(refused.headers().get("retry-after")).isEqualTo("" + (long) Math.ceil(wait));
        assertThat(refused.headers().get("x-ratelimit-remaining-requests")).isEqualTo("999");
        assertThat(refused.headers().get("x-ratelimit-remaining-tokens")).isEqualTo("" + (8_000 - used));
        hand.forward(Duration.ofNanos((long) (wait * 1e9) - 10_000_000));
        assertThat(ask(5_000).status()).isEqualTo(429);
        hand.forward(Duration.ofMillis(10));
        assertThat(ask(5_000).status()).isEqualTo(200);
    }

    @Test
    void requestsOfTheMinuteAreInNoHeader() throws Exception {
        start(FREE);
        for (int i = 0; i < 30; i++)
            assertThat(ask(5).status()).isEqualTo(200);
        var refused = ask(5);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.json().at("/error/message").asText())
                .contains("requests per minute (RPM): Limit 30, Used 30, Requested 1. Please try again in 2s.");
        assertThat(refused.json().at("/error/type").asText()).isEqualTo("requests");
        assertThat(refused.headers().get("retry-after")).isEqualTo("2");
        assertThat(refused.headers().get("x-ratelimit-remaining-requests")).isEqualTo("970");
        hand.forward(Duration.ofSeconds(2));
        assertThat(ask(5).status()).isEqualTo(200);
    }

    @Test
    void theDayRefillsAllTheTimeAndAcrossMidnight() throws Exception {
        hand.wallTo("2026-10-01T23:59:59Z");
        start(Plans.plan(null, null, bucket(REQUESTS, DAY, 1_000), bucket(UNCACHED_TOKENS, DAY, 200_000)));
        for (int i = 0; i < 10; i++)
            ask(5);
        hand.forward(Duration.ofSeconds(2));
        assertThat(remaining(0)).isEqualTo(990);
        hand.forward(Duration.ofMillis(84_400));
        assertThat(remaining(0)).isEqualTo(991);
        assertThat(server.state().day()).hasToString("2026-10-02");
    }

    @Test
    void tokensOfTheDayAreInTheTextOnly() throws Exception {
        start(Plans.plan(null, null, bucket(UNCACHED_TOKENS, DAY, 1_000)));
        var held = client.open(Client.body(MODEL, "Write 20,000 tokens", true, 900));
        var refused = ask(500);
        held.close();

        assertThat(refused.json().at("/error/message").asText()).contains("tokens per day (TPD): Limit 1000, Used 9");
        assertThat(refused.headers().get("x-ratelimit-limit-tokens")).isNull();
    }

    @Test
    void whatNeverFitsIsTooLarge() throws Exception {
        start(FREE);
        var refused = ask(8_000);

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.json().at("/error/message").asText())
                .startsWith("Request too large for model `openai/gpt-oss-120b` in organization `org_")
                .contains("(TPM): Limit 8000, Requested " + (8_000 + PROMPT) + ", ");
        assertThat(refused.json().at("/error/code").asText()).isEqualTo("rate_limit_exceeded");
        assertThat(refused.headers().get("retry-after")).isNull();
    }

    @Test
    void aRequestSetsItsCapAsideAndPaysWhatItUsed() throws Exception {
        start(FREE);
        assertThat(ask(1_000).headers().get("x-ratelimit-remaining-tokens")).isEqualTo("" + (7_000 - PROMPT));
        var charged = server.state().tokensCharged();
        assertThat(charged).isBetween(PROMPT + 10L, PROMPT + 300L);
        assertThat(List.of(remaining(2), remaining(3))).containsExactly(8_000 - charged, 200_000 - charged);
        hand.forward(Duration.ofMinutes(1));
        assertThat(ask(null).headers().get("x-ratelimit-remaining-tokens")).isEqualTo("" + (8_000 - PROMPT));
    }

    private long remaining(int limit) {
        return server.state().limits().get(limit).remainingFloor();
    }

    @Test
    void everyModelHasWindowsOfItsOwn() throws Exception {
        start(Catalogue.shipped().plan("groq-developer-2026-09").orElseThrow());
        ask(5);
        var other = client.post(Client.body("openai/gpt-oss-safeguard-20b", "Write 10 tokens", true, 5)).headers();

        assertThat(other.get("x-ratelimit-limit-tokens")).isEqualTo("150000");
        assertThat(other.get("x-ratelimit-remaining-requests")).isEqualTo("499999");
        assertThat(server.state().limits())
                .filteredOn(one -> one.limit().metric() == REQUESTS && one.limit().period() == DAY)
                .extracting(one -> one.pool() + " " + one.remainingFloor())
                .contains(MODEL + " 499999", "openai/gpt-oss-safeguard-20b 499999", "qwen/qwen3.8-27b 500000");
    }

    @Test
    void thePlanIsTheOneThatTheseTestsCountOn() {
        assertThat(FREE.limits()).extracting(Limit::value).containsExactly(30L, 1_000L, 8_000L, 200_000L);
    }
}
