package app.pitot.ui.budgets;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Clocks;
import app.pitot.base.Provenance;
import app.pitot.exchange.BudgetWarnings.Warning;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.quota.Budget;
import app.pitot.quota.BudgetState;
import app.pitot.quota.Forecast;
import app.pitot.quota.WindowState.Level;
import app.pitot.ui.common.ManualDelays;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class BannersModelTest {
    private static final Instant MIDNIGHT = Instant.parse("2026-11-27T00:00:00Z");

    private Instant now = Instant.parse("2026-11-26T12:00:00Z");
    private final ManualDelays delays = new ManualDelays();
    private final BannersModel model = new BannersModel(new Clocks(() -> 0, () -> now), ZoneOffset.UTC, delays,
            id -> "Cerebras");

    private static Warning warning(String id, int percent, long used, boolean stop, String account, String out) {
        var budget = new Budget(id, account, Metric.TOKENS, 50_000, Period.DAY, ZoneOffset.UTC, stop, false);
        return new Warning(new BudgetState(budget, used, 0, Level.AMBER, MIDNIGHT.minusSeconds(86_400), MIDNIGHT,
                new Forecast(100, 100, out == null ? null : Instant.parse(out), MIDNIGHT, 0), Provenance.MEASURED, 0),
                percent);
    }

    @Test
    void says_what_how_much_when_it_resets_and_where_it_leads() {
        model.warn(warning("b", 75, 39_100, true, null, "2026-11-26T14:12:00Z"));
        var shown = model.shown().get();
        assertThat(shown.title()).isEqualTo("78 % of your budget of 50,000 tokens per day used");
        assertThat(shown.detail()).isEqualTo("39,100 of 50,000 tokens used, 78 % · resets 27 Nov 00:00"
                + " · runs out 14:12 at this pace. At its end nothing more is sent unless you say so each time.");
        assertThat(shown.urgent()).isFalse();
    }

    @Test
    void a_higher_threshold_takes_its_place_and_another_budget_comes_before() {
        model.warn(warning("b", 75, 39_100, false, null, null));
        model.warn(warning("c", 90, 46_000, false, "a", null));
        model.warn(warning("b", 100, 50_000, false, null, null));
        assertThat(model.shown().get().title()).isEqualTo("Your budget of 50,000 tokens per day is used up");
        assertThat(model.shown().get().urgent()).isTrue();
        model.dismiss();
        assertThat(model.shown().get().title())
                .isEqualTo("92 % of your budget of 50,000 tokens per day for Cerebras used");
        model.dismiss();
        assertThat(model.shown().get()).isNull();
        model.dismiss();
    }

    @Test
    void its_figures_are_those_of_now() {
        model.warn(warning("b", 75, 39_100, true, null, null));
        model.warn(warning("c", 100, 50_000, true, null, null));
        model.update(List.of(warning("b", 75, 41_000, true, null, null).state(),
                warning("c", 100, 50_700, true, null, null).state()));
        assertThat(model.shown().get().title()).isEqualTo("Your budget of 50,000 tokens per day is used up");
        assertThat(model.shown().get().detail()).startsWith("50,700 of 50,000 tokens used, 101 %");
        model.dismiss();
        assertThat(model.shown().get().title()).isEqualTo("82 % of your budget of 50,000 tokens per day used");
        model.update(List.of());
        assertThat(model.shown().get().title()).as("nothing newer is known").startsWith("82 %");
    }

    @Test
    void it_goes_by_itself_with_its_day_or_its_budget() {
        model.warn(warning("b", 75, 39_100, false, null, null));
        model.warn(warning("c", 75, 39_100, false, null, null));
        model.keep(List.of("b"));
        assertThat(model.shown().get().budgetId()).isEqualTo("b");
        now = MIDNIGHT;
        model.keep(List.of("b"));
        assertThat(model.shown().get()).isNull();
    }
}
