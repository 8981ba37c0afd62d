package app.pitot.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.provider.Metric;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetAmountTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TOKENS|1,000,000|1000000
            TOKENS|1 000 000|1000000
            TOKENS|1'000'000|1000000
            TOKENS|1M|1000000
            TOKENS|1.5m|1500000
            TOKENS|50k tokens|50000
            TOKENS|1000B|1000000000000
            TOKENS|0|0
            TOKENS|007|7
            REQUESTS|500 requests|500
            REQUESTS|1 request|1
            REQUESTS|2.5K|2500
            USD|2.50|2500000
            USD|$2.50|2500000
            USD|2.50 USD|2500000
            USD|1,000 dollars|1000000000
            USD|0.000001|1
            USD|0|0
            USD|1000000000|1000000000000000
            """)
    void reads_what_people_write(Metric metric, String text, long amount) {
        assertThat(BudgetAmount.read(metric, text)).isEqualTo(amount);
        assertThat(BudgetAmount.read(metric, BudgetAmount.write(metric, amount))).isEqualTo(amount);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-1", "−5", "NaN", "Infinity", "1e6", "0x10", "1.5", "1,5", "12,34", "1,0000",
        ".5",
        "5.", "1..2", "1M M", "ten", "2.50 USD", "$5", "5 requests", "1000000000000001", "9999999999999999999999999",
        "99999999999999999999999999999999999999999999999999999999999", "1 000 00", "١٢", "1,000,", "+5", "1.0000001"})
    void takes_nothing_else_for_tokens(String text) {
        assertThat(BudgetAmount.read(Metric.TOKENS, text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2,50", "0.0000001", "1000000001", "-2", "2.50 tokens", "€5", "$"})
    void nor_for_money(String text) {
        assertThat(BudgetAmount.read(Metric.USD, text)).isNull();
    }

    @Test
    void never_throws() {
        var random = new SplittableRandom(7);
        var letters = "0123456789.,'_ $KMBUSDTOKENSe-+\u00a0\ud83d";
        for (int i = 0; i < 50_000; i++) {
            var text = new StringBuilder();
            for (int n = random.nextInt(45); n > 0; n--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            for (var metric : Metric.values()) {
                var read = BudgetAmount.read(metric, text.toString());
                assertThat(read == null || read >= 0).isTrue();
            }
        }
    }
}
