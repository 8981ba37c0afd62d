package app.pitot.ui.settings;

import app.pitot.base.Texts;
import app.pitot.provider.LimitEdit;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.quota.WindowLabels;
import app.pitot.ui.common.Format;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One limit: what the plan says, and what the user says instead. JavaFX thread only. */
final class LimitRow {
    private static final Pattern NUMBER = Pattern.compile("([0-9]{1,3}(?:[, ]?[0-9]{3})*|[0-9]+)([KM]?)");
    private static final long MOST = 1_000_000_000_000L;

    private final Metric metric;
    private final Period period;
    private final Long planned;
    private final StringProperty text = new SimpleStringProperty();
    private final ReadOnlyBooleanWrapper edited = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /**
     * @param planned null if the plan has no such limit
     * @param edit null if the user left it as it is
     */
    LimitRow(Metric metric, Period period, Long planned, LimitEdit edit) {
        this.metric = metric;
        this.period = period;
        this.planned = planned;
        text.set(written(edit == null ? planned : edit.value()));
        text.addListener((_, _, _) -> judge());
        judge();
    }

    Metric metric() {
        return metric;
    }

    Period period() {
        return period;
    }

    /** "Requests / min". */
    String title() {
        return WindowLabels.title(metric, period);
    }

    /** What the plan says, in words. */
    String planWords() {
        return planned == null ? Texts.get("form.limit.none") : Texts.get("form.limit.plan", Format.count(planned));
    }

    /** Blank for "there is no such limit". */
    StringProperty text() {
        return text;
    }

    /** True if the user says something else than the plan. */
    ReadOnlyBooleanProperty edited() {
        return edited.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** Back to what the plan says. */
    void reset() {
        text.set(written(planned));
    }

    /** What the user says; empty if that is what the plan says, or cannot be read. */
    Optional<LimitEdit> edit() {
        return edited.get() ? Optional.of(new LimitEdit(metric, period, value())) : Optional.empty();
    }

    private void judge() {
        boolean bad = !text.get().isBlank() && value() == null;
        problem.set(bad ? Texts.get("form.limit.bad") : "");
        edited.set(!bad && !Objects.equals(value(), planned));
    }

    /** Null if blank or unreadable. */
    private Long value() {
        var match = NUMBER.matcher(text.get().strip().toUpperCase(Locale.ROOT));
        if (!match.matches()) {
            return null;
        }
        var digits = match.group(1).replaceAll("[, ]", "");
        if (digits.length() > 13) {
            return null;
        }
        long factor = match.group(2).isEmpty() ? 1 : match.group(2).equals("K") ? 1_000 : 1_000_000;
        long value = Long.parseLong(digits);
        return value >= 1 && value <= MOST / factor ? value * factor : null;
    }

    private static String written(Long value) {
        return value == null ? "" : Format.count(value);
    }
}
