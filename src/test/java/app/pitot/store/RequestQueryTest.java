package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.store.UsageFacts.Fact;
import app.pitot.usage.RequestFilter;
import app.pitot.usage.RequestFilter.Status;
import app.pitot.usage.RequestRow;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestQueryTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:34:56.789Z");

    @TempDir
    Path temp;

    private final UsageFacts facts = new UsageFacts(7);
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = Sql.open(temp.resolve("pitot.db"));
        Sql.run(connection, "PRAGMA synchronous = OFF");
        Migrations.shipped().make(connection);
        for (int i = 0; i < 300; i++) {
            facts.any(NOW.minus(Duration.ofDays(450)), NOW.minus(Duration.ofDays(395)));
            facts.any(NOW.minus(Duration.ofDays(30)), NOW);
            // Many in the same millisecond.
            facts.any(NOW.minus(Duration.ofDays(i % 5)).toEpochMilli());
        }
        facts.all.sort(Comparator.comparingLong(Fact::at));
        facts.write(connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private static RequestFilter filter(Set<Status> statuses, Set<String> accounts, Set<String> providers,
            Set<String> models, String text) {
        return new RequestFilter(null, null, statuses, accounts, providers, models, text, null);
    }

    private List<String> wanted(Predicate<Fact> which) {
        return facts.all.stream().filter(which)
                .sorted(Comparator.comparingLong(Fact::at).thenComparing(Fact::id).reversed()).map(Fact::id).toList();
    }

    /** Page by page, each asked for bit by bit as it is answered. */
    private List<String> pages(RequestFilter filter, int most) throws SQLException {
        var found = new ArrayList<String>();
        RequestRow last = null;
        while (true) {
            var page = new ArrayList<RequestRow>();
            long below = Long.MAX_VALUE;
            while (page.size() < most && below > Long.MIN_VALUE) {
                var part = RequestQuery.run(connection, filter, last, below, most - page.size());
                page.addAll(part.rows());
                below = part.below();
            }
            page.forEach(row -> found.add(row.id()));
            if (page.size() < most) {
                return found;
            }
            last = page.getLast();
        }
    }

    private void right(RequestFilter filter, Predicate<Fact> which) throws SQLException {
        var wanted = wanted(which);
        assertThat(pages(filter, 50)).as("%s", filter).isEqualTo(wanted);
        assertThat(pages(filter, 7)).as("%s", filter).isEqualTo(wanted);
    }

    @Test
    void everyFilterFindsWhatItSaysTheNewestFirst() throws Exception {
        right(RequestFilter.ALL, _ -> true);
        for (var status : Status.values()) {
            assertThat(wanted(fact -> fact.status() == status)).isNotEmpty();
            right(filter(Set.of(status), Set.of(), Set.of(), Set.of(), ""), fact -> fact.status() == status);
        }
        var two = Set.of(Status.OPEN, Status.TOO_LONG);
        right(filter(two, Set.of(), Set.of(), Set.of("m1"), ""),
                fact -> two.contains(fact.status()) && fact.model().equals("m1"));
        right(filter(Set.of(), Set.of("a1", "a3"), Set.of(), Set.of(), ""),
                fact -> Set.of("a1", "a3").contains(fact.account()));
        right(filter(Set.of(), Set.of(), Set.of("simulator"), Set.of("m2"), ""),
                fact -> fact.provider().equals("simulator") && fact.model().equals("m2"));
        right(filter(Set.of(), Set.of("nobody"), Set.of(), Set.of("m2"), ""), _ -> false);
        var from = NOW.minus(Duration.ofHours(400)).plusMillis(5);
        var until = NOW.minus(Duration.ofHours(30)).plusMillis(7);
        right(new RequestFilter(from, until, Set.of(Status.COMPLETE), Set.of(), Set.of(), Set.of(), "", null),
                fact -> fact.status() == Status.COMPLETE && fact.at() >= from.toEpochMilli()
                        && fact.at() < until.toEpochMilli());
    }

    @Test
    void aTextIsLookedForInIdsModelsAndReasons() throws Exception {
        for (var text : List.of("R12", "m1", "CONTEXT_len", "requests/1", "a_", "%", "nothing like it")) {
            var lower = text.toLowerCase(Locale.ROOT);
            right(filter(Set.of(), Set.of(), Set.of(), Set.of(), " " + text + " "),
                    fact -> List.of(fact.id(), "" + fact.exchange(), fact.model(), fact.account(), fact.provider(),
                            fact.ended() == null ? "" : "stop " + fact.kind() + " " + fact.window()).stream()
                            .anyMatch(each -> each.contains(lower)));
        }
    }

    @Test
    void namedOnesAreFoundAmongAsManyAsThereMayBe() throws Exception {
        var ids = new HashSet<String>();
        for (int i = 0; i < 50_000; i++) {
            ids.add("r" + 3 * i);
        }
        var filter = new RequestFilter(null, null, Set.of(Status.FAILED), Set.of(), Set.of(), Set.of(), "", ids);
        right(filter, fact -> ids.contains(fact.id()) && fact.status() == Status.FAILED);
        right(new RequestFilter(null, null, Set.of(), Set.of(), Set.of(), Set.of(), "", Set.of()), _ -> false);
    }

    @Test
    void aRowIsReadAsItWasWritten() throws Exception {
        for (var fact : facts.all) {
            var row = RequestQuery.byId(connection, fact.id()).getFirst();
            assertThat(row.good()).isTrue();
            assertThat(row.status()).isEqualTo(fact.status());
            assertThat(row.startedAt().toEpochMilli()).isEqualTo(fact.at());
            assertThat(row.exchange()).isEqualTo(fact.exchange() == null ? fact.id() : fact.exchange());
            assertThat(row.attempt()).isEqualTo(fact.exchange() == null ? 1 : 2);
            if (fact.ended() != null) {
                assertThat(row.limitedBy()).isEqualTo(fact.window());
                assertThat(row.completionTokens())
                        .isEqualTo(fact.completion() == null ? null : Integer.valueOf(fact.completion().intValue()));
                assertThat(row.ttftMs()).isEqualTo(fact.ttft() == null ? null : Double.valueOf(fact.ttft() / 1_000.0));
                assertThat(row.costMicros()).isEqualTo(fact.cost());
            }
        }
    }

    @Test
    void aDamagedRowSaysSo() throws Exception {
        var id = wanted(_ -> true).getFirst();
        Sql.run(connection, "UPDATE request SET reserved_tokens = reserved_tokens + 1 WHERE id = '" + id + "'");
        assertThat(RequestQuery.byId(connection, id).getFirst().good()).isFalse();
        assertThat(pages(RequestFilter.ALL, 20)).contains(id);
    }

    @Test
    void rareOnesAreReachedByTheSumsAlone() throws Exception {
        // Where sums say that there are none, no row is looked at.
        Sql.run(connection, "UPDATE usage_day SET truncated = 0");
        assertThat(pages(filter(Set.of(Status.TRUNCATED), Set.of(), Set.of(), Set.of(), ""), 20)).isEmpty();
        try (var plan = connection.createStatement();
                var rows = plan.executeQuery("EXPLAIN QUERY PLAN SELECT * FROM request WHERE 1 AND account IN ('a1')"
                        + " ORDER BY started_ms DESC, id DESC LIMIT 50")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString("detail")).contains("INDEX request_by_");
        }
    }
}
