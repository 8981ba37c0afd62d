package app.pitot.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a response's headers may be shown. */
class SeenHeadersTest {
    private static SeenHeaders seen(String... lines) {
        var pairs = new ArrayList<Map.Entry<String, String>>();
        for (var line : lines) {
            int colon = line.indexOf(':');
            pairs.add(Map.entry(line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        return seen(pairs);
    }

    private static SeenHeaders seen(List<Map.Entry<String, String>> pairs) {
        var headers = new ReplyHeaders(pairs, Instant.EPOCH);
        return SeenHeaders.of(headers, HeaderDialects.read("cerebras", "x", headers),
                new Redactor("Bearer " + Talk.KEY));
    }

    @Test
    void theyKeepTheirOrderAndSayWhatWasUnderstood() {
        var seen = seen("Date: now", "x-ratelimit-limit-requests-minute: 30", "X-Tokens-Quota-Left: 7",
                "x-request-id: req-1");
        assertThat(seen.all()).containsExactly(new SeenHeaders.Header("Date", "now", false),
                new SeenHeaders.Header("x-ratelimit-limit-requests-minute", "30", true),
                new SeenHeaders.Header("X-Tokens-Quota-Left", "7", false),
                new SeenHeaders.Header("x-request-id", "req-1", true));
        assertThat(seen.unreadLimits()).extracting(SeenHeaders.Header::name).containsExactly("X-Tokens-Quota-Left");
        assertThat(seen.dialect()).isEqualTo("cerebras");
        assertThat(seen.windows()).hasSize(1);
        assertThat(seen.cut()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"x-request-id,true", "X-Generation-Id,true", "CF-RAY,true", "request-id,true", "x-trace,false"})
    void theRequestsIdIsFound(String name, boolean found) {
        assertThat(seen(name + ": abc-1").requestId()).isEqualTo(found ? "abc-1" : null);
    }

    @Test
    void aRoutersOwnIdGoesBeforeTheNetworks() {
        assertThat(seen("cf-ray: 8f", "x-request-id: r", "x-generation-id: gen-1").requestId()).isEqualTo("gen-1");
    }

    @ParameterizedTest
    @CsvSource({"Set-Cookie,__cf_bm=s3cr3t", "openai-organization,user-s3cr3t", "X-Api-Key,s3cr3t",
        "x-session-token,s3cr3t", "Authorization,s3cr3t", "x-auth-token,s3cr3t", "x-secret,s3cr3t",
        "x-echo,key csk-s3cr3ts3cr3t", "x-echo,org_s3cr3t01", "x-echo,bearer s3cr3t"})
    void secretsAndOrganisationsAreMasked(String name, String value) {
        assertThat(seen(name + ": " + value).all()).hasSize(1).noneMatch(header -> header.value().contains("s3cr3t"));
    }

    @Test
    void ourOwnKeyIsMaskedInNameAndValueAndId() {
        var seen = seen("x-request-id: " + Talk.KEY, "x-" + Talk.KEY + ": 1", "x-part: " + Talk.KEY.substring(4, 20));
        assertThat(seen.toString()).doesNotContain("canary").doesNotContain(Talk.KEY.substring(6, 16));
    }

    @Test
    void rateLimitNamesThatSpeakOfTokensAreNoSecrets() {
        assertThat(seen("x-ratelimit-remaining-tokens: 5", "x-ratelimit-limit-output-tokens-minute: 6").all())
                .extracting(SeenHeaders.Header::value).containsExactly("5", "6");
    }

    @Test
    void hostileTextsCanNeitherTurnNorHideNorFlood() {
        var seen = seen("x-a: a\u202Eb\u0007c\u200Bd\u2028e\uDBFFf", "x-b: " + "é".repeat(100_000));
        assertThat(seen.all().getFirst().value()).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf");
        assertThat(seen.all().getLast().value()).hasSize(500).endsWith("…");
    }

    @Test
    void countAndSizeAreBounded() {
        var many = new ArrayList<Map.Entry<String, String>>();
        for (int i = 0; i < 101; i++) {
            many.add(Map.entry("h" + i, "v"));
        }
        assertThat(seen(many).all()).hasSize(100);
        assertThat(seen(many).cut()).isTrue();
        assertThat(seen(many.subList(0, 100)).cut()).isFalse();
        var large = new ArrayList<Map.Entry<String, String>>();
        for (int i = 0; i < 40; i++) {
            large.add(Map.entry("h" + i, "x".repeat(490)));
        }
        var seen = seen(large);
        assertThat(seen.cut()).isTrue();
        assertThat(seen.all().stream().mapToInt(h -> h.name().length() + h.value().length()).sum()).isBetween(7_500,
                8_192);
    }

    @Test
    void aReplyCarriesThemHoweverItEnds() throws Exception {
        for (int status : new int[]{200, 429, 500, 302}) {
            try (var server = new RawServer((_, wire) -> wire.reply(status, "text/event-stream",
                    Talk.content("a") + Talk.finish("stop"), "X-Quota-Odd: 5", "x-request-id: r-" + status))) {
                var seen = Talk.with(server).end.headers();
                assertThat(seen.requestId()).isEqualTo("r-" + status);
                assertThat(seen.unreadLimits()).extracting(SeenHeaders.Header::value).containsExactly("5");
            }
        }
        try (var server = new RawServer((_, wire) -> {
            wire.send("HTTP/1.1 200 OK\r\nContent-Length: 500\r\nx-request-id: cut\r\n\r\n" + Talk.content("a"));
            wire.finish();
        })) {
            var end = Talk.with(server).end;
            assertThat(end.outcome()).isEqualTo(Outcome.TRUNCATED);
            assertThat(end.headers().requestId()).isEqualTo("cut");
        }
    }
}
