package app.pitot.store;

import app.pitot.compare.Sample;
import app.pitot.compare.json.SampleJson;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * One row of {@code sample}.
 *
 * @param sample null if it is damaged: nothing is to be concluded from it
 */
record SampleRow(String id, Sample sample) {
    private static final CheckedTable TABLE = new CheckedTable("sample", "seq", "id", "comparison", "facts", "curve",
            "answer", "reasoning");
    /** Compressed bytes of texts of one run beyond which of each text only the beginning is kept. */
    private static final long MUCH_TEXT = 64L << 20;
    private static final int BEGINNING = 2_000;

    /** In the order in which they were added. */
    static List<SampleRow> of(Connection connection, String comparison) throws SQLException {
        return TABLE.find(connection, "WHERE comparison = ? ORDER BY seq", SampleRow::read, Stored.text(comparison));
    }

    static void add(Connection connection, String id, String comparison, Sample sample) throws SQLException {
        if (number(connection, "SELECT count(*) FROM sample WHERE id = ?", id) > 0) {
            return;
        }
        long texts = number(connection, "SELECT coalesce(sum(length(answer) + length(reasoning)), 0) FROM sample"
                + " WHERE comparison = ?", comparison);
        int most = texts > MUCH_TEXT ? BEGINNING : Packed.MOST_CHARS;
        TABLE.add(connection, Sql.number(connection, "SELECT coalesce(max(seq), 0) + 1 FROM sample"), id,
                Stored.text(comparison), Stored.json(SampleJson.facts(sample)), Packed.curve(sample.curve()),
                Packed.text(sample.answer(), most), Packed.text(sample.reasoning(), most));
    }

    private static long number(Connection connection, String sql, String parameter) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            Sql.bind(query, Stored.text(parameter));
            try (var row = query.executeQuery()) {
                return row.getLong(1);
            }
        }
    }

    private static SampleRow read(ResultSet row, boolean good) throws SQLException {
        var id = Stored.there(row, "id");
        if (!good) {
            return new SampleRow(id, null);
        }
        var answer = Packed.text(row.getBytes("answer"));
        var reasoning = Packed.text(row.getBytes("reasoning"));
        var curve = Packed.curve(row.getBytes("curve"));
        return new SampleRow(id, answer == null || reasoning == null || curve == null
                ? null
                : SampleJson.read(Stored.json(row.getString("facts")), answer, reasoning, curve));
    }
}
