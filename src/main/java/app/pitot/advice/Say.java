package app.pitot.advice;

import app.pitot.base.Texts;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Figures as the advice writes them. Null is unknown and becomes an en dash. */
public final class Say {
    private static final String UNKNOWN = "–";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.US);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.US);
    private static final double SMALL = 9.95;
    private static final double TENTH = 0.095;

    private Say() {}

    /** "1,204". */
    public static String count(Number n) {
        return n == null ? UNKNOWN : format("#,##0", n.doubleValue());
    }

    /** Requests in a time: "43,200", "1.4", "0.02". */
    public static String rate(Double n) {
        if (n == null) {
            return UNKNOWN;
        }
        boolean whole = Math.abs(n - Math.rint(n)) < 1e-6;
        return whole || n >= SMALL ? count(Math.floor(n + 1e-6)) : format(n < TENTH ? "0.0##" : "0.0", n);
    }

    /** A share from 0 to 1: "5.2 %", "97 %"; below all only if nothing is missing: never "100 %" for 99.7. */
    public static String share(Double share) {
        if (share == null) {
            return UNKNOWN;
        }
        double percent = share * 100;
        if (share >= 1) {
            return "100 %";
        }
        return percent < SMALL && percent > 0
                ? format("0.#", Math.max(percent, 0.1)) + " %"
                : format("0", Math.min(99, Math.rint(percent))) + " %";
    }

    /** How much of a limit something is, which may be more than all of it: "103 %". */
    public static String ofLimit(double share) {
        return share < 1 ? share(share) : format("#,##0", Math.floor(share * 100)) + " %";
    }

    /** "60K", "14.4K", "1M" where that is exact, else as {@link #count}: for figures that must be short. */
    public static String brief(long n) {
        if (n >= 1_000_000 && n % 100_000 == 0) {
            return format("#,##0.#", n / 1e6) + "M";
        }
        return n >= 10_000 && n % 100 == 0 ? format("#,##0.#", n / 1e3) + "K" : count(n);
    }

    /** "16 min 40 s", "2 d 3 h", "0 s". */
    public static String time(Duration time) {
        if (time == null) {
            return UNKNOWN;
        }
        // Rounded up: what takes a moment longer is not over.
        long seconds = time.toSeconds() + (time.toNanosPart() > 0 ? 1 : 0);
        if (seconds < 60) {
            return Texts.get("advice.time.s", seconds);
        }
        if (seconds < 3_600) {
            return pair("advice.time.min", seconds / 60, "advice.time.s", seconds % 60);
        }
        return seconds < 86_400
                ? pair("advice.time.h", seconds / 3_600, "advice.time.min", seconds / 60 % 60)
                : pair("advice.time.d", seconds / 86_400, "advice.time.h", seconds / 3_600 % 24);
    }

    /** "Wed 25 Nov". */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** "Wed 25 Nov 14:12". */
    public static String minute(Instant at, ZoneId zone) {
        return MINUTE.format(at.atZone(zone));
    }

    private static String pair(String big, long one, String small, long other) {
        return other == 0 ? Texts.get(big, one) : Texts.get(big, one) + " " + Texts.get(small, other);
    }

    private static String format(String pattern, double value) {
        var format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.US));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }
}
