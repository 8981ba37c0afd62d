package app.pitot.ui.compare;

import app.pitot.base.Provenance;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.provider.Refill;
import app.pitot.quota.Budget;
import app.pitot.quota.BudgetState;
import app.pitot.quota.Curve;
import app.pitot.quota.DayUse;
import app.pitot.quota.Forecast;
import app.pitot.quota.QuotaSnapshot;
import app.pitot.quota.WindowState;
import app.pitot.quota.WindowState.Level;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Budgets and days in some state. */
final class Budgets {
    private static final Instant TOMORROW = Instant.EPOCH.plusSeconds(86_400);

    private Budgets() {}

    /** 50,000 tokens a day, of which 900 are left. */
    static BudgetState nearlyUsed() {
        return new BudgetState(
                new Budget("b", null, Metric.TOKENS, 50_000, Period.DAY, ZoneOffset.UTC, true, false), 49_100, 0,
                Level.RED, Instant.EPOCH, TOMORROW, Forecast.idle(TOMORROW, 0), Provenance.MEASURED, 0);
    }

    /** A provider's million tokens a day, of which so many are left. */
    static QuotaSnapshot day(long left) {
        return new QuotaSnapshot(List.of(),
                new DayUse(Metric.TOKENS, 1_000_000L, 1_000_000 - left, left, 3, 0, Instant.EPOCH,
                        Forecast.idle(TOMORROW, 0), new Curve(new int[]{0}, new long[]{0}), Provenance.REPORTED,
                        false));
    }

    /** The same as a window. */
    static WindowState dayWindow(long left) {
        return new WindowState(Metric.TOKENS, Period.DAY, Refill.FIXED, 1_000_000L, left, 1_000_000 - left, 0, null,
                WindowState.Next.NOTHING, Provenance.REPORTED, Provenance.REPORTED, 0L, Level.RED, false, null);
    }
}
