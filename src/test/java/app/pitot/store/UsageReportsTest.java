package app.pitot.store;

import static app.pitot.store.UsageFacts.days;
import static app.pitot.store.UsageFacts.plain;
import static app.pitot.store.UsageFacts.totals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.pitot.store.UsageFacts.Fact;
import app.pitot.usage.Grouping;
import app.pitot.usage.Quartiles;
import app.pitot.usage.Step;
import app.pitot.usage.Totals;
import app.pitot.usage.UsageNote;
import app.pitot.usage.UsageQuery;
import app.pitot.usage.UsageReport;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageReportsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:34:56.789Z");
    private static final Instant FIRST = Instant.parse("2026-09-20T03:00:00Z");
    private static final String BERLIN = "Europe/Berlin";
    private static final List<String> ZONES = List.of(BERLIN, "America/New_York", "Asia/Kolkata", "Asia/Kathmandu",
            "Australia/Lord_Howe", "UTC", "Pacific/Kiritimati");

    @TempDir
    Path temp;

    private final UsageFacts facts = new UsageFacts(3);
    private final UsageReports reports = new UsageReports();
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = Sql.open(temp.resolve("pitot.db"));
        Sql.run(connection, "PRAGMA journal_mode = WAL");
        Sql.run(connection, "PRAGMA synchronous = OFF");
        Migrations.shipped().make(connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private void some(int count) throws SQLException {
        for (int i = 0; i < count; i++) {
            facts.any(FIRST, NOW);
        }
        facts.write(connection);
    }

    private static UsageQuery query(Instant from, Instant until, Step step, Grouping by, String zone) {
        return new UsageQuery(from, until, step, by, ZoneId.of(zone), Set.of(), Set.of(), false);
    }

    private static UsageQuery all(String zone) {
        return query(Instant.EPOCH, NOW, Step.DAY, Grouping.MODEL, zone);
    }

    private void right(UsageQuery query) throws SQLException {
        right(reports.run(connection, query));
    }

    /** Compares all of a report with what the requests come to one by one. */
    private void right(UsageReport report) {
        var query = report.query();
        var wanted = facts.of(query);
        same(report.total(), wanted);
        var groups = wanted.stream().collect(Collectors.groupingBy(fact -> fact.key(query.by())));
        assertThat(report.groups()).as("%s", query).hasSameSizeAs(groups.keySet());
        report.groups().forEach(group -> same(group.totals(), groups.get(group.key())));
        assertThat(report.groups()).isSortedAccordingTo(
                (a, b) -> Long.compare(b.totals().tokens(), a.totals().tokens()));
        slotsAreRight(report, wanted);
    }

    private static void slotsAreRight(UsageReport report, List<Fact> wanted) {
        var query = report.query();
        var slots = new TreeMap<>(wanted.stream().collect(Collectors.groupingBy(fact -> begin(query, fact.at()))));
        assertThat(report.slots()).as("%s", query).extracting(slot -> slot.from())
                .containsExactlyElementsOf(slots.keySet());
        for (var slot : report.slots()) {
            var in = slots.get(slot.from());
            same(slot.total(), in);
            assertThat(in).allMatch(fact -> fact.at() < slot.until().toEpochMilli());
            var groups = in.stream().collect(Collectors.groupingBy(fact -> fact.key(query.by())));
            assertThat(slot.groups().keySet()).isEqualTo(groups.keySet());
            slot.groups().forEach((key, totals) -> same(totals, groups.get(key)));
        }
    }

    private static Instant begin(UsageQuery query, long at) {
        var local = Instant.ofEpochMilli(at).atZone(query.zone());
        return query.step() == Step.DAY
                ? local.toLocalDate().atStartOfDay(query.zone()).toInstant()
                : local.truncatedTo(ChronoUnit.HOURS).toInstant();
    }

    private static void same(Totals found, List<Fact> facts) {
        assertThat(plain(found)).isEqualTo(totals(facts));
        same(found.ttftMs(), facts.stream().map(Fact::ttft).filter(Objects::nonNull).map(us -> us / 1_000.0).toList());
        same(found.tokensPerSecond(),
                facts.stream().filter(Fact::usage).map(Fact::tps).filter(Objects::nonNull).toList());
    }

    private static void same(Quartiles found, List<Double> values) {
        if (values.isEmpty()) {
            assertThat(found).isNull();
            return;
        }
        var sorted = values.stream().sorted().toList();
        assertThat(found.count()).isEqualTo(sorted.size());
        near(found.low(), sorted, 0.25);
        near(found.median(), sorted, 0.5);
        near(found.high(), sorted, 0.75);
    }

    private static void near(double found, List<Double> sorted, double share) {
        double exact = sorted.get((int) Math.ceil(share * sorted.size()) - 1);
        assertThat(found).isCloseTo(exact, within(exact * 0.0101));
    }

    @Test
    void everyZoneStepAndGroupingIsTheSumOfItsRequests() throws Exception {
        some(4_000);
        var random = new SplittableRandom(12);
        for (var zone : ZONES) {
            for (var step : Step.values()) {
                for (var by : Grouping.values()) {
                    var from = FIRST.plusMillis(random.nextLong(Duration.ofDays(40).toMillis()));
                    var until = from.plusMillis(random.nextLong(Duration.ofDays(20).toMillis()));
                    right(query(from, until, step, by, zone));
                }
                right(query(Instant.EPOCH, NOW, step, Grouping.MODEL, zone));
            }
        }
    }

    @Test
    void daysOf23And25HoursAreOneDayEach() throws Exception {
        some(3_000);
        var report = reports.run(connection, all(BERLIN));
        assertThat(report.slots()).filteredOn(slot -> Duration.between(slot.from(), slot.until()).toHours() == 25)
                .singleElement().satisfies(slot -> assertThat(slot.from()).isEqualTo("2026-10-24T22:00:00Z"));
        var hours = reports.run(connection, query(Instant.parse("2026-10-24T22:00:00Z"),
                Instant.parse("2026-10-25T23:00:00Z"), Step.HOUR, Grouping.MODEL, BERLIN));
        right(hours);
        assertThat(hours.slots()).allMatch(slot -> Duration.between(slot.from(), slot.until()).toHours() == 1);
        var howe = new SlotClock(Step.HOUR, ZoneId.of("Australia/Lord_Howe"));
        // Clocks go from 2:00 to 2:30 on this day, and from 2:00 to 1:30 on the other.
        long spring = Instant.parse("2026-10-03T15:30:00Z").toEpochMilli();
        assertThat(Instant.ofEpochMilli(howe.from(spring))).isEqualTo("2026-10-03T15:30:00Z");
        assertThat(Instant.ofEpochMilli(howe.until(spring))).isEqualTo("2026-10-03T16:00:00Z");
        long autumn = Instant.parse("2026-04-04T15:10:00Z").toEpochMilli();
        assertThat(Instant.ofEpochMilli(howe.from(autumn))).isEqualTo("2026-04-04T14:00:00Z");
        assertThat(Instant.ofEpochMilli(howe.until(autumn))).isEqualTo("2026-04-04T15:30:00Z");
        var santiago = new SlotClock(Step.DAY, ZoneId.of("America/Santiago"));
        long twice = ZonedDateTime.of(2026, 4, 4, 23, 30, 0, 0, ZoneId.of("America/Santiago")).plusHours(1).toInstant()
                .toEpochMilli();
        assertThat(Instant.ofEpochMilli(santiago.from(twice))).isEqualTo("2026-04-04T03:00:00Z");
        assertThat(Instant.ofEpochMilli(santiago.until(twice))).isEqualTo("2026-04-05T04:00:00Z");
    }

    @Test
    void aZoneThatChangesAndARequestThatComesLateAreSeenAtOnce() throws Exception {
        some(1_000);
        for (int i = 0; i < 3; i++) {
            right(all(BERLIN));
            right(all("Asia/Kolkata"));
            // As after a clock that was set back.
            facts.any(days(NOW, -20), days(NOW, -19)).row().write(connection);
        }
    }

    @Test
    void hoursOfTheWeekAreThoseOfTheZone() throws Exception {
        some(2_000);
        for (var zone : List.of(BERLIN, "America/New_York")) {
            var query = all(zone);
            var wanted = new HashMap<List<Integer>, List<Fact>>();
            for (var fact : facts.of(query)) {
                var local = Instant.ofEpochMilli(fact.at()).atZone(query.zone());
                wanted.computeIfAbsent(List.of(local.getDayOfWeek().getValue(), local.getHour()),
                        _ -> new java.util.ArrayList<>()).add(fact);
            }
            var hours = reports.run(connection, query).hours();
            assertThat(hours).hasSameSizeAs(wanted.keySet()).allSatisfy(hour -> {
                var in = wanted.get(List.of(hour.day(), hour.hour()));
                assertThat(hour.requests()).isEqualTo(in.size());
                assertThat(hour.tokens()).isEqualTo(totals(in).tokens());
            });
        }
    }

    /** There an hour of UTC lies in two hours of the zone. */
    @Test
    void hoursOfTheWeekAreThoseOfAZoneOffTheHour() throws Exception {
        some(2_000);
        for (var zone : List.of("Asia/Kathmandu", "Asia/Kolkata")) {
            var query = new UsageQuery(FIRST, NOW, Step.HOUR, Grouping.MODEL, ZoneId.of(zone), Set.of(), Set.of(),
                    true);
            var wanted = new HashMap<List<Integer>, Long>();
            for (var fact : facts.of(query)) {
                var local = Instant.ofEpochMilli(fact.at()).atZone(query.zone());
                wanted.merge(List.of(local.getDayOfWeek().getValue(), local.getHour()), 1L, Long::sum);
            }
            var found = new HashMap<List<Integer>, Long>();
            reports.run(connection, query).hours()
                    .forEach(hour -> found.put(List.of(hour.day(), hour.hour()), hour.requests()));
            assertThat(found).isEqualTo(wanted);
        }
    }

    @Test
    void onlyWhatIsAskedForIsInIt() throws Exception {
        some(1_500);
        right(new UsageQuery(FIRST, NOW, Step.DAY, Grouping.ACCOUNT, ZoneId.of(BERLIN), Set.of("a0", "a3"),
                Set.of("m1"),
                false));
        right(new UsageQuery(FIRST, NOW, Step.DAY, Grouping.ACCOUNT, ZoneId.of(BERLIN), Set.of("a0", "a3"),
                Set.of("m1"),
                true));
        right(new UsageQuery(FIRST, NOW, Step.DAY, Grouping.PROVIDER, ZoneId.of(BERLIN), Set.of("nobody"), Set.of(),
                true));
        var open = facts.all.stream().filter(fact -> fact.ended() == null && !fact.provider().equals("simulator"))
                .count();
        var report = reports.run(connection, all(BERLIN));
        assertThat(report.notes()).contains(new UsageNote.Open(open));
        assertThat(report.oldest().toEpochMilli())
                .isEqualTo(facts.all.stream().mapToLong(Fact::at).min().orElseThrow());
    }

    @Test
    void sumsThatAreDamagedOrMissingAreMadeUpForFromTheRequests() throws Exception {
        some(1_500);
        for (var harm : List.of("UPDATE usage_hour SET prompt_tokens = prompt_tokens + 1 WHERE rowid % 50 = 0",
                "UPDATE usage_hour SET account = 'other' WHERE rowid % 70 = 1",
                "DELETE FROM usage_hour WHERE rowid % 60 = 2",
                "UPDATE usage_day SET requests = requests + 1 WHERE rowid % 20 = 3")) {
            Sql.run(connection, harm);
            right(new UsageReports().run(connection, all(BERLIN)));
        }
    }

    @Test
    void damagedRequestsAreInNoFigureAndSaid() throws Exception {
        some(800);
        var bad = facts.all.stream().filter(fact -> fact.ended() != null && !fact.provider().equals("simulator"))
                .limit(7).toList();
        for (var each : bad) {
            Sql.run(connection, "UPDATE request SET completion_tokens = 1000000 WHERE id = '" + each.id() + "'");
        }
        for (var table : List.of("usage_minute", "usage_hour", "usage_day")) {
            Sql.run(connection, "DELETE FROM " + table);
        }
        RollUps.fill(connection);
        facts.all.removeAll(bad);
        var report = reports.run(connection, all(BERLIN));
        right(report);
        assertThat(report.notes()).contains(new UsageNote.Damaged(7));
        assertThat(RawReport.run(connection, all(BERLIN)).notes()).contains(new UsageNote.Damaged(7));
        // And they are no reason to make all anew with each start.
        var before = Rows.read(connection, "SELECT rowid FROM usage_day");
        RollUps.mend(connection, NOW.toEpochMilli());
        assertThat(Rows.read(connection, "SELECT rowid FROM usage_day")).isEqualTo(before);
    }

    @Test
    void whatIsOlderThanTheHoursIsToldByDaysOfUtc() throws Exception {
        for (int i = 0; i < 400; i++) {
            facts.any(days(NOW, -500), days(NOW, -380));
            facts.any(days(NOW, -10), NOW);
        }
        facts.all.sort(java.util.Comparator.comparingLong(Fact::at));
        facts.write(connection);
        for (var zone : ZONES) {
            var report = reports.run(connection, all(zone));
            same(report.total(), facts.of(report.query()));
            var before = report.notes().stream().filter(UsageNote.UtcDays.class::isInstance)
                    .map(UsageNote.UtcDays.class::cast).findFirst().orElseThrow().before();
            assertThat(before).isBetween(days(NOW, -402), days(NOW, -399));
            long last = Long.MIN_VALUE;
            for (var slot : report.slots()) {
                assertThat(slot.from().toEpochMilli()).isGreaterThanOrEqualTo(last);
                last = slot.until().toEpochMilli();
                same(slot.total(), facts.of(query(slot.from(), slot.until(), Step.DAY, Grouping.MODEL, zone)));
                if (slot.from().isBefore(before)) {
                    assertThat(slot.from().toEpochMilli() % UsageDays.DAY).isZero();
                }
            }
            var cut = query(days(NOW, -450), days(NOW, -390), Step.HOUR, Grouping.ACCOUNT, zone);
            same(reports.run(connection, cut).total(), facts.of(cut));
        }
        assertThat(reports.run(connection, query(days(NOW, -300), NOW, Step.DAY, Grouping.MODEL, BERLIN)).notes())
                .noneMatch(UsageNote.UtcDays.class::isInstance);
    }

    @Test
    void requestsThatAClockWasSetUnderAreSaid() throws Exception {
        some(200);
        var at = days(NOW, -3).toEpochMilli();
        var fact = facts.all.getFirst();
        new Fact("back", null, null, at, at - 5_000, "p0", "a0", "m0", "complete", true, null, null, 1L, 1L, null, null,
                true, null, null, null, null).row().write(connection);
        assertThat(fact.id()).isNotEqualTo("back");
        assertThat(reports.run(connection, all(BERLIN)).notes()).contains(new UsageNote.ClockJumps(1));
        assertThat(RawReport.run(connection, all(BERLIN)).notes()).contains(new UsageNote.ClockJumps(1));
    }

    @Test
    void aFileOfAnEarlierSchemaIsReadAndThenMigrated() throws Exception {
        for (int i = 0; i < 600; i++) {
            facts.any(FIRST, NOW);
        }
        for (int version : List.of(4, 5, 7)) {
            var file = temp.resolve("old" + version + ".db");
            try (var old = Sql.open(file)) {
                Migrations.upTo(version).make(old);
                var table = Table.all(old).stream().filter(each -> each.name().equals("request")).findFirst()
                        .orElseThrow();
                copy(table, old);
                Sql.run(old,
                        "INSERT INTO usage_day SELECT 0, 'left', 'over', 'p', 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9,"
                                + " 9, 9, x'', x'', 9");
                var early = RawReport.run(old, all(BERLIN));
                assertThat(early.total().requests()).isEqualTo(facts.of(all(BERLIN)).size());
                assertThat(new UsageReports().run(old, all(BERLIN))).isEqualTo(early);
                assertThat(RequestQuery.run(old, app.pitot.usage.RequestFilter.ALL, null, Long.MAX_VALUE, 5).rows())
                        .hasSize(5).allMatch(row -> row.good());
                Migrations.shipped().make(old);
                var report = new UsageReports().run(old, all(BERLIN));
                var raw = RawReport.run(old, all(BERLIN));
                assertThat(report.total()).isEqualTo(raw.total());
                assertThat(report.slots()).isEqualTo(raw.slots());
                assertThat(report.total().limitedBy()).isEmpty();
                assertThat(report.total().unknown()).isEqualTo(totals(facts.of(all(BERLIN))).unknown());
            }
        }
    }

    /** With the columns that the table has. */
    private void copy(Table table, Connection old) throws SQLException {
        facts.write(connection);
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT * FROM request");
                var insert = table.insert(old, false)) {
            while (rows.next()) {
                var values = new Object[table.columns().size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = rows.getObject(table.columns().get(i));
                }
                values[table.columns().indexOf(Checksum.COLUMN)] = Checksum.of("request", table.columns(), values);
                table.bind(insert, false, 0, java.util.Arrays.asList(values));
                insert.executeUpdate();
            }
        }
    }
}
