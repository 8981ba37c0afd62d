package app.pitot.store;

import app.pitot.usage.RequestFilter;
import app.pitot.usage.RequestFilter.Status;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** A filter of requests as a condition. Not thread-safe. */
final class RequestWhere {
    /** All that a text is looked for in; some are missing in a file of an earlier schema. */
    static final List<String> TEXTS = List.of("model", "id", "exchange", "account", "provider", "request_id",
            "finish_reason", "native_finish_reason", "error_kind", "limited_by", "upstream");

    private final List<String> conditions = new ArrayList<>(List.of("1"));
    private final List<Object> values = new ArrayList<>();

    private RequestWhere() {}

    static RequestWhere of(Connection connection, RequestFilter filter) throws SQLException {
        var where = new RequestWhere();
        if (filter.from() != null) {
            where.and("started_ms >= ?", Stored.millis(filter.from()));
        }
        if (filter.until() != null) {
            where.and("started_ms < ?", Stored.millis(filter.until()));
        }
        where.in("account", filter.accounts());
        where.in("provider", filter.providers());
        where.in("model", filter.models());
        if (filter.ids() != null) {
            // More of them than a statement takes parameters.
            where.and("id IN (SELECT value FROM json_each(?))", ids(filter.ids()));
        }
        if (!filter.statuses().isEmpty()) {
            where.and("(" + String.join(" OR ", filter.statuses().stream().map(RequestWhere::status).toList()) + ")");
        }
        if (!filter.text().isBlank()) {
            where.text(connection, filter.text().strip());
        }
        return where;
    }

    void and(String condition, Object... more) {
        conditions.add(condition);
        values.addAll(List.of(more));
    }

    private void in(String column, Collection<String> wanted) {
        if (!wanted.isEmpty()) {
            and(column + " IN (" + String.join(", ", Collections.nCopies(wanted.size(), "?")) + ")",
                    wanted.toArray());
        }
    }

    private static String ids(Collection<String> ids) {
        var array = JsonNodeFactory.instance.arrayNode();
        ids.forEach(array::add);
        return Stored.json(array);
    }

    private void text(Connection connection, String text) throws SQLException {
        var pattern = "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        var there = Sql.texts(connection, "SELECT name FROM pragma_table_info('request')");
        var columns = TEXTS.stream().filter(there::contains).toList();
        and("(" + String.join(" OR ", columns.stream().map(each -> each + " LIKE ? ESCAPE '!'").toList()) + ")",
                Collections.nCopies(columns.size(), pattern).toArray());
    }

    /** As {@link app.pitot.usage.RequestRow#status} tells them apart. */
    private static String status(Status status) {
        return switch (status) {
            case COMPLETE, TRUNCATED, STOPPED, FAILED -> "outcome IS '" + Stored.word(status) + "'";
            case LIMITED -> "outcome IS 'refused' AND error_kind IS 'rate_limit'";
            case TOO_LONG -> "outcome IS 'refused' AND error_kind IS 'context_length'";
            case REFUSED -> "outcome IS 'refused' AND ifnull(error_kind, '') NOT IN ('rate_limit', 'context_length')";
            case OPEN -> "outcome IS NULL";
        };
    }

    String sql() {
        return String.join(" AND ", conditions);
    }

    /** The parameters, and more behind them. */
    Object[] with(Object... more) {
        var all = new ArrayList<>(values);
        all.addAll(List.of(more));
        return all.toArray();
    }
}
