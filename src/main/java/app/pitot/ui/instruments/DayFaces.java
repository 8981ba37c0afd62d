package app.pitot.ui.instruments;

import app.pitot.base.Texts;
import app.pitot.quota.DayUse;
import app.pitot.ui.common.Format;
import app.pitot.ui.controls.DayCurve;
import app.pitot.ui.instruments.DayFace.Tone;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Puts the day's use into words. Times stand in UTC like the chart's axis, and say so where the user's clock differs. */
final class DayFaces {
    private DayFaces() {}

    /** @param day null if nothing is known */
    static DayFace of(DayUse day, Instant now, ZoneId zone) {
        if (day == null) {
            return new DayFace(null, Format.UNKNOWN, Tone.CALM, "", "", Texts.get("instruments.help.day"),
                    Texts.get("instruments.day.spoken", Format.UNKNOWN, Format.UNKNOWN));
        }
        var headline = headline(day, now, zone);
        var burn = day.burnPerMinute() > 0
                ? Texts.get("instruments.day.burn", Format.count(day.usedTokens()), Format.count(day.burnPerMinute()))
                : Texts.get("instruments.day.used", Format.count(day.usedTokens()));
        var requests = day.refused() > 0
                ? Texts.get("instruments.day.refused", day.requests(), day.refused())
                : Texts.get("instruments.day.requests", day.requests());
        var help = Texts.get("instruments.help.day") + "\n"
                + Texts.get("instruments.day.reset", Format.time(day.resetsAt(), zone));
        return new DayFace(curve(day, now), headline, tone(day), burn, requests, help,
                Texts.get("instruments.day.spoken", headline, burn));
    }

    private static String headline(DayUse day, Instant now, ZoneId zone) {
        if (day.limitTokens() == null) {
            return Texts.get("instruments.day.unlimited");
        }
        if (day.usedTokens() >= day.limitTokens()) {
            return Texts.get("instruments.day.usedUp");
        }
        if (day.runsOutAt() == null) {
            return Texts.get("instruments.day.lasts");
        }
        var time = Format.time(day.runsOutAt(), ZoneOffset.UTC);
        var sameClock = zone.getRules().getOffset(now).equals(ZoneOffset.UTC);
        return Texts.get(sameClock ? "instruments.day.runsOut" : "instruments.day.runsOut.utc", time);
    }

    private static Tone tone(DayUse day) {
        if (day.limitTokens() != null && day.usedTokens() >= day.limitTokens()) {
            return Tone.BAD;
        }
        return day.runsOutAt() == null ? Tone.CALM : Tone.WARN;
    }

    private static DayCurve curve(DayUse day, Instant now) {
        var limit = day.limitTokens();
        // A forecast that lies behind us, or beyond the day, is not a line on this chart.
        var ahead = limit != null && day.runsOutAt() != null && !day.runsOutAt().isBefore(now)
                && !day.runsOutAt().isAfter(day.resetsAt());
        var runsOut = ahead ? day.runsOutAt() : null;
        return new DayCurve(limit, limit == null ? null : Format.count(limit), day.sampleMinutes(), day.samples(),
                Math.clamp(minutes(day, now), 0, DayCurve.DAY), day.usedTokens(),
                runsOut == null ? null : minutes(day, runsOut),
                runsOut == null ? null : Format.time(runsOut, ZoneOffset.UTC));
    }

    private static double minutes(DayUse day, Instant at) {
        return Duration.between(day.dayStart(), at).toMillis() / 60_000.0;
    }
}
