package app.pitot.usage;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.KeyStatus;
import app.pitot.usage.Reconciliation.Verdict;
import app.pitot.usage.report.ReconciliationWords;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
    private static final Instant AT = Instant.parse("2026-11-26T00:30:00Z");

    private static KeyStatus says(String daily) {
        return new KeyStatus("k", KeyStatus.Cap.UNKNOWN, KeyStatus.Cap.UNKNOWN, null, null,
                daily == null ? null : new BigDecimal(daily), null, null, null, null, null, null);
    }

    private static Totals counted(long micros, long priced) {
        return new Totals(10, 10, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, micros, micros, priced, Map.of(), null, null);
    }

    private static Reconciliation of(String daily, long micros) {
        return Reconciliation.of("a", says(daily), AT, counted(micros, 10));
    }

    @Test
    void theDayIsThatOfUtcUntilTheProviderSpoke() {
        var query = Reconciliation.query("a", AT);
        assertThat(query.from()).isEqualTo("2026-11-26T00:00:00Z");
        assertThat(query.until()).isEqualTo(AT);
        assertThat(query.accounts()).containsExactly("a");
        assertThat(of("0.1", 0).day()).isEqualTo(LocalDate.of(2026, 11, 26));
    }

    @Test
    void whereTheProviderDoesNotSayThereIsNothing() {
        assertThat(of(null, 400_000)).isNull();
        assertThat(of("1e300", 400_000)).as("no figure at all").isNull();
    }

    @Test
    void differencesAreExact() {
        var more = of("0.42", 400_000);
        assertThat(more.differenceMicros()).isEqualTo(20_000);
        assertThat(more.verdict()).isEqualTo(Verdict.MORE_REPORTED);
        assertThat(of("0.40", 420_000).verdict()).isEqualTo(Verdict.MORE_COUNTED);
        assertThat(of("0.404", 400_000).verdict()).isEqualTo(Verdict.SAME);
        assertThat(of("0.0000494", 0).verdict()).as("less than is shown").isEqualTo(Verdict.SAME);
        assertThat(of("0", 0).share()).isZero();
        assertThat(of("0.0000006", 0).reportedMicros()).isEqualTo(1);
    }

    @Test
    void sentencesNameBothAndTheAge() {
        assertThat(ReconciliationWords.sentence(of("0.42", 400_000), "OpenRouter", AT.plusSeconds(60))).isEqualTo(
                "OpenRouter says $0.42 today (UTC), Pitot counts $0.40: 5 % are not from here, or priced differently.");
        assertThat(ReconciliationWords.sentence(of("0.42", 400_000), "OpenRouter", AT.plusSeconds(86_400)))
                .contains("on 26 Nov (UTC)");
        assertThat(ReconciliationWords.provenance(of("0.42", 400_000), AT.plusSeconds(7_200))).contains("00:30 UTC",
                "2 hours ago");
        var unpriced = Reconciliation.of("a", says("0.42"), AT, counted(0, 0));
        assertThat(ReconciliationWords.sentence(unpriced, "OpenRouter", AT)).contains("knows the cost of none");
    }
}
