package app.pitot.quota;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Texts;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.speed.SpeedFlag;
import java.util.HashSet;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WindowLabelsTest {
    @Test
    void everyWindowHasTwoNamesOfItsOwn() {
        var names = new HashSet<String>();
        for (var metric : Metric.values()) {
            for (var period : Period.values()) {
                assertThat(names.add(WindowLabels.title(metric, period))).isTrue();
                assertThat(names.add(WindowLabels.shortName(metric, period))).isTrue();
            }
        }
        assertThat(WindowLabels.title(Metric.REQUESTS, Period.MINUTE)).isEqualTo("Requests / min");
        assertThat(WindowLabels.shortName(Metric.TOKENS, Period.DAY)).isEqualTo("TPD");
    }

    @Test
    void everyFlagHasWords() {
        for (var flag : SpeedFlag.values()) {
            assertThat(Texts.has("speed.flag." + lower(flag))).as(flag.name()).isTrue();
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
