package app.pitot.ui.offer;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.exchange.Accounts;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import org.junit.jupiter.api.Test;

class OfferWordsTest {
    private static final String MODEL = "gpt-oss-120b";

    /** The plan gives this model 64,000 tokens a minute, but the simulator has one bucket of 60,000 for all. */
    @Test
    void theLimitsOfAModelAreThoseThatItsGaugesShow() {
        var plan = Catalogue.shipped().plan("cerebras-free-2026-04").orElseThrow();
        var simulated = Accounts.simulator("http://127.0.0.1:9/v1", plan);
        assertThat(OfferWords.limits(simulated, MODEL)).isEqualTo("30 RPM, 60K TPM");

        var real = new Account("a", Catalogue.shipped().provider("cerebras"), "https://api.cerebras.ai/v1", plan,
                simulated.key(), "");
        assertThat(OfferWords.limits(real, MODEL)).isEqualTo("30 RPM, 64K TPM");
    }
}
