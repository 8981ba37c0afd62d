package app.pitot.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.pitot.api.KeyStatus.Cap;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyStatusTest {
    private static KeyStatus status(int code, String body) throws Exception {
        try (var server = new RawServer((_, wire) -> wire.reply(code, "application/json", body));
                var client = Talk.client()) {
            var key = Talk.key();
            try {
                return client.keyStatus(Talk.target(server.url(), "openrouter", key), "/key");
            } finally {
                assertThat(server.requests).hasSize(1);
                assertThat(server.requests.getFirst().path()).isEqualTo("/v1/key");
                assertThat(server.requests.getFirst().headers()).containsEntry("authorization", "Bearer " + Talk.KEY);
                assertThat(key.bearer()).as("wiped").doesNotContain("canary");
            }
        }
    }

    @Test
    void whatIsUnlimitedAndWhatIsUnknownAreToldApart() throws Exception {
        var told = status(200, """
                {"data":{"label":"sk-or-v1-0e6abc123...1c96","limit":null,"limit_remaining":null,"limit_reset":null,
                "include_byok_in_limit":false,"usage":1.2,"usage_daily":0.1,"usage_weekly":0.4,"usage_monthly":1.2,
                "is_free_tier":false,"expires_at":null,"free_model_daily_requests":{"used":10,"limit":1000,
                "remaining":990},"rate_limit":{"requests":-1,"interval":"10s","note":"deprecated"}}}""");
        assertThat(told).isEqualTo(new KeyStatus("…1c96", Cap.UNLIMITED, Cap.UNLIMITED, null, new BigDecimal("1.2"),
                new BigDecimal("0.1"), new BigDecimal("1.2"), false, 10L, 1000L, 990L, null));
        var bare = status(200, "{\"data\":{}}");
        assertThat(bare).isEqualTo(new KeyStatus(null, Cap.UNKNOWN, Cap.UNKNOWN, null, null, null, null, null, null,
                null, null, null));
        assertThat(bare.limit().unlimited()).isFalse();
        var capped = status(200, """
                {"data":{"label":"work","limit":5,"limit_remaining":-0.25,"limit_reset":"daily","is_free_tier":true,
                "usage":"much","usage_daily":1e300,"expires_at":"2027-01-31T23:59:59Z",
                "free_model_daily_requests":{"used":-1,"limit":"x","remaining":7}}}""");
        assertThat(capped.label()).isEqualTo("work");
        assertThat(capped.limit()).isEqualTo(new Cap(true, new BigDecimal("5")));
        assertThat(capped.limitRemaining().usd()).isEqualByComparingTo("-0.25");
        assertThat(capped.limitReset()).isEqualTo("daily");
        assertThat(capped.usage()).isNull();
        assertThat(capped.usageDaily()).isNull();
        assertThat(capped.freeDailyUsed()).isNull();
        assertThat(capped.freeDailyLimit()).isNull();
        assertThat(capped.freeDailyRemaining()).isEqualTo(7);
        assertThat(capped.expiresAt()).isEqualTo(Instant.parse("2027-01-31T23:59:59Z"));
    }

    @Test
    void aLabelThatQuotesTheKeyIsMasked() throws Exception {
        for (var label : new String[]{Talk.KEY, Talk.KEY.substring(0, 14) + "...3210"}) {
            assertThat(status(200, "{\"data\":{\"label\":\"" + label + "\"}}").label()).isEqualTo("…3210");
        }
        assertThat(status(200, "{\"data\":{\"label\":\"<b>x\\u0007y</b>" + "z".repeat(500) + "\"}}").label())
                .hasSizeLessThan(90).startsWith("x y");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"401|{\"error\":{\"message\":\"No\",\"code\":401}}|UNAUTHORIZED",
        "404||NOT_FOUND",
        "200|<html>x</html>|NOT_AN_API", "200||NOT_AN_API", "200|{\"data\":[]}|NOT_AN_API",
        "200|{\"error\":{\"message\":\"No\",\"code\":401}}|UNAUTHORIZED"})
    void whatIsNoStatusIsAnError(int code, String body, ErrorKind kind) {
        var refused = catchThrowableOfType(ApiException.class, () -> status(code, body == null ? "" : body));
        assertThat(refused.error().kind()).isEqualTo(kind);
    }
}
