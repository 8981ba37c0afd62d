package app.pitot.transfer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** Cells and lines as RFC 4180 has them. What is unknown is empty. */
public final class CsvText {
    private static final String END = "\r\n";
    private static final int PLACES = 3;
    private static final int MICROS = 6;

    private CsvText() {}

    /** Cells that are written already, as a line with its end. */
    public static String line(List<String> cells) {
        return String.join(",", cells) + END;
    }

    /** Quoted where it must be; what a spreadsheet would take for a formula begins with an apostrophe. Null is empty. */
    public static String text(String raw) {
        if (raw == null || raw.isEmpty()) {
            return "";
        }
        var safe = formula(raw) ? "'" + raw : raw;
        return safe.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r')
                || safe.strip().length() < safe.length() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /** Also behind blanks, and in the wide forms of East Asia, which some spreadsheets take for the narrow ones. */
    private static boolean formula(String raw) {
        var bare = raw.stripLeading();
        return raw.charAt(0) == '\t' || raw.charAt(0) == '\r'
                || !bare.isEmpty() && "=+-@\uFF1D\uFF0B\uFF0D\uFF20".indexOf(bare.charAt(0)) >= 0;
    }

    /** To the thousandth, never in scientific notation. Empty for null and for what is no number. */
    public static String number(Double value) {
        return value == null || !Double.isFinite(value)
                ? ""
                : BigDecimal.valueOf(value).setScale(PLACES, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }

    /** Empty for null. */
    public static String whole(Number value) {
        return value == null ? "" : value.toString();
    }

    /** Millionths of a dollar as dollars, exactly. Empty for null. */
    public static String usd(Long micros) {
        return micros == null ? "" : BigDecimal.valueOf(micros, MICROS).stripTrailingZeros().toPlainString();
    }

    /** In small letters. Empty for null. */
    public static String word(Enum<?> value) {
        return value == null ? "" : value.name().toLowerCase(Locale.ROOT);
    }
}
