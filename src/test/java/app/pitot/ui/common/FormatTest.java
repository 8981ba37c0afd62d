package app.pitot.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"60000|60K", "14400|14.4K", "1000000|1M", "1500000|1.5M", "1234567|1,234,567",
        "900|900", "12345|12,345", "2000|2K"})
    void shortCountsStayExact(long n, String text) {
        assertThat(Format.shortCount(n)).isEqualTo(text);
    }

    @Test
    void unknownIsADashAndNeverZero() {
        assertThat(new String[]{Format.count(null), Format.speed(null), Format.duration(null), Format.countdown(null),
            Format.age(null), Format.cost(null), Format.time(null, ZoneOffset.UTC)}).containsOnly("–");
        assertThat(Format.count(0)).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0 | 0", "999 | 999", "1204 | 1,204", "1000000 | 1,000,000"})
    void countsAreGrouped(long n, String text) {
        assertThat(Format.count(n)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"43.21 | 43.2", "99.94 | 99.9", "99.96 | 100", "2987.4 | 2,987", "0.04 | 0.0"})
    void speedsLoseDecimalsFromAHundredOn(double speed, String text) {
        assertThat(Format.speed(speed)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0.04 | 0.0 ms", "8.26 | 8.3 ms", "9.96 | 10 ms", "142.4 | 142 ms",
        "999.4 | 999 ms",
        "999.6 | 1.00 s", "1239 | 1.24 s", "12380 | 12.4 s", "59960 | 1 min", "80000 | 1 min 20 s",
        "7500000 | 2 h 5 min"})
    void measuredTimesKeepThreeFigures(double ms, String text) {
        assertThat(Format.duration(ms)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0 | 0 s", "-5 | 0 s", "1 | 0.1 s", "1800 | 1.8 s", "1801 | 1.9 s",
        "2000 | 2 s",
        "9999 | 10 s", "41001 | 42 s", "59999 | 1 min", "725000 | 12 min 5 s", "45660000 | 12 h 41 min",
        "45600001 | 12 h 41 min", "90000000 | 1 d 1 h"})
    void countdownsNeverPromiseTooMuch(double ms, String text) {
        assertThat(Format.countdown(ms)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0 | 0 s", "2999 | 2 s", "60000 | 1 min", "7200000 | 2 h"})
    void agesAreRoundedDown(long ms, String text) {
        assertThat(Format.age(ms)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0 | $0.00", "0.00085 | $0.0009", "0.00001 | < $0.0001", "0.0132 | $0.0132",
        "0.42 | $0.42", "0.4217 | $0.4217",
        "12.345 | $12.35", "1234.5 | $1,234.50"})
    void costsStayReadableWhenTiny(String usd, String text) {
        assertThat(Format.cost(new BigDecimal(usd))).isEqualTo(text);
    }

    @Test
    void timesStandInTheGivenZone() {
        assertThat(Format.time(Instant.parse("2026-04-14T14:12:59Z"), ZoneId.of("Asia/Kolkata"))).isEqualTo("19:42");
    }
}
