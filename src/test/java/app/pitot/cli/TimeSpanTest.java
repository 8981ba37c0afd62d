package app.pitot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSpanTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** Half past midnight on the 27th in Berlin. */
    private static final Instant NOW = Instant.parse("2026-11-26T23:30:00Z");

    @ParameterizedTest
    @CsvSource({"today, 2026-11-26T23:00:00Z", "1d, 2026-11-26T23:00:00Z", "Yesterday, 2026-11-25T23:00:00Z",
        "7d, 2026-11-20T23:00:00Z", "' 24h ', 2026-11-25T23:30:00Z", "2026-07-01, 2026-06-30T22:00:00Z",
        "all, 1970-01-01T00:00:00Z"})
    void begins(String typed, Instant expected) {
        assertThat(TimeSpan.begin(typed, NOW, BERLIN)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "0d", "7", "d", "-7d", "999999d", "2026-13-01", "2026-11-31", "1969-12-31",
        "+12026-01-01", "tomorrow", "7days"})
    void whatIsNoTimeIsNone(String typed) {
        assertThat(TimeSpan.begin(typed, NOW, BERLIN)).isNull();
        assertThat(TimeSpan.end(typed, NOW, BERLIN)).isNull();
    }

    @Test
    void aDayEndsWithItsEnd() {
        assertThat(TimeSpan.end("2026-10-25", NOW, BERLIN)).as("a day of 25 hours").isEqualTo("2026-10-25T23:00:00Z");
        assertThat(TimeSpan.end("yesterday", NOW, BERLIN)).isEqualTo("2026-11-26T23:00:00Z");
        assertThat(TimeSpan.end("today", NOW, BERLIN)).isEqualTo("2026-11-27T23:00:00Z");
        assertThat(TimeSpan.end("7d", NOW, BERLIN)).isNull();
    }
}
