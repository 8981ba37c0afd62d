package app.pitot.exchange;

import static app.pitot.exchange.BudgetRig.MINE;
import static app.pitot.exchange.BudgetRig.OTHER;
import static app.pitot.exchange.BudgetRig.SIMULATED;
import static app.pitot.exchange.BudgetRig.budget;
import static app.pitot.exchange.BudgetRig.tokens;
import static app.pitot.exchange.BudgetRig.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.Outcome;
import app.pitot.base.Provenance;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.quota.Budget;
import app.pitot.quota.BudgetState;
import app.pitot.quota.Need;
import app.pitot.quota.WindowState.Level;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetsTest {
    private static final String NOON = "2026-11-26T12:00:00Z";

    @TempDir
    Path temp;

    private BudgetRig rig(String now, Budget... budgets) {
        return new BudgetRig(temp, now, budgets);
    }

    @Test
    void what_was_spent_is_there_live_and_after_a_restart() {
        var budget = tokens(1_000);
        try (var rig = rig(NOON, budget)) {
            assertThat(rig.only().used()).isZero();
            rig.spend(MINE, 300, null);
            rig.spend(OTHER, 200, null);
            rig.refused(MINE);
            assertThat(rig.only().used()).isEqualTo(500);
            assertThat(rig.reread().used()).isEqualTo(500);
        }
        try (var again = rig(NOON, budget)) {
            assertThat(again.only().used()).isEqualTo(500);
            assertThat(again.only().source()).isEqualTo(Provenance.MEASURED);
        }
    }

    @Test
    void each_counts_what_it_is_for() {
        try (var rig = rig(NOON, tokens(1_000), budget(Metric.REQUESTS, 10, Period.DAY, ZoneOffset.UTC, null),
                budget(Metric.USD, 1_000_000, Period.MONTH, ZoneOffset.UTC, null),
                budget(Metric.TOKENS, 1_000, Period.DAY, ZoneOffset.UTC, MINE))) {
            rig.all();
            rig.spend(MINE, 100, 250_000);
            rig.spend(OTHER, 50, null);
            rig.refused(OTHER);
            assertThat(rig.all()).extracting(BudgetState::used).containsExactly(150L, 2L, 250_000L, 100L);
            assertThat(rig.all()).extracting(BudgetState::unpriced).containsExactly(0L, 0L, 1L, 0L);
            assertThat(rig.all().get(2).source()).isEqualTo(Provenance.ESTIMATED);
            rig.reread();
            assertThat(rig.all()).extracting(BudgetState::used).containsExactly(150L, 2L, 250_000L, 100L);
            assertThat(rig.all()).extracting(BudgetState::unpriced).containsExactly(0L, 0L, 1L, 0L);
        }
    }

    @Test
    void a_simulator_counts_only_where_it_is_named() {
        try (var rig = rig(NOON, tokens(1_000), budget(Metric.TOKENS, 1_000, Period.DAY, ZoneOffset.UTC, SIMULATED))) {
            rig.all();
            rig.spend(SIMULATED, 400, null);
            assertThat(rig.all()).extracting(BudgetState::used).containsExactly(0L, 400L);
            rig.reread();
            assertThat(rig.all()).extracting(BudgetState::used).containsExactly(0L, 400L);
            assertThat(rig.budgets.of(SIMULATED)).hasSize(1);
            assertThat(rig.budgets.of(MINE)).hasSize(1);
        }
    }

    @Test
    void a_second_run_counts_too_once_it_is_looked_at() {
        var budget = tokens(10_000);
        try (var one = rig(NOON, budget); var two = rig(NOON, budget)) {
            one.only();
            two.only();
            one.spend(MINE, 300, null);
            two.spend(MINE, 500, null);
            assertThat(one.only().used()).isEqualTo(300);
            assertThat(two.reread().used()).isEqualTo(800);
            assertThat(one.reread().used()).isEqualTo(800);
            two.begin(MINE, 1_000);
            assertThat(one.reread().used()).as("what runs elsewhere").isEqualTo(1_800);
            assertThat(one.only().source()).isEqualTo(Provenance.ESTIMATED);
            assertThat(two.reread().used()).as("its own is in flight").isEqualTo(800);
            assertThat(two.only().reserved()).isEqualTo(1_000);
        }
        try (var later = rig(NOON, budget)) {
            assertThat(later.only().used()).as("nobody will ever say").isEqualTo(1_800);
        }
    }

    @Test
    void reading_anew_at_any_moment_neither_loses_nor_doubles() throws Exception {
        var budget = budget(Metric.REQUESTS, 10_000, Period.DAY, ZoneOffset.UTC, null);
        try (var rig = rig(NOON, budget); var threads = Executors.newFixedThreadPool(4)) {
            rig.only();
            var work = IntStream.range(0, 4).<Callable<Void>>mapToObj(t -> () -> {
                var random = new SplittableRandom(t);
                for (int i = 0; i < 100; i++) {
                    if (random.nextInt(5) == 0) {
                        rig.budgets.refresh();
                    }
                    rig.spend(random.nextBoolean() ? MINE : OTHER, 10, null);
                }
                return null;
            }).toList();
            for (var each : threads.invokeAll(work)) {
                each.get();
            }
            assertThat(rig.only().used()).isEqualTo(400);
            assertThat(rig.reread().used()).isEqualTo(400);
            assertThat(rig.only().reserved()).isZero();
        }
    }

    @Test
    void a_new_day_begins_in_the_zone_of_the_budget() {
        var berlin = budget(Metric.TOKENS, 1_000, Period.DAY, ZoneId.of("Europe/Berlin"), null);
        try (var rig = rig("2026-11-26T22:59:00Z", berlin, tokens(1_000))) {
            rig.all();
            rig.spend(MINE, 400, null);
            rig.now = rig.now.plusSeconds(120);
            assertThat(rig.all()).extracting(BudgetState::used).containsExactly(0L, 400L);
            rig.spend(MINE, 100, null);
            assertThat(rig.all()).extracting(BudgetState::used).containsExactly(100L, 500L);
            rig.now = rig.now.minusSeconds(120);
            assertThat(rig.all()).as("the clock was set back").extracting(BudgetState::used).containsExactly(400L,
                    500L);
            rig.reread();
            assertThat(rig.all()).extracting(BudgetState::used).containsExactly(400L, 500L);
        }
    }

    @Test
    void a_request_counts_in_the_day_in_which_it_left() {
        try (var rig = rig("2026-11-26T23:59:59Z", tokens(1_000))) {
            rig.only();
            var id = rig.begin(MINE, 100);
            assertThat(rig.only().reserved()).isEqualTo(100);
            var left = rig.now;
            rig.now = left.plusSeconds(5);
            assertThat(rig.only().reserved()).isZero();
            rig.now = left;
            rig.end(id, MINE, Outcome.COMPLETE, new app.pitot.api.Usage(10, 20, 30, null, null), null, null);
            rig.now = left.plusSeconds(5);
            assertThat(rig.only().used()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"Asia/Kolkata, 2026-10-31T18:29:00Z, 2026-10-31T18:31:00Z, 2026-11-30T18:29:00Z",
        "UTC, 2026-12-31T23:59:00Z, 2027-01-01T00:01:00Z, 2027-01-31T23:59:00Z",
        "America/St_Johns, 2026-03-01T03:29:00Z, 2026-03-01T03:31:00Z, 2026-03-31T12:00:00Z"})
    void a_month_begins_and_ends_to_the_minute(String zone, String before, String first, String last) {
        var month = budget(Metric.TOKENS, 1_000, Period.MONTH, ZoneId.of(zone), null);
        try (var rig = rig(before)) {
            rig.spend(MINE, 1, null);
            rig.now = java.time.Instant.parse(first);
            rig.spend(MINE, 20, null);
            rig.now = java.time.Instant.parse(last);
            rig.spend(MINE, 300, null);
        }
        try (var rig = rig(last, month)) {
            assertThat(rig.only().used()).isEqualTo(320);
        }
    }

    @Test
    void a_hard_stop_lets_through_what_fits_and_holds_it_for_who_comes_next() throws Exception {
        var budget = tokens(1_000);
        try (var rig = rig(NOON, budget)) {
            assertThat(rig.budgets.enter("a", MINE, new Need(600, null), false)).isNull();
            assertThat(rig.budgets.enter("b", MINE, new Need(401, null), false)).isNotNull();
            assertThat(rig.budgets.enter("c", MINE, new Need(400, null), false)).isNull();
            assertThat(rig.budgets.enter("d", MINE, new Need(1, null), false).remaining()).isZero();
            assertThat(rig.budgets.enter("e", MINE, new Need(5_000, null), true)).as("the user said yes").isNull();
            assertThat(rig.budgets.enter("f", SIMULATED, new Need(5_000, null), false)).isNull();
            assertThat(rig.only().reserved()).isEqualTo(6_000);
            for (var id : List.of("a", "c", "e")) {
                rig.budgets.leave(id);
            }
            assertThat(rig.only().reserved()).isZero();
            rig.set.set(0,
                    new Budget(budget.id(), null, Metric.TOKENS, 1_000, Period.DAY, ZoneOffset.UTC, false, false));
            assertThat(rig.budgets.enter("g", MINE, new Need(5_000, null), false)).as("only a warning").isNull();
        }
    }

    @Test
    void a_hard_stop_knows_what_was_spent_before_the_start() throws Exception {
        try (var rig = rig(NOON)) {
            rig.spend(MINE, 950, null);
        }
        try (var rig = rig(NOON, tokens(1_000))) {
            assertThat(rig.budgets.enter("a", MINE, new Need(51, null), false)).isNotNull();
        }
    }

    @Test
    void a_budget_of_nothing_lets_nothing_through_but_what_costs_nothing() throws Exception {
        try (var rig = rig(NOON, budget(Metric.REQUESTS, 0, Period.DAY, ZoneOffset.UTC, MINE),
                budget(Metric.USD, 0, Period.DAY, ZoneOffset.UTC, OTHER))) {
            assertThat(rig.budgets.enter("a", MINE, new Need(1, 0L), false)).isNotNull();
            assertThat(rig.budgets.enter("b", OTHER, new Need(1, 1L), false)).isNotNull();
            assertThat(rig.budgets.enter("c", OTHER, new Need(1, null), false)).as("who knows").isNotNull();
            assertThat(rig.budgets.enter("d", OTHER, new Need(1, 0L), false)).as("a free model").isNull();
            assertThat(rig.all()).extracting(BudgetState::level).containsOnly(Level.EXHAUSTED);
        }
    }

    @Test
    void money_whose_price_is_unknown_stops_only_once_nothing_is_left() throws Exception {
        try (var rig = rig(NOON, budget(Metric.USD, 1_000, Period.DAY, ZoneOffset.UTC, null))) {
            assertThat(rig.budgets.enter("a", MINE, new Need(1_000_000, null), false)).isNull();
            rig.spend(MINE, 10, 1_000);
            assertThat(rig.budgets.enter("b", MINE, new Need(1, null), false)).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1000, 0", "749, 1000, 0", "750, 1000, 75", "899, 1000, 75", "900, 1000, 90", "999, 1000, 90",
        "1000, 1000, 100", "5000, 1000, 100", "0, 0, 0", "1, 0, 100", "0, 1, 0", "1, 1, 100", "1, 2, 0", "3, 4, 75",
        "999999999999999, 1000000000000000, 90", "9223372036854775807, 1000000000000000, 100"})
    void thresholds_are_exact(long used, long amount, int percent) {
        assertThat(Budgets.percent(used, amount)).isEqualTo(percent);
    }

    @Test
    void the_end_of_a_request_counts_once_however_often_it_is_told() {
        try (var rig = rig(NOON, tokens(1_000))) {
            rig.only();
            var result = rig.spend(MINE, 300, null);
            rig.ledger.end(result);
            assertThat(rig.reread().used()).isEqualTo(300);
            rig.ledger.end(result);
            rig.disk.since("none", null, rig.now);
            assertThat(rig.only().used()).isEqualTo(300);
        }
    }

    @Test
    void no_budget_no_work() throws Exception {
        try (var rig = rig(NOON)) {
            assertThat(rig.budgets.of(MINE)).isEmpty();
            assertThat(rig.budgets.enter("a", MINE, new Need(Long.MAX_VALUE, Long.MAX_VALUE), false)).isNull();
            until(() -> rig.budgets.all().isEmpty());
        }
    }
}
