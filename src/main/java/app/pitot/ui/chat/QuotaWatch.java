package app.pitot.ui.chat;

import app.pitot.provider.Period;
import app.pitot.provider.Refill;
import app.pitot.quota.QuotaSnapshot;
import app.pitot.ui.common.Alarm;
import app.pitot.ui.common.Delays;
import java.util.function.Supplier;

/** Reads the windows again as often as they change by themselves, and not at all once nothing does. */
final class QuotaWatch {
    /** How soon to look again. */
    enum Pace {
        /** A reply streams: reservations and refill move. */
        RUNNING(100),
        /** A minute's bucket refills: its bar moves before one's eyes. */
        REFILLING(250),
        /** An hour's or a day's bucket refills: only its figure moves. */
        TRICKLING(1_000),
        /** Only a reset at the end of an hour or a day is to come. */
        RESETTING(30_000), NEVER(0);

        private final long millis;

        Pace(long millis) {
            this.millis = millis;
        }

        static Pace of(QuotaSnapshot snapshot) {
            var pace = NEVER;
            for (var window : snapshot.windows()) {
                if (window.nextMs() == null) {
                    continue;
                }
                if (window.refill() == Refill.CONTINUOUS && window.period() == Period.MINUTE
                        || window.nextMs() < RESETTING.millis) {
                    return REFILLING;
                }
                if (window.refill() == Refill.CONTINUOUS) {
                    pace = TRICKLING;
                } else if (pace == NEVER) {
                    pace = RESETTING;
                }
            }
            return pace;
        }
    }

    private final Supplier<Pace> look;
    private final Alarm alarm;

    QuotaWatch(Delays delays, Supplier<Pace> look) {
        this.look = look;
        this.alarm = new Alarm(delays, this::now);
    }

    void now() {
        var pace = look.get();
        if (pace == Pace.NEVER) {
            alarm.cancel();
        } else {
            alarm.set(pace.millis);
        }
    }
}
