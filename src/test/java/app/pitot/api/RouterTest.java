package app.pitot.api;

import static app.pitot.api.Talk.content;
import static app.pitot.api.Talk.finish;
import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What OpenRouter does beyond what all do. */
class RouterTest {
    private static final String WAITING = ": OPENROUTER PROCESSING\n\n";
    private static final String DONE = "data: [DONE]\n\n";

    private static String frame(String provider, String text, String reason) {
        return "data: {\"id\":\"gen-x\"," + (provider == null ? "" : "\"provider\":\"" + provider + "\",")
                + "\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"" + text
                + "\"},\"finish_reason\":" + quoted(reason) + ",\"native_finish_reason\":" + quoted(reason) + "}]}\n\n";
    }

    private static String quoted(String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }

    private static String accounting(String cost) {
        return "data: {\"id\":\"gen-x\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"},"
                + "\"finish_reason\":\"stop\",\"native_finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":10,"
                + "\"completion_tokens\":4,\"total_tokens\":14,\"cost\":" + cost + ",\"is_byok\":false}}\n\n";
    }

    private static Talk talk(int status, String body, String... headers) throws Exception {
        try (var server = new RawServer((_, wire) -> wire.reply(status,
                status == 200 ? "text/event-stream" : "application/json", body, headers))) {
            return Talk.with(server);
        }
    }

    @Test
    void aReplyNamesItsProviderItsCostAndItsEnd() throws Exception {
        var talk = talk(200, WAITING + WAITING + frame("Groq", "Hi", null) + frame("Groq", " there", null)
                + frame(null, "", "stop") + accounting("0.00014") + DONE);
        assertThat(talk.sink.routed).isEqualTo(2);
        assertThat(talk.sink.answer).hasToString("Hi there");
        assertThat(talk.end.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(talk.end.served()).isEqualTo(new Served("Groq", "stop", new BigDecimal("1.4E-4")));
        assertThat(talk.end.usage()).isEqualTo(new Usage(10, 4, 14, null, null));
        assertThat(talk.sink.notes).as("a finish reason that comes twice is no news").isEmpty();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", value = {"0, 0", "0.00014, 0.00014", "'\"0.000140\"', 0.00014", "12, 12",
        "-1, null", "null, null", "1e400, null", "'\"1e-999999999\"', null", "'\"free\"', null", "{}, null",
        "1000001, null"})
    void onlyACostThatCanBeOneIsTaken(String written, BigDecimal cost) throws Exception {
        var read = talk(200, content("a") + accounting(written) + DONE).end.served().cost();
        assertThat(read == null ? null : read.stripTrailingZeros())
                .isEqualTo(cost == null ? null : cost.stripTrailingZeros());
    }

    @Test
    void theOlderAccountingFrameWithoutChoicesCountsToo() throws Exception {
        var end = talk(200, frame("Groq", "Hi", "stop") + "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":10,"
                + "\"completion_tokens\":4,\"total_tokens\":14,\"cost\":0.5}}\n\n" + DONE).end;
        assertThat(end.served().cost()).isEqualByComparingTo("0.5");
        assertThat(end.usage().totalTokens()).isEqualTo(14);
    }

    @Test
    void commentsOfOthersAndCommentsAfterTextSayNothing() throws Exception {
        assertThat(talk(200, ": keep-alive\n\n" + content("a") + WAITING + finish("stop")).sink.routed).isZero();
    }

    @Test
    void aHostileProviderNameIsCleanedAndCut() throws Exception {
        var by = talk(200, frame("\\u202e" + "x".repeat(500), "a", "stop")).end.served().by();
        assertThat(by).startsWith("\uFFFDx").hasSize(60);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"id":"c","error":{"code":429,"message":"Rate limit exceeded"},"choices":[{"index":0,"delta":{"content":""},"finish_reason":"error"}]} | RATE_LIMIT
            {"error":{"code":"server_error","message":"Provider disconnected"},"choices":[{"index":0,"delta":{"content":""},"finish_reason":"error"}]} | SERVER_ERROR
            {"choices":[{"index":0,"delta":{"content":""},"error":{"code":502,"message":"bad gateway"},"finish_reason":"error"}]} | SERVER_ERROR
            {"choices":[{"index":0,"delta":{},"finish_reason":"error"}]} | IN_STREAM
            {"error":{"code":503,"message":"no","metadata":{"error_type":"provider_overloaded"}}} | QUEUE
            {"error":{"code":"x","message":"no","metadata":{"error_type":"context_length_exceeded"}}} | CONTEXT_LENGTH
            {"x_groq":{"error":"over capacity, please try again"},"choices":[]} | QUEUE
            """)
    void anErrorFrameIsARefusalBeforeTextAndBreaksTheReplyOffAfterIt(String frame, ErrorKind kind) throws Exception {
        var first = talk(200, WAITING + "data: " + frame + "\n\n").end;
        assertThat(first.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(first.error().kind()).isEqualTo(kind);
        var later = talk(200, content("kept") + "data: " + frame + "\n\n" + DONE);
        assertThat(later.end.outcome()).isEqualTo(Outcome.TRUNCATED);
        assertThat(later.end.error().kind()).isEqualTo(ErrorKind.IN_STREAM);
        assertThat(later.sink.answer).hasToString("kept");
    }

    @ParameterizedTest
    @CsvSource({"context_length_exceeded,CONTEXT_LENGTH", "max_tokens_exceeded,CONTEXT_LENGTH",
        "token_limit_exceeded,CONTEXT_LENGTH", "authentication,UNAUTHORIZED", "payment_required,PAYMENT_REQUIRED",
        "permission_denied,FORBIDDEN", "rate_limit_exceeded,RATE_LIMIT", "provider_overloaded,QUEUE",
        "provider_unavailable,UNAVAILABLE", "invalid_request,BAD_REQUEST", "payload_too_large,TOO_LARGE",
        "content_policy_violation,CONTENT_REFUSED", "refusal,CONTENT_REFUSED", "timeout,UNAVAILABLE",
        "server,SERVER_ERROR", "not_found,NOT_FOUND", "unmapped,NOT_FOUND"})
    void itsOwnWordDecides(String word, ErrorKind kind) throws Exception {
        var body = "{\"error\":{\"code\":404,\"message\":\"no\",\"metadata\":{\"error_type\":\"" + word + "\"}}}";
        assertThat(talk(404, body).end.error().kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"openrouter_in_flight_budget,BUDGET_IN_FLIGHT", "openrouter_credits,CREDITS",
        "openrouter_key_limit,KEY_LIMIT", "something_new,PAYMENT_REQUIRED"})
    void aPaymentThatIsRequiredMayBeFourThings(String source, ErrorKind kind) throws Exception {
        var error = talk(402, "{\"error\":{\"code\":402,\"message\":\"no\",\"metadata\":{\"limit_source\":\"" + source
                + "\",\"error_type\":\"payment_required\"}}}", "Retry-After: 7").end.error();
        assertThat(error.kind()).isEqualTo(kind);
        assertThat(error.waitSeconds()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"per-min,MINUTE", "per-day,DAY", "per-day-high-balance,DAY"})
    void theWordsOfARefusalSayWhichWindowItsHeadersMean(String window, Period period) throws Exception {
        var words = "{\"error\":{\"message\":\"Rate limit exceeded: free-models-" + window + "\",\"code\":429}}";
        var told = talk(429, words, "X-RateLimit-Limit: 50", "X-RateLimit-Remaining: 0", "X-RateLimit-Reset: 90").end
                .error().window();
        assertThat(told).isEqualTo(new LimitReading(Metric.REQUESTS, period, 50L, 0L, 90.0));
        assertThat(talk(429, words).end.error().window())
                .isEqualTo(new LimitReading(Metric.REQUESTS, period, null, 0L, null));
    }

    @Test
    void aProvidersOwnLoadIsNotTheUsersQuota() throws Exception {
        assertThat(talk(429, "{\"error\":{\"message\":\"Provider returned error\",\"code\":429,\"metadata\":{\"raw\":"
                + "\"m is temporarily rate-limited upstream. Please retry shortly.\"}}}").end.error().kind())
                .isEqualTo(ErrorKind.QUEUE);
    }

    @Test
    void aModerationIsNoQuestionOfRights() throws Exception {
        assertThat(
                talk(403, "{\"error\":{\"code\":403,\"message\":\"Your chosen model requires moderation and your input "
                        + "was flagged\"}}").end.error().kind())
                .isEqualTo(ErrorKind.CONTENT_REFUSED);
    }

    @Test
    void nothingIsRepeated() throws Exception {
        var count = new AtomicInteger();
        try (var server = new RawServer((_, wire) -> {
            count.incrementAndGet();
            wire.reply(402, "application/json", "{\"error\":{\"code\":402,\"message\":\"no\",\"metadata\":{"
                    + "\"limit_source\":\"openrouter_in_flight_budget\"}}}", "Retry-After: 0");
        })) {
            Talk.with(server);
            assertThat(count).hasValue(1);
        }
    }
}
