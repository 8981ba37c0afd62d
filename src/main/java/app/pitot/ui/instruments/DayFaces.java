package app.pitot.ui.instruments;

import app.pitot.base.Texts;
import app.pitot.provider.Metric;
import app.pitot.quota.DayUse;
import app.pitot.ui.common.Amounts;
import app.pitot.ui.common.Format;
import app.pitot.ui.common.UserTime;
import app.pitot.ui.controls.DayCurve;
import app.pitot.ui.instruments.DayFace.Tone;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the day's use into words. Times are those of the user's clock, on the chart's axis as well. */
final class DayFaces {
    private static final int TICK_HOURS = 6;
    private static final double EVEN = 0.005;

    private DayFaces() {}

    /** @param day null if nothing is known */
    static DayFace of(DayUse day, Instant now, ZoneId zone) {
        if (day == null) {
            return new DayFace(Texts.get("instruments.day.title"), false, null, Format.UNKNOWN, Tone.CALM,
                    Format.UNKNOWN, "", "", "",
                    Texts.get("instruments.help.day"),
                    Texts.get("forecast.spoken", Texts.get("instruments.day.title"), Format.UNKNOWN));
        }
        var title = Texts.get((day.own() ? "forecast.title.own." : "forecast.title.") + metric(day));
        var headline = headline(day, zone);
        var used = Amounts.figure(day.metric(), day.used());
        var burn = Amounts.burn(day.metric(), day.burnPerMinute()).isEmpty()
                ? Texts.get("instruments.day.used", used)
                : Texts.get("instruments.day.burn", used, Amounts.perMinute(day.metric(), day.burnPerMinute()));
        var even = even(day);
        var resets = Texts.get("instruments.day.reset", UserTime.of(day.resetsAt(), zone));
        var help = Texts.get(day.own() ? "forecast.help.own" : "instruments.help.day") + "\n" + resets;
        var spoken = Stream.of(headline, limit(day), burn, requests(day), even, resets).filter(s -> !s.isEmpty())
                .collect(Collectors.joining(", "));
        return new DayFace(title, day.own(), curve(day, now, zone), headline, tone(day), used, burn, requests(day),
                even,
                help,
                Texts.get("forecast.spoken", title, spoken));
    }

    private static String requests(DayUse day) {
        if (day.refused() > 0) {
            return Texts.get("instruments.day.refused", day.requests(), day.refused());
        }
        // Whoever was too busy took nothing: no answer comes without a token.
        boolean tokens = day.metric() == Metric.TOKENS || day.metric() == Metric.UNCACHED_TOKENS;
        return Texts.get(tokens && day.used() == 0 && day.requests() > 0
                ? "instruments.day.unanswered"
                : "instruments.day.requests", day.requests());
    }

    private static String metric(DayUse day) {
        return day.metric().name().toLowerCase(Locale.ROOT);
    }

    private static String headline(DayUse day, ZoneId zone) {
        if (day.limit() == null) {
            return Texts.get("instruments.day.unlimited");
        }
        if (day.usedUp()) {
            return Texts.get(day.own() ? "instruments.day.usedUp" : "forecast.refused");
        }
        return day.runsOutAt() == null
                ? Texts.get("instruments.day.lasts")
                : Texts.get("instruments.day.runsOut", UserTime.of(day.runsOutAt(), zone));
    }

    private static Tone tone(DayUse day) {
        return day.usedUp() ? Tone.BAD : day.runsOutAt() == null ? Tone.CALM : Tone.WARN;
    }

    private static String limit(DayUse day) {
        return day.limit() == null ? "" : Texts.get("forecast.limit", Amounts.figure(day.metric(), day.limit()));
    }

    private static String even(DayUse day) {
        var ahead = day.forecast().ahead(day.used(), day.limit());
        if (ahead == null || day.used() == 0) {
            return "";
        }
        if (Math.abs(ahead) < EVEN) {
            return Texts.get("forecast.even");
        }
        return Texts.get(ahead > 0 ? "forecast.ahead" : "forecast.behind", Format.count(Math.abs(ahead) * 100));
    }

    private static DayCurve curve(DayUse day, Instant now, ZoneId zone) {
        var limit = day.limit();
        // A forecast that lies behind us, or beyond the day, is not a line on this chart.
        var ahead = limit != null && !day.usedUp() && day.runsOutAt() != null && !day.runsOutAt().isBefore(now)
                && !day.runsOutAt().isAfter(day.resetsAt());
        var runsOut = ahead ? day.runsOutAt() : null;
        var length = minutes(day, day.resetsAt());
        return new DayCurve(length, ticks(day, zone), limit,
                limit == null ? null : Amounts.figure(day.metric(), limit), day.curve().minutes(), day.curve().used(),
                Math.clamp(minutes(day, now), 0, length), day.used(),
                runsOut == null ? null : minutes(day, runsOut),
                runsOut == null ? null : UserTime.of(runsOut, zone));
    }

    /** Every sixth hour of the user's clock. */
    private static List<DayCurve.Tick> ticks(DayUse day, ZoneId zone) {
        var ticks = new ArrayList<DayCurve.Tick>();
        var first = day.dayStart().atZone(zone).toLocalDate();
        for (var hour = 0; hour <= 48; hour += TICK_HOURS) {
            var local = first.atStartOfDay().plusHours(hour).atZone(zone);
            var at = local.toInstant();
            if (!at.isBefore(day.dayStart()) && !at.isAfter(day.resetsAt())) {
                var end = at.equals(day.resetsAt()) && hour % 24 == 0;
                ticks.add(new DayCurve.Tick(minutes(day, at), end ? "24" : twoDigits(local.getHour())));
            }
        }
        return ticks;
    }

    private static String twoDigits(int hour) {
        return hour < 10 ? "0" + hour : "" + hour;
    }

    private static double minutes(DayUse day, Instant at) {
        return Duration.between(day.dayStart(), at).toMillis() / 60_000.0;
    }
}
