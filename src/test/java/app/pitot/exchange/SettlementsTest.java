package app.pitot.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ApiError;
import app.pitot.api.ErrorKind;
import app.pitot.api.Outcome;
import app.pitot.api.StreamEnd;
import app.pitot.api.Usage;
import app.pitot.provider.ModelInfo;
import app.pitot.quota.Settlement;
import app.pitot.quota.Settlement.Kind;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class SettlementsTest {
    private static StreamEnd end(Outcome outcome, Usage usage) {
        return new StreamEnd(outcome, null, usage, null, null, 0, 0, true);
    }

    private static Settlement sent(Outcome outcome, Usage usage) {
        return Settlements.of(end(outcome, usage), true);
    }

    @Test
    void usageDecidesWhateverTheOutcome() {
        var usage = new Usage(10, 20, 30, 4, null);
        for (var outcome : Outcome.values()) {
            assertThat(sent(outcome, usage)).isEqualTo(Settlement.used(10, 20, 4));
        }
    }

    @Test
    void aMissingSideIsWorkedOutFromTheTotal() {
        assertThat(sent(Outcome.COMPLETE, new Usage(null, 20, 30, null, null)))
                .isEqualTo(Settlement.used(10, 20, 0));
        assertThat(sent(Outcome.COMPLETE, new Usage(10, null, 30, null, null)))
                .isEqualTo(Settlement.used(10, 20, 0));
        assertThat(sent(Outcome.COMPLETE, new Usage(10, null, null, null, null)).kind()).isEqualTo(Kind.UNKNOWN);
    }

    @Test
    void withoutUsageItDependsOnHowFarItCame() {
        assertThat(sent(Outcome.REFUSED, null).kind()).isEqualTo(Kind.DECLINED);
        assertThat(sent(Outcome.COMPLETE, null).kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(sent(Outcome.STOPPED, null).kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(sent(Outcome.TRUNCATED, null).kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(sent(Outcome.FAILED, null).kind()).isEqualTo(Kind.UNKNOWN);
        for (var outcome : Outcome.values()) {
            assertThat(Settlements.of(end(outcome, null), false).kind()).isEqualTo(Kind.NOT_SENT);
        }
    }

    @Test
    void aServerThatBreaksAfterItsSuccessHasCountedTheRequest() {
        assertThat(refused(ErrorKind.SERVER_ERROR, 200)).isEqualTo(Kind.UNKNOWN);
        assertThat(refused(ErrorKind.UNAVAILABLE, 200)).isEqualTo(Kind.UNKNOWN);
        assertThat(refused(ErrorKind.SERVER_ERROR, 500)).isEqualTo(Kind.DECLINED);
        assertThat(refused(ErrorKind.RATE_LIMIT, 200)).isEqualTo(Kind.REFUSED);
        assertThat(refused(ErrorKind.SERVER_ERROR, null)).isEqualTo(Kind.DECLINED);
        for (var kind : new ErrorKind[]{ErrorKind.QUEUE, ErrorKind.PAYMENT_REQUIRED, ErrorKind.BUDGET_IN_FLIGHT}) {
            assertThat(refused(kind, 429)).as("no matter of quota").isEqualTo(Kind.DECLINED);
        }
    }

    private static Kind refused(ErrorKind kind, Integer status) {
        var error = new ApiError(kind, status, null, "x", null, null);
        return Settlements.of(new StreamEnd(Outcome.REFUSED, null, null, null, error, 0, 0, true), true).kind();
    }

    @Test
    void costIsExactOrUnknown() {
        var priced = new ModelInfo("m", "m", null, null, new BigDecimal("0.35"), new BigDecimal("0.75"), null, null,
                null, null);
        assertThat(Cost.listed(new Usage(1_000, 2_001, 3_001, null, null), priced)).isEqualByComparingTo("0.00185075");
        assertThat(Cost.listed(new Usage(1_000, null, null, null, null), priced)).isNull();
        assertThat(Cost.listed(null, priced)).isNull();
        assertThat(Cost.listed(new Usage(1, 2, 3, null, null), ModelInfo.ofId("m"))).isNull();
    }
}
