package app.pitot.store;

import app.pitot.base.Texts;
import app.pitot.compare.Comparison;
import app.pitot.compare.Sample;
import app.pitot.compare.Vote;
import app.pitot.compare.json.ComparisonJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * One row of {@code comparison}.
 *
 * @param started in microseconds
 * @param facts JSON
 * @param good false if the checksum does not fit
 */
record ComparisonRow(String id, String setId, long started, String facts, boolean good) {
    private static final CheckedTable TABLE = new CheckedTable("comparison", "id", "set_id", "started_us", "facts");

    /** Of the run itself; its samples have rows of their own. */
    static ComparisonRow of(Comparison run) {
        return new ComparisonRow(Stored.text(run.id()), Stored.text(run.setId()), Stored.micros(run.startedAt()),
                Stored.json(ComparisonJson.write(run)), true);
    }

    /** False in a file of an earlier schema, which may only be read. */
    static boolean there(Connection connection) throws SQLException {
        return Sql.number(connection, "SELECT count(*) FROM sqlite_schema WHERE name = 'comparison'") > 0;
    }

    /** The newest first. @param setId null for all */
    static List<ComparisonRow> newest(Connection connection, String setId, int most) throws SQLException {
        var order = "ORDER BY started_us DESC, rowid DESC LIMIT " + most;
        if (!there(connection)) {
            return List.of();
        }
        return setId == null
                ? TABLE.find(connection, order, ComparisonRow::read)
                : TABLE.find(connection, "WHERE set_id = ? " + order, ComparisonRow::read, Stored.text(setId));
    }

    /** Null if there is none. */
    static ComparisonRow byId(Connection connection, String id) throws SQLException {
        var found = there(connection)
                ? TABLE.find(connection, "WHERE id = ?", ComparisonRow::read, Stored.text(id))
                : List.<ComparisonRow>of();
        return found.isEmpty() ? null : found.getFirst();
    }

    /** Leaves one that is there alone. */
    void add(Connection connection) throws SQLException {
        TABLE.add(connection, id, setId, started, facts);
    }

    void end(Connection connection, Comparison.State state, Instant at) throws SQLException {
        replace(connection, Stored.object(facts).put("state", state.name()).put("endedAt", at.toString()));
    }

    void vote(Connection connection, Vote vote) throws SQLException {
        var node = Stored.object(facts);
        replace(connection, node.set("votes",
                ComparisonJson.votes(ComparisonJson.read(node, List.of()).with(vote).votes())));
    }

    private void replace(Connection connection, JsonNode next) throws SQLException {
        TABLE.put(connection, good, id, setId, started, Stored.json(next));
    }

    /** @param whole false if some samples are damaged and left out */
    Comparison comparison(List<Sample> samples, boolean whole) {
        var run = ComparisonJson.read(Stored.object(facts).put("id", id), samples);
        return good && whole
                ? run
                : named(run, Texts.get("compare.kept.damaged", run.name() == null ? "" : run.name()));
    }

    /** No other place shows all that a run is. */
    private static Comparison named(Comparison run, String name) {
        return new Comparison(run.id(), run.setId(), name.strip(), run.startedAt(), run.endedAt(), run.appVersion(),
                run.setup(), run.promptHash(), run.lanes(), run.seed(), run.state(), run.samples(),
                run.votes());
    }

    private static ComparisonRow read(ResultSet row, boolean good) throws SQLException {
        return new ComparisonRow(Stored.there(row, "id"), row.getString("set_id"), row.getLong("started_us"),
                Stored.there(row, "facts"), good);
    }
}
