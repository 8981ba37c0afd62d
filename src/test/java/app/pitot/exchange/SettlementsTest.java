package app.pitot.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ApiError;
import app.pitot.api.ErrorKind;
import app.pitot.api.Outcome;
import app.pitot.api.StreamEnd;
import app.pitot.api.Usage;
import app.pitot.provider.Catalogue;
import app.pitot.provider.ModelExtras;
import app.pitot.provider.ModelInfo;
import app.pitot.quota.Settlement;
import app.pitot.quota.Settlement.Kind;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void pricesOfAnUnknownUnitMakeNoCost() {
        var unsure = new ModelExtras(null, null, null, null, true, null, List.of(), false);
        var model = new ModelInfo("m", "m", null, null, BigDecimal.ONE, BigDecimal.TWO, null, null, null, null, unsure);
        assertThat(Cost.listed(new Usage(1_000, 1_000, 2_000, null, null), model)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0, 0.00075", "600, 0.000705", "1000, 0.000675", "5000, 0.000675", "-1, 0.00075", ", 0.00075"})
    void promptTokensFromTheCacheCostWhatTheListSaysOfThem(Integer cached, String cost) {
        var groq = Catalogue.shipped().model("groq", "openai/gpt-oss-120b").orElseThrow();
        assertThat(Cost.listed(new Usage(1_000, 1_000, 2_000, cached, null), groq)).isEqualByComparingTo(cost);
        var cerebras = Catalogue.shipped().model("cerebras", "gpt-oss-120b").orElseThrow();
        assertThat(Cost.listed(new Usage(1_000, 1_000, 2_000, cached, null), cerebras)).isEqualByComparingTo("0.0011");
    }
}
