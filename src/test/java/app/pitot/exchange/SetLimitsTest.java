package app.pitot.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Provenance;
import app.pitot.provider.Account;
import app.pitot.provider.LimitEdit;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Limits that the user sets while the app runs. */
class SetLimitsTest {
    @Test
    void aLimitThatTheUserSetsIsGaugedAtOnceAndMarkedSo() throws Exception {
        try (var bench = Bench.real(config -> config)) {
            Bench.await(bench.engine.start(bench.spec("Hello", 20)));
            var planned = bench.account;
            var plan = planned.plan().edited(List.of(new LimitEdit(Metric.REQUESTS, Period.MINUTE, 3L)));
            var set = new Account(planned.id(), planned.provider(), planned.baseUrl(), plan, planned.key(), "");

            var window = bench.engine.quota(set, Bench.MODEL).windows().stream()
                    .filter(each -> each.metric() == Metric.REQUESTS && each.period() == Period.MINUTE).findFirst()
                    .orElseThrow();
            assertThat(window.limit()).isEqualTo(3);
            assertThat(window.limitSource()).isEqualTo(Provenance.SET);
        }
    }
}
