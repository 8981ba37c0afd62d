package app.pitot.store;

import app.pitot.api.ErrorKind;
import app.pitot.api.Outcome;
import app.pitot.usage.RequestFilter;
import app.pitot.usage.RequestFilter.Status;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Locale;

/** A filter of requests as {@link RequestWhere} has it, for rows that stand in no table. Times are not looked at. */
final class RequestMatch {
    private final RequestFilter filter;
    private final String text;

    RequestMatch(RequestFilter filter) {
        this.filter = filter;
        this.text = small(filter.text().strip());
    }

    boolean has(RowValues row) throws SQLException {
        return in(filter.accounts(), row.text("account")) && in(filter.providers(), row.text("provider"))
                && in(filter.models(), row.text("model"))
                && (filter.ids() == null || filter.ids().contains(row.text("id")))
                && (filter.statuses().isEmpty() || filter.statuses().contains(status(row)))
                && (text.isEmpty() || hasText(row));
    }

    private static boolean in(Collection<String> wanted, String value) {
        return wanted.isEmpty() || value != null && wanted.contains(value);
    }

    private boolean hasText(RowValues row) throws SQLException {
        for (var column : RequestWhere.TEXTS) {
            var found = row.text(column);
            if (found != null && small(found).contains(text)) {
                return true;
            }
        }
        return false;
    }

    /** As SQLite does it: letters of ASCII alone. */
    private static String small(String text) {
        return text.chars().allMatch(each -> each < 0x80)
                ? text.toLowerCase(Locale.ROOT)
                : text.codePoints()
                        .map(each -> each >= 'A' && each <= 'Z' ? each + 'a' - 'A' : each)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static Status status(RowValues row) throws SQLException {
        var outcome = Stored.word(row.text("outcome"), Outcome.class);
        if (outcome == null) {
            return row.text("outcome") == null ? Status.OPEN : null;
        }
        if (outcome != Outcome.REFUSED) {
            return Status.valueOf(outcome.name());
        }
        var kind = row.text("error_kind");
        return Stored.word(ErrorKind.RATE_LIMIT).equals(kind)
                ? Status.LIMITED
                : Stored.word(ErrorKind.CONTEXT_LENGTH).equals(kind) ? Status.TOO_LONG : Status.REFUSED;
    }
}
