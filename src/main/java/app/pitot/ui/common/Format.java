package app.pitot.ui.common;

import app.pitot.base.Money;
import app.pitot.provider.Metric;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Numbers as the window writes them. Null is unknown and becomes an en dash, never 0. Grouping and point follow the
 * language of the bundle. Safe from any thread.
 */
public final class Format {
    /** What stands for an unknown figure. */
    public static final String UNKNOWN = "–";

    private static final DateTimeFormatter HOUR_MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private static final DateTimeFormatter HOUR_MINUTE_SECOND = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.US);

    private Format() {}

    /** "1,204". */
    public static String count(Number n) {
        return n == null ? UNKNOWN : decimal(n.doubleValue(), 0);
    }

    /** "60K", "14.4K", "1M" where that is exact, else as {@link #count}: for figures that must be short. */
    public static String shortCount(long n) {
        if (n >= 1_000_000 && n % 100_000 == 0) {
            return decimal(n / 1e6, n % 1_000_000 == 0 ? 0 : 1) + "M";
        }
        return n >= 1_000 && n % 100 == 0 ? decimal(n / 1e3, n % 1_000 == 0 ? 0 : 1) + "K" : count(n);
    }

    /** "2,987" from 100 tokens/s on, "43.2" below; without the unit. */
    public static String speed(Double tokensPerSecond) {
        if (tokensPerSecond == null) {
            return UNKNOWN;
        }
        return decimal(tokensPerSecond, tokensPerSecond < 99.95 ? 1 : 0);
    }

    /** A measured time: "8.3 ms", "142 ms", "1.24 s", "12.4 s", "1 min 20 s", "2 h 5 min". */
    public static String duration(Double ms) {
        if (ms == null) {
            return UNKNOWN;
        }
        if (ms < 999.5) {
            return decimal(ms, ms < 9.95 ? 1 : 0) + " ms";
        }
        return ms < 59_950 ? decimal(ms / 1000, ms < 9_995 ? 2 : 1) + " s" : coarse(Math.round(ms / 1000));
    }

    /** Time to wait, rounded up so that it never promises too much: "1.8 s", "42 s", "12 min 5 s", "12 h 41 min". */
    public static String countdown(Double ms) {
        if (ms == null) {
            return UNKNOWN;
        }
        var tenths = Math.ceil(Math.max(0, ms) / 100);
        if (tenths < 100) {
            return decimal(tenths / 10, tenths % 10 == 0 ? 0 : 1) + " s";
        }
        var seconds = (long) Math.ceil(ms / 1000);
        return seconds < 60 ? seconds + " s" : coarse(seconds < 3600 ? seconds : (seconds + 59) / 60 * 60);
    }

    /** How old something is, without "ago": "0 s", "12 s", "3 min", "2 h". */
    public static String age(Long ms) {
        if (ms == null) {
            return UNKNOWN;
        }
        var seconds = Math.max(0, ms) / 1000;
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600 ? seconds / 60 + " min" : seconds / 3600 + " h";
    }

    /** US dollars: "$0.0009", "$12.34"; null is unknown. */
    public static String cost(BigDecimal usd) {
        if (usd == null) {
            return UNKNOWN;
        }
        return Money.words(usd);
    }

    /** What a window of {@code metric} counts: "1,204", or "$4.10" where that is money; null is unknown. */
    public static String amount(Metric metric, Long n) {
        if (metric != Metric.USD || n == null) {
            return count(n);
        }
        return Money.words(n);
    }

    /** "14:12:05" in {@code zone}. */
    public static String second(Instant at, ZoneId zone) {
        return at == null ? UNKNOWN : HOUR_MINUTE_SECOND.format(at.atZone(zone));
    }

    /** "14 Apr" in {@code zone}. */
    public static String day(Instant at, ZoneId zone) {
        return at == null ? UNKNOWN : DAY.format(at.atZone(zone));
    }

    /** "14:12" in {@code zone}. */
    public static String time(Instant at, ZoneId zone) {
        return at == null ? UNKNOWN : HOUR_MINUTE.format(at.atZone(zone));
    }

    private static String coarse(long seconds) {
        if (seconds < 3600) {
            return pair(seconds / 60, " min", seconds % 60, " s");
        }
        var minutes = seconds / 60;
        return minutes < 1440
                ? pair(minutes / 60, " h", minutes % 60, " min")
                : pair(minutes / 1440, " d", minutes / 60 % 24, " h");
    }

    private static String pair(long big, String bigUnit, long small, String smallUnit) {
        return small == 0 ? big + bigUnit : big + bigUnit + " " + small + smallUnit;
    }

    private static String decimal(double value, int digits) {
        return pattern(digits).format(value);
    }

    private static DecimalFormat pattern(int digits) {
        var format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.US));
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }
}
