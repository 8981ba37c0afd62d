package app.pitot.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ErrorKind;
import app.pitot.api.KeyStatus;
import app.pitot.api.Outcome;
import app.pitot.api.Target;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.quota.PreFlight.Verdict;
import app.pitot.simulator.Dialect;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** As {@link GaugesTest}, for providers whose headers tell of some windows or of none, over accounts of theirs. */
@Timeout(60)
class DialectGaugesTest {
    private static final String GROQ = "openai/gpt-oss-120b";
    private static final String FREE = "openai/gpt-oss-20b:free";
    private static final String PAID = "openai/gpt-oss-120b";
    private final SteppedClocks time = new SteppedClocks();

    private Bench bench(Dialect dialect, String plan) throws Exception {
        return Bench.of(dialect, plan, time.clocks());
    }

    private Bench groq() throws Exception {
        return bench(Dialect.GROQ, "groq-free-2026-10");
    }

    private static TreeMap<String, Long> shown(Bench bench, ExchangeEngine engine, String model) {
        var remaining = new TreeMap<String, Long>();
        engine.quota(bench.account, Bench.model(model)).windows()
                .forEach(window -> remaining.put(window.metric() + "/" + window.period(), window.remaining()));
        return remaining;
    }

    private static TreeMap<String, Long> kept(Bench bench, String model) {
        var remaining = new TreeMap<String, Long>();
        bench.server.state().limits().stream().filter(limit -> model.endsWith(limit.pool()))
                .forEach(limit -> remaining.put(limit.limit().metric() + "/" + limit.limit().period(),
                        limit.remainingFloor()));
        return remaining;
    }

    private static void assertEqual(Bench bench, String model) {
        assertThat(shown(bench, bench.engine, model)).isEqualTo(kept(bench, model));
    }

    @ParameterizedTest
    @CsvSource({"GROQ,groq-free-2026-10,openai/gpt-oss-120b", "GROQ,groq-developer-2026-09,qwen/qwen3.8-27b",
        "GROQ,groq-developer-2026-09,openai/gpt-oss-safeguard-20b", "OPENROUTER,openrouter-free," + FREE,
        "OPENROUTER,openrouter-free-10credits," + FREE, "OPENROUTER,openrouter-free," + PAID,
        "OPENROUTER,openrouter-paid," + PAID})
    void equalAfterEveryReply(Dialect dialect, String plan, String model) throws Exception {
        var random = new Random(11);
        try (var bench = bench(dialect, plan)) {
            assertEqual(bench, model);
            for (int i = 0; i < 25; i++) {
                var prompt = "word ".repeat(1 + random.nextInt(200)) + i;
                var cap = 1 + random.nextInt(900);
                var result = Bench.await(bench.engine.start(bench.spec(model, prompt, cap)));
                assertThat(result.outcome()).isIn(Outcome.COMPLETE, Outcome.REFUSED);
                assertEqual(bench, model);
                time.advance(Duration.ofMillis(random.nextInt(20_000)));
                assertEqual(bench, model);
            }
            assertThat(bench.server.state().admitted()).isPositive();
        }
    }

    /** Without a cap Groq sets aside the prompt alone; no header tells so of the day's tokens. */
    @Test
    void equalWithoutACap() throws Exception {
        try (var bench = groq()) {
            for (int i = 0; i < 8; i++) {
                assertThat(bench.engine.preFlight(bench.spec(GROQ, "Tell me briefly of wind " + i, null)).verdict())
                        .isEqualTo(Verdict.FITS);
                var result = Bench.await(bench.engine.start(bench.spec(GROQ, "Tell me briefly of wind " + i, null)));
                assertThat(result.outcome()).isEqualTo(Outcome.COMPLETE);
                assertEqual(bench, GROQ);
                time.advance(Duration.ofSeconds(5));
                assertEqual(bench, GROQ);
            }
        }
    }

    @RepeatedTest(10)
    void equalAfterParallelReplies() throws Exception {
        try (var bench = groq(); var router = bench(Dialect.OPENROUTER, "openrouter-free")) {
            for (int round = 0; round < 3; round++) {
                var running = new ArrayList<RunningExchange>();
                for (int i = 0; i < 6; i++) {
                    running.add(bench.engine.start(bench.spec(GROQ, "Tell me about wind " + i, 100 + i)));
                    running.add(router.engine.start(router.spec(i == 3 ? PAID : FREE, "About wind " + i, 100 + i)));
                }
                for (var each : running) {
                    assertThat(Bench.await(each).outcome()).isEqualTo(Outcome.COMPLETE);
                }
                assertEqual(bench, GROQ);
                assertEqual(router, FREE);
                assertEqual(router, PAID);
                time.advance(Duration.ofSeconds(13));
            }
        }
    }

    @Test
    void modelsDoNotShareAtGroqAndFreeOnesDoAtOpenRouter() throws Exception {
        var other = "openai/gpt-oss-20b";
        var otherFree = "qwen/qwen3.8-27b:free";
        try (var bench = groq(); var router = bench(Dialect.OPENROUTER, "openrouter-free")) {
            for (var model : List.of(GROQ, other, other)) {
                Bench.await(bench.engine.start(bench.spec(model, "Tell me about wind", 200)));
            }
            for (var model : List.of(FREE, otherFree, PAID)) {
                Bench.await(router.engine.start(router.spec(model, "Tell me about wind", 200)));
            }
            assertEqual(bench, GROQ);
            assertEqual(bench, other);
            assertThat(kept(bench, other)).isNotEqualTo(kept(bench, GROQ));
            assertEqual(router, FREE);
            assertEqual(router, otherFree);
            assertEqual(router, PAID);
            assertThat(kept(router, FREE)).containsEntry("REQUESTS/DAY", 48L);
            assertThat(kept(router, PAID)).isEmpty();
        }
    }

    /** Requests of the minute are in no header of Groq's, and at OpenRouter in none but a refusal's. */
    @ParameterizedTest
    @CsvSource({"GROQ,groq-free-2026-10,openai/gpt-oss-120b,30", "OPENROUTER,openrouter-free," + FREE + ",20"})
    void equalAfterRefusalByRequestsOfTheMinute(Dialect dialect, String plan, String model, int most)
            throws Exception {
        try (var bench = bench(dialect, plan)) {
            for (int i = 0; i <= most; i++) {
                var result = Bench.await(bench.engine.start(bench.spec(model, "Tell me of wind", 5)));
                assertThat(result.outcome()).isEqualTo(i < most ? Outcome.COMPLETE : Outcome.REFUSED);
                assertEqual(bench, model);
            }
            time.advance(Duration.ofMillis(6_100));
            assertEqual(bench, model);
            assertThat(Bench.await(bench.engine.start(bench.spec(model, "More", 5))).outcome())
                    .isEqualTo(Outcome.COMPLETE);
            assertEqual(bench, model);
        }
    }

    @Test
    void equalAfterRefusalByTokensOfTheMinuteAndOfTheDay() throws Exception {
        try (var bench = groq()) {
            ExchangeResult result;
            do {
                result = Bench.await(bench.engine.start(bench.spec(GROQ, "Write 3,000 tokens", 3_000)));
                assertEqual(bench, GROQ);
            } while (result.outcome() == Outcome.COMPLETE);
            assertThat(result.error().kind()).isEqualTo(ErrorKind.RATE_LIMIT);
            assertThat(result.error().window().period()).isEqualTo(Period.MINUTE);
            do {
                time.advance(Duration.ofMinutes(1));
                result = Bench.await(bench.engine.start(bench.spec(GROQ, "Write 7,000 tokens", 7_000)));
                assertEqual(bench, GROQ);
            } while (result.outcome() == Outcome.COMPLETE);
            assertThat(result.error().kind()).isEqualTo(ErrorKind.RATE_LIMIT);
            assertThat(result.error().window().period()).isEqualTo(Period.DAY);
            assertThat(result.error().window().metric()).isEqualTo(Metric.TOKENS);
        }
    }

    @Test
    void equalAfterRefusalByTheDaysRequests() throws Exception {
        try (var bench = bench(Dialect.OPENROUTER, "openrouter-free")) {
            ExchangeResult result;
            do {
                time.advance(Duration.ofSeconds(4));
                result = Bench.await(bench.engine.start(bench.spec(FREE, "Tell me of wind", 5)));
                assertEqual(bench, FREE);
            } while (result.outcome() == Outcome.COMPLETE);
            assertThat(result.error().message()).contains("free-models-per-day");
            assertThat(bench.server.state().admitted()).isEqualTo(50);
            time.advance(Duration.ofHours(15));
            assertEqual(bench, FREE);
        }
    }

    /** What was never shown is learned from headers, and the day's tokens from the words of the first refusal. */
    @Test
    void equalAfterAnotherProgramUsedTheQuota() throws Exception {
        try (var bench = groq()) {
            var other = new ExchangeEngine(time.clocks(), bench.client, Ledger.none());
            for (int i = 0; i < 25; i++) {
                time.advance(Duration.ofMinutes(1));
                Bench.await(other.start(bench.spec(GROQ, "Write 7,500 tokens", 7_500)));
            }
            time.advance(Duration.ofMinutes(1));
            Bench.await(bench.engine.start(bench.spec(GROQ, "Write 100 tokens", 200)));
            assertThat(shown(bench, bench.engine, GROQ).get("REQUESTS/DAY"))
                    .isEqualTo(kept(bench, GROQ).get("REQUESTS/DAY"));
            assertThat(shown(bench, bench.engine, GROQ).get("UNCACHED_TOKENS/MINUTE"))
                    .isCloseTo(kept(bench, GROQ).get("UNCACHED_TOKENS/MINUTE"),
                            org.assertj.core.api.Assertions.within(80L));
            ExchangeResult result;
            do {
                time.advance(Duration.ofMinutes(1));
                Bench.await(other.start(bench.spec(GROQ, "Write 3,500 tokens", 3_500)));
                result = Bench.await(bench.engine.start(bench.spec(GROQ, "Write 4,000 tokens", 4_000)));
            } while (result.outcome() == Outcome.COMPLETE);
            assertThat(result.error().window().period()).isEqualTo(Period.DAY);
            assertThat(shown(bench, bench.engine, GROQ).get("UNCACHED_TOKENS/DAY"))
                    .isEqualTo(kept(bench, GROQ).get("UNCACHED_TOKENS/DAY"));
        }
    }

    /** Replies tell their cost, the key tells the sum, and both what the day has left of free requests. */
    @Test
    void equalToWhatTheKeyIsSaidToHaveUsed() throws Exception {
        try (var bench = bench(Dialect.OPENROUTER, "openrouter-free")) {
            var spent = BigDecimal.ZERO;
            for (var model : List.of(FREE, PAID, FREE, PAID)) {
                var result = Bench.await(bench.engine.start(bench.spec(model, "Tell me about wind", 300)));
                spent = spent.add(result.cost());
            }
            KeyStatus status;
            try (var target = Target.open(bench.account)) {
                status = bench.client.keyStatus(target, bench.account.provider().facts().keyStatus());
            }
            assertThat(spent).isPositive();
            assertThat(status.usage()).isEqualByComparingTo(spent);
            assertThat(status.usageDaily()).isEqualByComparingTo(spent);
            assertThat(status.limit().unlimited()).isTrue();
            assertThat(status.freeDailyUsed()).isEqualTo(2);
            assertThat(status.freeDailyRemaining()).isEqualTo(shown(bench, bench.engine, FREE).get("REQUESTS/DAY"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"401", "404", "404-archived", "413", "413-itpm", "429-otpm", "498", "500", "503", "cut",
        "end",
        "error", "error:after-0", "error:after-300", "no-usage", "malformed", "burst", "html:502", "html:200"})
    void equalAfterEveryFaultAtGroq(String fault) throws Exception {
        try (var bench = groq()) {
            assertEqualAfter(bench, GROQ, fault);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"401", "402", "402-key", "402-in-flight", "404", "404-archived", "413", "429-queue", "500",
        "503", "error-200", "error-choice", "error:after-0", "error:after-300", "cut", "end", "error", "no-usage",
        "malformed", "burst",
        "html:502"})
    void equalAfterEveryFaultAtOpenRouter(String fault) throws Exception {
        try (var bench = bench(Dialect.OPENROUTER, "openrouter-free")) {
            assertEqualAfter(bench, FREE, fault);
        }
    }

    private void assertEqualAfter(Bench bench, String model, String fault) throws Exception {
        for (int i = 0; i < 3; i++) {
            Bench.await(bench.engine.start(bench.spec(model, "/fault " + fault + "\nTell me about wind", 500)));
            for (int wait = 0; wait < 500 && bench.server.state().inFlight() > 0; wait++) {
                Thread.sleep(10);
            }
            assertEqual(bench, model);
            time.advance(Duration.ofSeconds(1));
        }
    }
}
