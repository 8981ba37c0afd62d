package app.pitot.ui.instruments;

import app.pitot.quota.QuotaSnapshot;
import app.pitot.quota.WindowState;
import java.util.Objects;

/** Tells an event, whose words must show at once, from mere refill, whose words may wait for the next second. */
final class Changes {
    private Changes() {}

    static boolean worthWords(QuotaSnapshot before, QuotaSnapshot now) {
        if (before.windows().size() != now.windows().size()) {
            return true;
        }
        for (var i = 0; i < now.windows().size(); i++) {
            if (differs(before.windows().get(i), now.windows().get(i))) {
                return true;
            }
        }
        return before.day() == null || now.day() == null || before.day().used() != now.day().used()
                || before.day().own() != now.day().own() || before.day().metric() != now.day().metric()
                || before.day().requests() != now.day().requests();
    }

    private static boolean differs(WindowState a, WindowState b) {
        var reportedAnew = b.ageMs() != null && (a.ageMs() == null || b.ageMs() < a.ageMs());
        return reportedAnew || a.metric() != b.metric() || a.period() != b.period() || a.next() != b.next()
                || a.level() != b.level() || a.binding() != b.binding() || a.source() != b.source()
                || a.reserved() != b.reserved() || a.allowance() != b.allowance()
                || !Objects.equals(a.limit(), b.limit());
    }
}
