package app.pitot.simulator;

import java.math.BigDecimal;

/** Spells durations as Go does: {@code 2m59.56s}, {@code 825ms}, {@code 0s}. */
final class GoDuration {
    private GoDuration() {}

    /** To the millisecond. */
    static String of(double seconds) {
        long millis = Math.max(0, Math.round(seconds * 1e3));
        if (millis == 0)
            return "0s";
        if (millis < 1_000)
            return millis + "ms";
        long hours = millis / 3_600_000;
        long minutes = millis / 60_000 % 60;
        var text = new StringBuilder();
        if (hours > 0)
            text.append(hours).append('h');
        if (hours > 0 || minutes > 0)
            text.append(minutes).append('m');
        return text.append(plain(millis % 60_000)).append('s').toString();
    }

    private static String plain(long millis) {
        var text = BigDecimal.valueOf(millis, 3).stripTrailingZeros();
        return text.toPlainString();
    }
}
