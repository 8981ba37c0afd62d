package app.pitot.ui.compare.pictures;

import app.pitot.base.Texts;
import app.pitot.compare.Measure;
import app.pitot.ui.common.Format;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Figures of a comparison in words. Null is unknown and becomes an en dash. */
final class Quantities {
    private static final double MS = 1_000;
    private static final double TEN = 10;
    private static final double TWO = 2;

    private Quantities() {}

    /** "2,951 tokens/s", "142 ms". */
    static String value(Measure measure, Double value) {
        if (value == null) {
            return Format.UNKNOWN;
        }
        return switch (measure) {
            case OUTPUT_SPEED, END_TO_END_SPEED -> Texts.get("pictures.unit.tokens", Format.speed(value));
            case TEXT_SPEED -> Texts.get("pictures.unit.bytes", Format.speed(value));
            case TTFT, FIRST_ANSWER, TOTAL -> Format.duration(value);
        };
    }

    /** At an axis, as short as can be: "1,000 tok/s", "1.5 s". */
    static String tick(Measure measure, double value) {
        return switch (measure) {
            case OUTPUT_SPEED, END_TO_END_SPEED -> Texts.get("pictures.unit.tokens.short", plain(value));
            case TEXT_SPEED -> Texts.get("pictures.unit.bytes.short", plain(value));
            case TTFT, FIRST_ANSWER, TOTAL -> value < MS
                    ? Texts.get("pictures.unit.ms", plain(value))
                    : seconds(value / MS);
        };
    }

    /** "0.5 s", at an axis. */
    static String seconds(double value) {
        return Texts.get("pictures.unit.s", plain(value));
    }

    /** "3.0 ×", "1.18 ×". */
    static String times(double ratio) {
        return Texts.get("pictures.unit.times", ratio(ratio));
    }

    /** "3.0", "1.18", "42": as many digits as matter. */
    static String ratio(double ratio) {
        return BigDecimal.valueOf(ratio).setScale(ratio < TWO ? 2 : ratio < TEN ? 1 : 0, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** "95 %", "98.3 %" of 0.95 and 0.983. */
    static String percent(double level) {
        return Texts.get("pictures.unit.percent", plain(Math.round(level * MS) / TEN));
    }

    /** "1,000", "2.5", "0.05": without zeros behind the point. */
    static String plain(double value) {
        return value >= MS
                ? Format.count(value)
                : BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }
}
