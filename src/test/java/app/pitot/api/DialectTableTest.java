package app.pitot.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.provider.Metric;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One table per dialect: headers as captured or documented, and what is read of them. */
class DialectTableTest {
    private static final Instant NOW = Instant.parse("2026-08-02T08:00:00Z");
    private static final String GROQ = "x-ratelimit-limit-requests: 1000; x-ratelimit-remaining-requests: 999; "
            + "x-ratelimit-reset-requests: 1m26.4s; x-ratelimit-limit-tokens: 8000; "
            + "x-ratelimit-remaining-tokens: 7890; x-ratelimit-reset-tokens: 825ms";

    private static ReplyHeaders headers(String lines) {
        var pairs = new ArrayList<Map.Entry<String, String>>();
        for (var line : lines.split("; ")) {
            int colon = line.indexOf(':');
            pairs.add(Map.entry(line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        return new ReplyHeaders(pairs, NOW);
    }

    /** "TOKENS/MINUTE 59995 of 60000 in 11.4", "ITPM …" for what has no metric; "unlimited", "blocked" or "?" for no figure. */
    private static String told(List<LimitReading> windows) {
        return windows.stream().map(DialectTableTest::told).collect(Collectors.joining("; "));
    }

    private static String told(LimitReading w) {
        var figures = switch (w.allowance()) {
            case LIMITED -> known(w.remaining()) + " of " + known(w.limit());
            case UNLIMITED -> "unlimited";
            case BLOCKED -> "blocked";
            case UNKNOWN -> "?";
        };
        return (w.label() == null ? w.metric() + "/" : w.label() + "/") + w.period() + " " + figures
                + (w.resetSeconds() == null ? "" : " in " + w.resetSeconds());
    }

    private static String known(Long figure) {
        return figure == null ? "?" : figure.toString();
    }

    private static void reads(String dialect, String lines, String windows) {
        assertThat(told(HeaderDialects.read(dialect, "127.0.0.1", headers(lines)).windows())).isEqualTo(windows);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x-ratelimit-limit-requests-minute: 30; x-ratelimit-remaining-requests-minute: 29; x-ratelimit-limit-tokens-minute: 60000; x-ratelimit-remaining-tokens-minute: 59995; x-ratelimit-limit-tokens-day: 1000000; x-ratelimit-remaining-tokens-day: 999995; x-ratelimit-reset-tokens-minute: 11.382867097854614 | REQUESTS/MINUTE 29 of 30; TOKENS/MINUTE 59995 of 60000 in 11.382867097854614; TOKENS/DAY 999995 of 1000000
            x-ratelimit-reset-requests-day: 33011.382867097855 | REQUESTS/DAY ? in 33011.382867097855
            x-ratelimit-limit-requests-hour: 900; x-ratelimit-remaining-requests-hour: 0; x-ratelimit-reset-requests-hour: 0 | REQUESTS/HOUR 0 of 900 in 0.0
            x-ratelimit-limit-tokens-hour: -1; x-ratelimit-remaining-tokens-hour: -1 | TOKENS/HOUR unlimited
            x-ratelimit-limit-tokens-day: unlimited | TOKENS/DAY unlimited
            x-ratelimit-limit-tokens-day: 1000000; x-ratelimit-remaining-tokens-day: -5 | TOKENS/DAY ? of 1000000
            x-ratelimit-limit-tokens-day: 0; x-ratelimit-reset-tokens-day: 5 | TOKENS/DAY ? in 5.0
            x-ratelimit-limit-tokens-day: plenty; x-ratelimit-remaining-tokens-day: some | ''
            """)
    void cerebras(String lines, String windows) {
        reads("cerebras", lines, windows);
        reads("auto", lines, windows);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x-ratelimit-limit-requests: 1000; x-ratelimit-remaining-requests: 999; x-ratelimit-reset-requests: 1m26.4s | REQUESTS/DAY 999 of 1000 in 86.4
            x-ratelimit-limit-tokens: 8000; x-ratelimit-remaining-tokens: 7890; x-ratelimit-reset-tokens: 825ms | TOKENS/MINUTE 7890 of 8000 in 0.825
            x-ratelimit-remaining-requests: 14399; x-ratelimit-reset-requests: 2m59.56s | REQUESTS/DAY 14399 of ? in 179.56
            x-ratelimit-limit-tokens: -1 | TOKENS/MINUTE unlimited
            """)
    void groq(String lines, String windows) {
        reads("groq", lines, windows);
        reads("auto", "x-groq-region: fra; " + lines, windows);
    }

    @Test
    void groqsResetIsTheTimeUntilFull() {
        for (var window : HeaderDialects.read("groq", "api.groq.com", headers(GROQ)).windows()) {
            double full = (window.limit() - window.remaining()) * (double) window.period().length().toSeconds()
                    / window.limit();
            assertThat(window.resetSeconds()).isEqualTo(full, org.assertj.core.data.Offset.offset(1e-9));
        }
    }

    @Test
    void openAi() {
        reads("openai", GROQ, "REQUESTS/MINUTE 999 of 1000 in 86.4; TOKENS/MINUTE 7890 of 8000 in 0.825");
        assertThat(HeaderDialects.read("auto", "api.openai.com", headers(GROQ)).dialect()).isEqualTo("openai");
    }

    @Test
    void openRouter() {
        var lines = "X-RateLimit-Limit: 20; X-RateLimit-Remaining: 0; X-RateLimit-Reset: 1785658140000";
        reads("openrouter", lines, "REQUESTS/null 0 of 20 in 540.0");
        reads("openrouter", "content-type: text/event-stream; x-generation-id: gen-1", "");
        assertThat(HeaderDialects.read("auto", "openrouter.ai", headers(lines)).dialect()).isEqualTo("openrouter");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x-ratelimit-limit-tokens-per-minute: 100; x-ratelimit-remaining-tokens-per-minute: 40; x-ratelimit-reset-tokens-per-minute: 1785657630 | TOKENS/MINUTE 40 of 100 in 30.0
            x-ratelimit-limit-tokens-per-day: 900; x-ratelimit-remaining-tokens-per-day: 900; x-ratelimit-reset-tokens-per-day: 0 | TOKENS/DAY 900 of 900 in 0.0
            x-ratelimit-limit-requests: 5; x-ratelimit-limit-requests-per-day: 50 | REQUESTS/null ? of 5; REQUESTS/DAY ? of 50
            x-ratelimit-limit-tokens-per-day: 0 | ''
            """)
    void suffixed(String lines, String windows) {
        reads("suffix", lines, windows);
        reads("auto", lines, windows);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x-ratelimit-limit-req-minute: 60; x-ratelimit-remaining-req-minute: 59; x-ratelimit-limit-tokens-minute: 500000; x-ratelimit-remaining-tokens-minute: 499986; x-ratelimit-tokens-query-cost: 14 | REQUESTS/MINUTE 59 of 60; TOKENS/MINUTE 499986 of 500000
            x-ratelimit-limit-req-minute: 0; x-ratelimit-remaining-req-minute: 0; x-ratelimit-limit-tokens-minute: 0; x-ratelimit-remaining-tokens-minute: 0 | REQUESTS/MINUTE blocked; TOKENS/MINUTE blocked
            """)
    void mistral(String lines, String windows) {
        reads("mistral", lines, windows);
        reads("auto", lines, windows);
        assertThat(HeaderDialects.read("auto", "api.mistral.ai", headers(lines)).dialect()).isEqualTo("mistral");
    }

    @Test
    void anthropicsInputAndOutputTokensKeepTheirNames() {
        var lines = "anthropic-ratelimit-requests-limit: 50; anthropic-ratelimit-requests-remaining: 49; "
                + "anthropic-ratelimit-requests-reset: 2026-08-02T08:00:30Z; anthropic-ratelimit-tokens-limit: 90000; "
                + "anthropic-ratelimit-input-tokens-limit: 80000; anthropic-ratelimit-input-tokens-remaining: 79000; "
                + "anthropic-ratelimit-output-tokens-remaining: 9000";
        var windows = "REQUESTS/MINUTE 49 of 50 in 30.0; TOKENS/MINUTE ? of 90000; input-tokens/MINUTE 79000 of 80000; "
                + "output-tokens/MINUTE 9000 of ?";
        reads("anthropic", lines, windows);
        reads("auto", lines, windows);
        assertThat(HeaderDialects.read("auto", "x", headers(lines)).windows()).extracting(LimitReading::metric)
                .containsExactly(Metric.REQUESTS, Metric.TOKENS, null, null);
    }

    @Test
    void noneAndNothing() {
        reads("none", GROQ, "");
        reads("auto", "server: x", "");
        reads("no-such-dialect", "x-groq-region: fra; " + GROQ,
                "REQUESTS/DAY 999 of 1000 in 86.4; TOKENS/MINUTE 7890 of 8000 in 0.825");
    }

    @Test
    void aGuessSaysSo() {
        assertThat(HeaderDialects.read("auto", "127.0.0.1", headers(GROQ)).dialect()).isEqualTo("auto");
    }

    @Test
    void onlyWhatWasUnderstoodCountsAsUnderstood() {
        var headers = headers("x-ratelimit-limit-tokens-minute: 60; x-ratelimit-remaining-tokens-minute: -3; "
                + "x-ratelimit-reset-tokens-minute: soon; x-ratelimit-limit-images-minute: 7; "
                + "llm_provider-x-ratelimit-limit-requests-day: 9; retry-after: 3; x-should-retry: false; "
                + "x-ratelimit-tokens-query-cost: 4");
        HeaderDialects.read("cerebras", "x", headers);
        assertThat(headers.retryAfter()).isEqualTo(3);
        assertThat(headers.shouldRetry()).isFalse();
        assertThat(headers.all().stream().map(Map.Entry::getKey).filter(name -> !headers.isUnderstood(name)))
                .containsExactly("x-ratelimit-remaining-tokens-minute", "x-ratelimit-reset-tokens-minute",
                        "x-ratelimit-limit-images-minute", "x-ratelimit-tokens-query-cost");
    }
}
