package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.exchange.Attempt;
import app.pitot.usage.Grouping;
import app.pitot.usage.RequestFilter;
import app.pitot.usage.RequestFilter.Status;
import app.pitot.usage.Step;
import app.pitot.usage.UsageNote;
import app.pitot.usage.UsageQuery;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteUsagesTest {
    @TempDir
    Path temp;

    private Database database;
    private SqliteLedger ledger;
    private SqliteUsages usages;

    @BeforeEach
    void open() {
        database = new Database(temp, Rows.CLOCKS, problem -> {
            throw new AssertionError(problem.message());
        });
        ledger = new SqliteLedger(database, Rows.CLOCKS);
        usages = new SqliteUsages(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static UsageQuery query() {
        return new UsageQuery(Rows.NOW.minus(Duration.ofDays(1)), Rows.NOW.plusMillis(1), Step.HOUR, Grouping.MODEL,
                ZoneId.of("Europe/Berlin"), Set.of(), Set.of(), true);
    }

    private void some() {
        ledger.end(Rows.complete("a"));
        ledger.end(Rows.refused("b"));
        ledger.end(Attempt.first("c"), Rows.stopped("c", false), true);
        ledger.begin("d", Rows.spec("m"), Rows.NOW, 5);
        Database.await(database.after(() -> {}), Duration.ofSeconds(10));
    }

    @Test
    void tellsWhatRequestsCameTo() throws Exception {
        assertThat(usages.report(query()).total().requests()).isZero();
        assertThat(usages.report(query()).oldest()).isNull();
        some();
        var report = usages.report(query());
        assertThat(report.total().requests()).isEqualTo(3);
        assertThat(report.total().limited()).isEqualTo(1);
        assertThat(report.total().tokens()).isEqualTo(100);
        assertThat(report.groups()).singleElement()
                .satisfies(group -> assertThat(group.key().model()).isEqualTo("m"));
        assertThat(report.slots()).singleElement()
                .satisfies(slot -> assertThat(slot.from()).isEqualTo(Rows.NOW));
        assertThat(report.hours()).singleElement().satisfies(hour -> {
            assertThat(hour.day()).isEqualTo(5);
            assertThat(hour.hour()).isEqualTo(13);
        });
        assertThat(report.notes()).contains(new UsageNote.Open(1));
        assertThat(report.oldest()).isEqualTo(Rows.NOW);
    }

    @Test
    void listsRequests() throws Exception {
        some();
        assertThat(usages.requests(RequestFilter.ALL, null, 10)).extracting("id").containsExactly("d", "c", "b", "a");
        var first = usages.requests(RequestFilter.ALL, null, 3);
        assertThat(usages.requests(RequestFilter.ALL, first.getLast(), 3)).extracting("id").containsExactly("a");
        var limited = new RequestFilter(null, null, Set.of(Status.LIMITED), Set.of(), Set.of(), Set.of(), "", null);
        assertThat(usages.requests(limited, null, 3)).extracting("id").isEqualTo(List.of("b"));
        assertThat(usages.request("a").good()).isTrue();
        assertThat(usages.request("nobody")).isNull();
    }
}
