package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pitot.api.ApiError;
import app.pitot.api.ErrorKind;
import app.pitot.api.LimitReading;
import app.pitot.api.SeenHeaders;
import app.pitot.api.Served;
import app.pitot.base.Provenance;
import app.pitot.exchange.Attempt;
import app.pitot.exchange.ExchangeDetails;
import app.pitot.exchange.ExchangeResult;
import app.pitot.exchange.ExchangeSpec;
import app.pitot.provider.Allowance;
import app.pitot.provider.Metric;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Period;
import app.pitot.usage.Grouping;
import app.pitot.usage.RequestFilter;
import app.pitot.usage.RequestFilter.Status;
import app.pitot.usage.Step;
import app.pitot.usage.UsageException;
import app.pitot.usage.UsageNote;
import app.pitot.usage.UsageQuery;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
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

    /** A complete reply whose cost is its use times a listed price. */
    private static ExchangeResult listed(String id, Instant at, String price) {
        var plain = Rows.complete(id);
        var model = new ModelInfo("m", "m", null, null, new BigDecimal(price), new BigDecimal("2"), null, null, null,
                null);
        return new ExchangeResult(id, new ExchangeSpec(plain.spec().account(), model, plain.spec().request()), at,
                plain.outcome(), "stop", "", "", plain.usage(), plain.speed(), plain.cost(), null, plain.reservation(),
                null, List.of(), new ExchangeDetails(Provenance.ESTIMATED, Served.NONE, SeenHeaders.NONE, null));
    }

    @Test
    void saysThatAPriceChangedWithinTheStretch() throws Exception {
        var first = Rows.NOW.minus(Duration.ofHours(9));
        ledger.end(listed("a", first, "1"));
        ledger.end(listed("b", first.plusSeconds(60), "1.00"));
        ledger.end(listed("c", first.plusSeconds(120), "1.5"));
        ledger.end(listed("d", first.plusSeconds(180), "1.5"));
        ledger.end(Rows.routed("e"));
        Database.await(database.after(() -> {}), Duration.ofSeconds(10));
        var changed = new UsageNote.PriceChanged("custom", "m", first.plusSeconds(120), new BigDecimal("1.5"),
                new BigDecimal("2"));
        assertThat(usages.report(query()).notes()).containsExactly(changed);
        var later = new UsageQuery(first.plusSeconds(121), Rows.NOW, Step.DAY, Grouping.MODEL, ZoneId.of("UTC"),
                Set.of(), Set.of(), true);
        assertThat(usages.report(later).notes()).isEmpty();
        assertThat(usages.report(query()).total().reportedMicros()).isEqualTo(140);
        assertThat(usages.report(query()).total().costMicros()).isEqualTo(140 + 4 * 43);
    }

    @Test
    void tellsWhichWindowRefused() throws Exception {
        var plain = Rows.refused("a");
        for (var window : List.of(new LimitReading(Metric.REQUESTS, Period.MINUTE, 5L, 0L, 1.0),
                new LimitReading(Metric.TOKENS, null, 5L, 0L, 1.0),
                new LimitReading(null, null, 5L, 0L, 1.0, Allowance.LIMITED, "ITPM"))) {
            var error = new ApiError(ErrorKind.RATE_LIMIT, 429, null, "", null, window);
            var id = "a" + window.metric();
            ledger.end(
                    new ExchangeResult(id, plain.spec(), Rows.NOW, plain.outcome(), null, "", "", null, plain.speed(),
                            null, error, plain.reservation(), null, List.of()));
        }
        ledger.end(plain);
        Database.await(database.after(() -> {}), Duration.ofSeconds(10));
        assertThat(usages.request("aREQUESTS").limitedBy()).isEqualTo("requests/minute");
        var total = usages.report(query()).total();
        assertThat(total.limited()).isEqualTo(4);
        assertThat(total.limitedBy()).isEqualTo(Map.of("requests/minute", 1L, "tokens", 1L, "ITPM", 1L));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aReportThatIsUnderWayHoldsUpNobodyWhoWrites() throws Exception {
        some();
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var reader = Thread.ofVirtual().start(() -> database.lookLong(null, _ -> {
            begun.countDown();
            Database.await(CompletableFuture.runAsync(() -> awaitQuietly(end)), Duration.ofSeconds(20));
            return null;
        }));
        begun.await();
        ledger.end(Rows.complete("meanwhile"));
        Database.await(database.after(() -> {}), Duration.ofSeconds(10));
        assertThat(database.look(List.of(), file -> RequestQuery.byId(file, "meanwhile"))).hasSize(1);
        end.countDown();
        reader.join();
    }

    @Test
    void whoeverStopsSearchingNeedNotWait() throws Exception {
        some();
        var filter = new RequestFilter(null, null, Set.of(), Set.of(), Set.of(), Set.of(), "nowhere", null);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> usages.requests(filter, null, 3)).isInstanceOf(UsageException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(usages.requests(filter, null, 3)).isEmpty();
    }
}
