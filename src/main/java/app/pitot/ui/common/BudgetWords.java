package app.pitot.ui.common;

import app.pitot.base.Provenance;
import app.pitot.base.Texts;
import app.pitot.provider.Metric;
import app.pitot.quota.BudgetLabels;
import app.pitot.quota.BudgetState;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;

/** Says how the user's own budgets stand. Times are by the user's clock. */
public final class BudgetWords {
    private static final String BETWEEN = " · ";

    private BudgetWords() {}

    /** "39,100 of 50,000 tokens used, 78 %"; of a budget of nothing just what is used. */
    public static String used(BudgetState state) {
        var metric = state.budget().metric();
        var amount = BudgetLabels.amount(metric, state.budget().amount());
        var used = BudgetLabels.figure(metric, state.used());
        var about = state.source() == Provenance.ESTIMATED && state.used() > 0 ? "≈ " : "";
        return state.budget().amount() == 0
                ? Texts.get("budget.used.nothing", about + BudgetLabels.amount(metric, state.used()))
                : Texts.get("budget.used", about + used, amount, percent(state));
    }

    /** Rounded down, so that 100 means that nothing is left. */
    public static String percent(BudgetState state) {
        return Format.count(Math.floor(100.0 * state.used() / Math.max(1, state.budget().amount())));
    }

    /** "1,200 in flight · resets 01:00 · runs out 14:12 at this pace". */
    public static String details(BudgetState state, Instant now, ZoneId zone) {
        var parts = new ArrayList<String>();
        if (state.reserved() > 0) {
            parts.add(Texts.get("budget.reserved", BudgetLabels.figure(state.budget().metric(), state.reserved())));
        }
        parts.add(Texts.get("budget.resets", when(state.resetsAt(), now, zone)));
        var out = state.forecast().runsOutAt();
        if (state.remaining() > 0 && out != null) {
            parts.add(Texts.get("budget.runsOut", when(out, now, zone)));
        } else if (state.remaining() > 0 && state.forecast().pacePerMinute() > 0) {
            parts.add(Texts.get("budget.lasts"));
        }
        return String.join(BETWEEN, parts);
    }

    /** What the figure leaves out or guesses; empty if nothing. */
    public static String doubts(BudgetState state) {
        if (state.unpriced() > 0) {
            return Texts.get("budget.unpriced", state.unpriced(), Format.count(state.unpriced()));
        }
        boolean guessed = state.source() == Provenance.ESTIMATED && state.used() > 0;
        return !guessed ? "" : Texts.get(state.budget().metric() == Metric.USD ? "budget.priced" : "budget.guessed");
    }

    /** "14:12", or with the day if that is another: "1 Dec 00:00". */
    public static String when(Instant at, Instant now, ZoneId zone) {
        var time = Format.time(at, zone);
        return at.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate())
                ? time
                : Format.day(at, zone) + " " + time;
    }
}
