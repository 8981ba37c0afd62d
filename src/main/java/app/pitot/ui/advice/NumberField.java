package app.pitot.ui.advice;

import app.pitot.advice.Say;
import app.pitot.base.Texts;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A number as people write it, "1,200", "1.5K", "2M", and what is wrong with it. JavaFX thread only. */
final class NumberField {
    private static final Pattern SHAPE = Pattern
            .compile("([0-9]{1,3}(?:[, '_][0-9]{3})+|[0-9]{1,15})((?:\\.[0-9]{1,6})?) ?([KM]?)");

    private final StringProperty text;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final BigDecimal least;
    private final BigDecimal most;
    private final boolean whole;
    private final boolean mayBeBlank;

    /** @param whole false if it may have a fraction */
    private NumberField(String text, double least, double most, boolean whole, boolean mayBeBlank) {
        this.text = new SimpleStringProperty(text);
        this.least = BigDecimal.valueOf(least);
        this.most = BigDecimal.valueOf(most);
        this.whole = whole;
        this.mayBeBlank = mayBeBlank;
        this.text.addListener((_, _, _) -> judge());
    }

    static NumberField whole(String text, long least, long most) {
        return new NumberField(text, least, most, true, false);
    }

    /** Blank for none. */
    static NumberField wholeOrNone(String text, long least, long most) {
        return new NumberField(text, least, most, true, true);
    }

    static NumberField fraction(String text, double least, double most) {
        return new NumberField(text, least, most, false, false);
    }

    StringProperty text() {
        return text;
    }

    /** Empty while nothing is wrong. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    boolean good() {
        return problem.get().isEmpty();
    }

    boolean blank() {
        return text.get() == null || text.get().isBlank();
    }

    /** Null if it is blank or wrong. */
    BigDecimal value() {
        var value = blank() ? null : read();
        return value == null || !allowed(value) ? null : value;
    }

    /** Null if it is blank or wrong. */
    Long count() {
        var value = value();
        return value == null ? null : Long.valueOf(value.longValueExact());
    }

    private void judge() {
        var value = blank() ? null : read();
        boolean good = blank() ? mayBeBlank : value != null && allowed(value);
        problem.set(good
                ? ""
                : Texts.get(whole ? "advice.number.whole" : "advice.number.fraction", words(least), words(most)));
    }

    private boolean allowed(BigDecimal value) {
        return value.compareTo(least) >= 0 && value.compareTo(most) <= 0
                && (!whole || value.stripTrailingZeros().scale() <= 0);
    }

    /** Null if it is no number. */
    private BigDecimal read() {
        var match = SHAPE.matcher(text.get().strip().replaceAll("\\h+", " ").toUpperCase(Locale.ROOT));
        if (!match.matches()) {
            return null;
        }
        return new BigDecimal(match.group(1).replaceAll("[^0-9]", "") + match.group(2)).movePointRight(
                match.group(3).isEmpty() ? 0 : match.group(3).equals("K") ? 3 : 6);
    }

    private static String words(BigDecimal bound) {
        return bound.stripTrailingZeros().scale() > 0
                ? bound.stripTrailingZeros().toPlainString()
                : Say.brief(bound.longValue());
    }
}
