package app.pitot.ui.instruments;

import app.pitot.quota.QuotaSnapshot;
import app.pitot.quota.WindowState;
import app.pitot.quota.WindowState.Next;

/** Carries the clock-bound words of a snapshot forward when there is no newer one; figures stay as they were stated. */
final class Aging {
    private Aging() {}

    static QuotaSnapshot by(QuotaSnapshot quota, long ms) {
        if (ms <= 0) {
            return quota;
        }
        return new QuotaSnapshot(quota.windows().stream().map(w -> by(w, ms)).toList(), quota.day(),
                quota.corrections());
    }

    private static WindowState by(WindowState w, long ms) {
        var left = w.nextMs() == null ? null : w.nextMs() - ms;
        var over = left == null || left <= 0;
        return new WindowState(w.metric(), w.period(), w.refill(), w.limit(), w.remaining(), w.used(), w.reserved(),
                over ? null : left, over ? Next.NOTHING : w.next(), w.limitSource(), w.source(),
                w.ageMs() == null ? null : (Long) (w.ageMs() + ms), w.level(), w.binding(),
                w.reportedResetMs() == null || w.reportedResetMs() <= ms ? null : (Double) (w.reportedResetMs() - ms),
                w.allowance());
    }
}
