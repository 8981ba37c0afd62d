package app.pitot.store;

import app.pitot.base.Texts;
import app.pitot.history.Hit;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * Finds what was said. Where very many messages match, the latest of them are ranked; among these it counts how often the
 * words stand in how much text and how late it was said, and a title counts most.
 */
final class HistorySearch {
    private static final int CANDIDATES = 300;
    /** Longer texts are ranked by their beginning. */
    private static final int RANKED_BY = 10_000;
    private static final double USUAL_LENGTH = 1_000;
    private static final double MONTH = Duration.ofDays(30).toMillis() * 1_000.0;
    private static final double TITLE_COUNTS = 4;

    // The order of the index itself, so that it need not find all that matches.
    private static final String IN_MESSAGES = """
            SELECT m.seq, m.at_us, substr(m.text, 1, ?2), substr(m.reasoning, 1, ?2) FROM
              (SELECT rowid AS seq FROM said WHERE said MATCH ?1 ORDER BY rowid DESC LIMIT ?3) AS f
            JOIN message AS m ON m.seq = f.seq
            JOIN conversation AS c ON c.id = m.conversation AND c.deleted_us IS NULL""";
    private static final String IN_TITLES = """
            SELECT c.seq, c.changed_us, substr(c.title, 1, ?2), '' FROM
              (SELECT rowid AS seq FROM titles WHERE titles MATCH ?1 ORDER BY rowid DESC LIMIT ?3) AS f
            JOIN conversation AS c ON c.seq = f.seq AND c.deleted_us IS NULL""";

    /** Without an index the latest messages alone are looked through: the disk could take long for all. */
    static final int SYMBOLS_IN = 10_000;
    private static final String SYMBOLS_IN_MESSAGES = """
            SELECT m.seq, m.at_us, substr(m.text, 1, ?1), substr(m.reasoning, 1, ?1) FROM message AS m
            JOIN conversation AS c ON c.id = m.conversation AND c.deleted_us IS NULL
            WHERE m.seq > (SELECT max(seq) FROM message) - ?2 AND m.state <> 'streaming'""";
    private static final String SYMBOLS_IN_TITLES = """
            SELECT c.seq, c.changed_us, substr(c.title, 1, ?1), '' FROM conversation AS c
            WHERE c.seq > (SELECT max(seq) FROM conversation) - ?2 AND c.deleted_us IS NULL""";

    private final Connection connection;
    private final SearchWords wanted;
    private final long now;

    HistorySearch(Connection connection, SearchWords wanted, Instant now) {
        this.connection = connection;
        this.wanted = wanted;
        this.now = Stored.micros(now);
    }

    /** The best first. */
    List<Hit> run(int limit) throws SQLException {
        if (wanted.words().isEmpty() || limit <= 0) {
            return List.of();
        }
        var places = new ArrayList<Place>();
        if (wanted.symbols()) {
            findSymbols(places, SYMBOLS_IN_TITLES, "c.title", null, true);
            findSymbols(places, SYMBOLS_IN_MESSAGES, "m.text", "m.reasoning", false);
        } else {
            find(places, IN_TITLES, true, wanted.match(), RANKED_BY, CANDIDATES);
            find(places, IN_MESSAGES, false, wanted.match(), RANKED_BY, CANDIDATES);
        }
        places.sort(Comparator.comparingDouble(Place::score).reversed());
        var hits = new ArrayList<Hit>();
        for (var place : places) {
            if (hits.size() == limit) {
                break;
            }
            var hit = place.title() ? title(place) : message(place);
            if (hit != null) {
                hits.add(hit);
            }
        }
        // A title says nothing more where a message of the same conversation is shown under it.
        var shown = new HashSet<String>();
        hits.stream().filter(hit -> hit.messageId() != null).forEach(hit -> shown.add(hit.conversationId()));
        hits.removeIf(hit -> hit.messageId() == null && shown.contains(hit.conversationId()));
        return hits;
    }

    /** @param other a second column in which they may stand; may be null */
    private void findSymbols(List<Place> places, String from, String column, String other, boolean title)
            throws SQLException {
        var sql = new StringBuilder(from);
        var values = new ArrayList<Object>(List.of(RANKED_BY, SYMBOLS_IN));
        for (var word : wanted.words()) {
            values.add(word.folded());
            var here = "instr(" + column + ", ?" + values.size() + ") > 0";
            var there = "instr(" + other + ", ?" + values.size() + ") > 0";
            sql.append(" AND (").append(other == null ? here : here + " OR " + there).append(')');
        }
        sql.append(title ? " ORDER BY c.seq" : " ORDER BY m.seq").append(" DESC LIMIT ").append(CANDIDATES);
        find(places, sql.toString(), title, values.toArray());
    }

    private void find(List<Place> places, String sql, boolean title, Object... values) throws SQLException {
        try (var select = connection.prepareStatement(sql)) {
            Sql.bind(select, values);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    double late = 1 + Math.exp(Math.min(0, rows.getLong(2) - now) / MONTH);
                    places.add(new Place(rows.getLong(1), title,
                            fit(rows.getString(3), rows.getString(4)) * late * (title ? TITLE_COUNTS : 1)));
                }
            }
        }
    }

    /** A word said again counts less each time, and less in a long text. */
    private double fit(String text, String reasoning) {
        double sum = 0.01;
        double longer = 0.3 + (text.length() + reasoning.length()) / USUAL_LENGTH;
        for (var word : wanted.words()) {
            double often = word.count(text) + 0.5 * word.count(reasoning);
            sum += often / (often + longer);
        }
        return sum;
    }

    private Hit title(Place place) throws SQLException {
        var rows = ConversationRow.find(connection, "WHERE seq = ?", place.seq());
        if (rows.isEmpty()) {
            return null;
        }
        var row = rows.getFirst();
        var excerpt = Excerpt.beginning(row.title(), wanted.words());
        return new Hit(row.id(), null, row.conversation().title(), Stored.instant(row.changed()), excerpt.line(),
                excerpt.marks());
    }

    private Hit message(Place place) throws SQLException {
        var rows = MessageRow.find(connection, "WHERE seq = ?", place.seq());
        var home = rows.isEmpty() ? null : ConversationRow.byId(connection, rows.getFirst().conversation());
        if (home == null) {
            return null;
        }
        var row = rows.getFirst();
        var title = home.conversation().title();
        if (!row.good()) {
            return new Hit(home.id(), row.id(), title, Stored.instant(row.at()), Texts.get("history.damaged.excerpt"),
                    List.of());
        }
        var excerpt = Excerpt.of(row.text(), wanted.words());
        if (excerpt == null) {
            excerpt = Excerpt.of(row.reasoning(), wanted.words());
        }
        if (excerpt == null) {
            excerpt = Excerpt.beginning(row.text(), wanted.words());
        }
        return new Hit(home.id(), row.id(), title, Stored.instant(row.at()), excerpt.line(), excerpt.marks());
    }

    private record Place(long seq, boolean title, double score) {}
}
