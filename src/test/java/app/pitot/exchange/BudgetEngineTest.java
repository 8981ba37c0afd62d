package app.pitot.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ErrorKind;
import app.pitot.api.Outcome;
import app.pitot.base.Clocks;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.quota.Budget;
import app.pitot.quota.PreFlight.Verdict;
import app.pitot.store.SqliteLedger;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Budgets over the whole pipeline, against the simulator. */
class BudgetEngineTest {
    @TempDir
    Path temp;

    private final List<Budget> set = new ArrayList<>();
    private Bench bench;
    private SqliteLedger ledger;
    private ExchangeEngine engine;

    @BeforeEach
    void open() throws Exception {
        bench = Bench.real(config -> config);
        ledger = new SqliteLedger(temp, Clocks.system(), problem -> {
            throw new AssertionError(problem.message());
        });
        engine = new ExchangeEngine(Clocks.system(), bench.client, ledger,
                new Budgets(Clocks.system(), ledger, () -> List.copyOf(set)));
    }

    @AfterEach
    void close() {
        bench.close();
        ledger.close();
    }

    private void allow(Metric metric, long amount, boolean hardStop) {
        set.add(new Budget("b", bench.account.id(), metric, amount, Period.DAY, ZoneOffset.UTC, hardStop, false));
    }

    private ExchangeResult send(Sending how) throws Exception {
        return Bench.await(engine.start(bench.spec("hello", 100), java.util.UUID.randomUUID().toString(), TextTap.NONE,
                how));
    }

    @Test
    void a_hard_stop_sends_nothing_and_charges_nothing() throws Exception {
        allow(Metric.REQUESTS, 1, true);
        assertThat(send(Sending.NOW).outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(engine.preFlight(bench.spec("hello", 100)).verdict()).isEqualTo(Verdict.OVER_BUDGET);
        var windows = engine.quota(bench.account, Bench.MODEL).windows();
        for (var how : List.of(Sending.NOW, Sending.WHEN_FITS)) {
            var refused = send(how);
            assertThat(refused.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(refused.error().kind()).isEqualTo(ErrorKind.OVER_BUDGET);
            assertThat(refused.error().message())
                    .startsWith("It would go over your budget of 1 request per day, of which 1 request is used.");
            assertThat(refused.reservation()).isNull();
        }
        assertThat(engine.budgets(bench.account).getFirst().used()).isEqualTo(1);
        assertThat(engine.quota(bench.account, Bench.MODEL).windows()).extracting(w -> w.reserved()).containsOnly(0L);
        assertThat(windows).isNotEmpty();
        assertThat(send(Sending.OVER_BUDGET).outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(engine.budgets(bench.account).getFirst().used()).isEqualTo(2);
        assertThat(send(Sending.NOW).error().kind()).as("only that once").isEqualTo(ErrorKind.OVER_BUDGET);
    }

    @Test
    void a_budget_of_zero_can_be_overruled_too() throws Exception {
        allow(Metric.TOKENS, 0, true);
        assertThat(send(Sending.NOW).error().kind()).isEqualTo(ErrorKind.OVER_BUDGET);
        assertThat(send(Sending.OVER_BUDGET).outcome()).isEqualTo(Outcome.COMPLETE);
    }

    @Test
    void one_that_only_warns_stops_nothing_and_a_smaller_cap_is_offered_where_it_helps() throws Exception {
        allow(Metric.TOKENS, 90, false);
        assertThat(send(Sending.NOW).outcome()).isEqualTo(Outcome.COMPLETE);
        var check = engine.preFlight(bench.spec("hello", 5_000));
        assertThat(check.verdict()).isNotEqualTo(Verdict.OVER_BUDGET);
        assertThat(check.budget().budget().id()).isEqualTo("b");
        set.clear();
        allow(Metric.TOKENS, 3_000, true);
        check = engine.preFlight(bench.spec("hello", 5_000));
        assertThat(check.verdict()).isEqualTo(Verdict.OVER_BUDGET);
        assertThat(check.fittingMaxTokens())
                .isEqualTo(check.budget().remaining() - check.inputTokens()).isBetween(2_000L, 3_000L);
        assertThat(engine.quota(bench.account, Bench.MODEL).day().own()).isTrue();
    }
}
