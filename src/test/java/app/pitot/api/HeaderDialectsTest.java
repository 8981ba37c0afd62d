package app.pitot.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Texts;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderDialectsTest {
    private static final Instant NOW = Instant.parse("2026-08-02T08:00:00Z");

    private static List<LimitReading> read(String dialect, String host, String... lines) {
        var pairs = new ArrayList<Map.Entry<String, String>>();
        for (var line : lines) {
            int colon = line.indexOf(':');
            pairs.add(Map.entry(line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        return HeaderDialects.read(dialect, host, new ReplyHeaders(pairs, NOW)).windows();
    }

    @Test
    void cerebrasNamesTheWindow() {
        for (var dialect : new String[]{"cerebras", "auto"}) {
            assertThat(read(dialect, "127.0.0.1", "X-RateLimit-Limit-Requests-Minute: 30",
                    "x-ratelimit-remaining-requests-minute: 29", "x-ratelimit-limit-tokens-day: 1000000",
                    "x-ratelimit-remaining-tokens-day: -5", "x-ratelimit-reset-requests-day: 33011.382867097855",
                    "x-ratelimit-reset-tokens-minute: 11.382867097854614")).containsExactlyInAnyOrder(
                            new LimitReading(Metric.REQUESTS, Period.MINUTE, 30L, 29L, null),
                            new LimitReading(Metric.TOKENS, Period.DAY, 1_000_000L, null, null),
                            new LimitReading(Metric.REQUESTS, Period.DAY, null, null, 33011.382867097855),
                            new LimitReading(Metric.TOKENS, Period.MINUTE, null, null, 11.382867097854614));
        }
    }

    @Test
    void groqCountsRequestsPerDayAndOpenAiPerMinute() {
        var headers = new String[]{"x-ratelimit-limit-requests: 1000", "x-ratelimit-remaining-requests: 999",
            "x-ratelimit-reset-requests: 1m26.4s", "x-ratelimit-limit-tokens: 8000",
            "x-ratelimit-remaining-tokens: 7890", "x-ratelimit-reset-tokens: 825ms"};
        var tokens = new LimitReading(Metric.TOKENS, Period.MINUTE, 8000L, 7890L, 0.825);
        assertThat(read("auto", "api.groq.com", headers))
                .containsExactly(new LimitReading(Metric.REQUESTS, Period.DAY, 1000L, 999L, 86.4), tokens);
        assertThat(read("auto", "api.openai.com", headers))
                .containsExactly(new LimitReading(Metric.REQUESTS, Period.MINUTE, 1000L, 999L, 86.4), tokens);
        assertThat(read("groq", "localhost", headers)).isEqualTo(read("auto", "api.groq.com", headers));
        assertThat(read("none", "api.groq.com", headers)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", value = {"1m26.4s, 825ms, DAY, MINUTE", "8640, 7.66s, DAY, MINUTE",
        "60s, 60, MINUTE, MINUTE", "12, 2m59.56s, MINUTE, null", "soon, soon, MINUTE, MINUTE"})
    void aResetBeyondAMinuteRulesAMinuteOut(String requestsReset, String tokensReset, Period requests,
            Period tokens) {
        var readings = read("auto", "127.0.0.1", "x-ratelimit-limit-requests: 1000",
                "x-ratelimit-reset-requests: " + requestsReset, "x-ratelimit-limit-tokens: 8000",
                "x-ratelimit-reset-tokens: " + tokensReset);
        assertThat(readings).extracting(LimitReading::period).containsExactly(requests, tokens);
    }

    @Test
    void openRouterGivesEpochMilliseconds() {
        assertThat(read("auto", "openrouter.ai", "X-RateLimit-Limit: 20", "X-RateLimit-Remaining: 0",
                "X-RateLimit-Reset: 1785658140000"))
                .containsExactly(new LimitReading(Metric.REQUESTS, null, 20L, 0L, 540.0));
    }

    @Test
    void suffixesNameThePeriodOrLeaveItUnknown() {
        assertThat(
                read("auto", "x", "x-ratelimit-limit-tokens-per-minute: 100", "x-ratelimit-limit-tokens-per-day: 900",
                        "x-ratelimit-reset-tokens-per-day: 0", "x-ratelimit-limit-requests: 5",
                        "x-ratelimit-remaining-req-minute: 3"))
                .containsExactlyInAnyOrder(
                        new LimitReading(Metric.TOKENS, Period.MINUTE, 100L, null, null),
                        new LimitReading(Metric.TOKENS, Period.DAY, 900L, null, 0.0),
                        new LimitReading(Metric.REQUESTS, null, 5L, null, null),
                        new LimitReading(Metric.REQUESTS, Period.MINUTE, null, 3L, null));
    }

    @Test
    void ietfTakesThePeriodFromThePolicy() {
        assertThat(read("auto", "x", "RateLimit-Limit: 100, 100;w=60", "RateLimit-Remaining: 7", "RateLimit-Reset: 12"))
                .containsExactly(new LimitReading(Metric.REQUESTS, Period.MINUTE, 100L, 7L, 12.0));
        assertThat(read("ietf", "x", "ratelimit-remaining: 7"))
                .containsExactly(new LimitReading(Metric.REQUESTS, null, null, 7L, null));
    }

    @Test
    void aGatewaysPrefixIsTakenOff() {
        assertThat(read("auto", "x", "llm_provider-x-ratelimit-limit-tokens-minute: 9"))
                .containsExactly(new LimitReading(Metric.TOKENS, Period.MINUTE, 9L, null, null));
    }

    @Test
    void unreadableValuesAreUnknown() {
        for (var bad : new String[]{"", "-2", "x", "NaN", "1e99", "99999999999999999999", "0x10", "∞"}) {
            assertThat(
                    read("cerebras", "x", "x-ratelimit-limit-tokens-minute: 60", "x-ratelimit-remaining-tokens-minute: "
                            + bad))
                    .containsExactly(new LimitReading(Metric.TOKENS, Period.MINUTE, 60L, null, null));
            assertThat(read("cerebras", "x", "x-ratelimit-limit-tokens-minute: " + bad)).isEmpty();
        }
        assertThat(read("auto", "x")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", value = {"1m26.4s|86.4", "2m59.56s|179.56", "825ms|0.825", "42|42",
        "900.5|900.5", "1785658140000|540", "1785658140|540", "2026-08-02T08:09:00Z|540",
        "2026-08-02T10:09:00+02:00|540", "Sun, 02 Aug 2026 08:09:00 GMT|540", " 7 |7", "-3|0", "1785657000|0",
        "1h|3600", "1d2h|93600", "1h 2m 3s|3723", "6m0s|360", "0|0", "0s|0", "3024000|3024000", "3024001|null",
        "soon|null", "NaN|null", "Infinity|null", "1e99|null", "''|null", "5x|null", "s|null", "1m26.4|null",
        "99999999999999999999|null", "2099-01-01T00:00:00Z|null"})
    void resetsAreReadInEveryForm(String text, Double seconds) {
        var parsed = new ResetParser(NOW, null).seconds(text);
        if (seconds == null) {
            assertThat(parsed).isNull();
        } else {
            assertThat(parsed).isCloseTo(seconds, org.assertj.core.data.Offset.offset(1e-6));
        }
    }

    @Test
    void absoluteTimesAreMeasuredFromTheServersOwnDate() {
        var server = NOW.plusSeconds(3_600);
        assertThat(new ResetParser(NOW, server).seconds("2026-08-02T09:00:30Z")).isEqualTo(30);
        assertThat(new ResetParser(NOW, null).seconds(null)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", value = {"null|30|30", "null|0|0", "null|1.5|1.5", "250|30|0.25",
        "x|30|30", "null|-1|null", "null|NaN|null", "null|1e99|null", "null|90000|null", "null|86400|86400",
        "null|Sun, 02 Aug 2026 08:00:10 GMT|10", "null|Sun, 02 Aug 2026 07:00:00 GMT|0",
        "null|Sun, 09 Aug 2026 07:00:00 GMT|null", "null|soon|null", "null|null|null", "-5|null|null",
        "null|2m|120", "null|infinity|null"})
    void retryAfterIsStricter(String millis, String header, Double seconds) {
        assertThat(new ResetParser(NOW, null).retryAfter(millis, header)).isEqualTo(seconds);
    }

    @Test
    void everyDialectThatIsOfferedHasANameForUsersAndReadsAsItself() {
        for (var name : HeaderDialects.names()) {
            assertThat(Texts.get("form.dialect." + name)).isNotBlank();
            if (!name.equals("auto")) {
                assertThat(HeaderDialects.read(name, "example.com", new ReplyHeaders(List.of(), NOW)).dialect())
                        .isEqualTo(name);
            }
        }
    }
}
