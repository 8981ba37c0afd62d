package app.pitot.exchange;

import static app.pitot.exchange.BudgetRig.MINE;
import static app.pitot.exchange.BudgetRig.tokens;
import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.quota.Budget;
import app.pitot.quota.BudgetTold;
import app.pitot.store.SettingsStore;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BudgetWarningsTest {
    private static final String NOON = "2026-11-26T12:00:00Z";

    @TempDir
    Path temp;

    private final List<Integer> said = new CopyOnWriteArrayList<>();

    private BudgetRig run(Budget... budgets) {
        var rig = new BudgetRig(temp, NOON, budgets);
        rig.all();
        var settings = new SettingsStore(temp, rig.clocks, problem -> {
            throw new AssertionError(problem.message());
        });
        settings.update(s -> s.withBudgets(rig.set));
        new BudgetWarnings(rig.budgets, told -> settings
                .update(s -> s.withBudgetsTold(BudgetTold.claim(s.budgetsTold(), told))).budgetsTold().contains(told),
                Runnable::run, warning -> said.add(warning.percent()));
        return rig;
    }

    @Test
    void each_threshold_speaks_once() {
        try (var rig = run(tokens(1_000))) {
            for (int i = 0; i < 14; i++) {
                rig.spend(MINE, 100, null);
            }
            rig.reread();
            assertThat(said).containsExactly(75, 90, 100);
        }
    }

    @Test
    void the_higher_of_two_that_are_passed_at_once() {
        try (var rig = run(tokens(1_000))) {
            rig.spend(MINE, 950, null);
            assertThat(said).containsExactly(90);
        }
    }

    @Test
    void a_restart_and_a_second_run_say_nothing_twice() {
        var budget = tokens(1_000);
        try (var one = run(budget); var two = run(budget)) {
            one.spend(MINE, 800, null);
            two.reread();
            assertThat(said).containsExactly(75);
            two.spend(MINE, 150, null);
            one.reread();
            assertThat(said).containsExactly(75, 90);
        }
        try (var again = run(budget)) {
            assertThat(said).containsExactly(75, 90);
            again.now = again.now.plusSeconds(86_400);
            again.spend(MINE, 800, null);
            again.reread();
            assertThat(said).as("the next day").containsExactly(75, 90, 75);
            again.now = again.now.minusSeconds(86_400);
            again.reread();
            assertThat(said).as("the clock set back").hasSize(3);
        }
    }

    @Test
    void without_a_budget_nothing_is_ever_said_and_of_nothing_only_once_it_is_spent() {
        try (var rig = run()) {
            rig.spend(MINE, 1_000_000, null);
            assertThat(said).isEmpty();
        }
        try (var rig = run(new Budget("z", MINE.id(), app.pitot.provider.Metric.REQUESTS, 0,
                app.pitot.provider.Period.MONTH, ZoneOffset.UTC, true, false))) {
            assertThat(said).as("one was spent before").containsExactly(100);
            assertThat(rig.only().used()).isEqualTo(1);
        }
    }
}
