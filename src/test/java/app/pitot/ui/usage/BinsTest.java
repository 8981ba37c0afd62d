package app.pitot.ui.usage;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.usage.Grouping;
import app.pitot.usage.Quartiles;
import app.pitot.usage.Span;
import app.pitot.usage.Totals;
import app.pitot.usage.UsageQuery;
import app.pitot.usage.UsageReport;
import app.pitot.usage.UsageReport.Slot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BinsTest {
    private static Slot slot(String from, long requests) {
        var totals = SampleReports.plain(requests);
        return new Slot(Instant.parse(from), Instant.parse(from).plus(Duration.ofDays(1)), totals,
                Map.of(SampleReports.model(0), totals));
    }

    private static Bins bins(Span span, Slot... slots) {
        return bins(SampleReports.query(span, Grouping.MODEL), slots);
    }

    private static Bins bins(UsageQuery query, Slot... slots) {
        return Bins.of(new UsageReport(query, Totals.NOTHING, List.of(), List.of(slots), List.of(), List.of(), null));
    }

    @Test
    void daysWithoutRequestsHaveTheirPlace() {
        var bins = bins(Span.of(Span.Kind.DAYS_7), slot("2026-04-09T22:00:00Z", 3));
        assertThat(bins.size()).isEqualTo(7);
        assertThat(bins.list().stream().map(bin -> bin.total().requests())).containsExactly(0L, 0L, 3L, 0L, 0L, 0L, 0L);
        assertThat(SlotWords.name(bins, 2)).isEqualTo("Fri 10 Apr");
        assertThat(SlotWords.tick(bins, 2)).isEqualTo("10 Apr");
    }

    @Test
    void aDayOnWhichClocksGoBackHasTwentyFiveHoursAndTellsThemApart() {
        var day = LocalDate.of(2026, 10, 25);
        var bins = bins(SampleReports.query(Span.own(day, day), Grouping.MODEL));
        assertThat(bins.size()).isEqualTo(25);
        assertThat(SlotWords.name(bins, 2)).isEqualTo("Sun 25 Oct, 02:00 CEST to 02:00 CET");
        assertThat(SlotWords.name(bins, 24)).isEqualTo("Sun 25 Oct, 23:00 to 00:00");
    }

    @Test
    void nothingIsLostOfDaysAsUtcHasThem() {
        // Midnight of UTC is two hours after that of Berlin: the last one is in no slot that begins at a day of Berlin.
        var bins = bins(Span.of(Span.Kind.DAYS_7), slot("2026-04-07T00:00:00Z", 1), slot("2026-04-12T00:00:00Z", 2),
                slot("2026-04-14T00:00:00Z", 4));
        assertThat(bins.list().stream().mapToLong(bin -> bin.total().requests()).sum()).isEqualTo(7);
        assertThat(bins.get(4).total().requests()).isEqualTo(2);
    }

    @Test
    void allBeginsWithTheFirstRequest() {
        var bins = bins(Span.of(Span.Kind.ALL), slot("2026-03-31T22:00:00Z", 3), slot("2026-04-09T22:00:00Z", 1));
        assertThat(bins.size()).isEqualTo(14);
        assertThat(bins.day(0)).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(bins(Span.of(Span.Kind.ALL)).size()).as("nothing at all").isEqualTo(1);
    }

    @Test
    void aClockThatOnceStoodAtTheBeginningOfTimeIsBornWith() {
        var bins = bins(Span.of(Span.Kind.ALL), slot("1970-01-02T00:00:00Z", 1), slot("2026-04-09T22:00:00Z", 2));
        assertThat(bins.size()).isLessThanOrEqualTo(400);
        assertThat(bins.list().stream().mapToLong(bin -> bin.total().requests()).sum()).isEqualTo(3);
    }

    @Test
    void manyDaysAreTakenTogetherByTheWeek() {
        var first = slot("2024-04-01T22:00:00Z", 1);
        var second = slot("2024-04-02T22:00:00Z", 2);
        var bins = bins(Span.of(Span.Kind.ALL), first, second);
        assertThat(bins.days()).isEqualTo(7);
        assertThat(bins.get(0).total().requests()).isEqualTo(3);
        assertThat(bins.get(0).groups().get(SampleReports.model(0)).tokens()).isEqualTo(450);
        assertThat(SlotWords.name(bins, 0)).isEqualTo("Tue 2 Apr 2024 to Mon 8 Apr 2024");
        assertThat(SlotWords.tick(bins, 0)).isEqualTo("Apr 2024");
    }

    @Test
    void quartilesOfSeveralDaysAreWeighedByTheirValues() {
        var few = spread(new Quartiles(1, 50, 100, 200));
        var many = spread(new Quartiles(3, 90, 180, 240));
        assertThat(Sums.of(few, many).ttftMs()).isEqualTo(new Quartiles(4, 80, 160, 230));
        assertThat(Sums.of(few, SampleReports.plain(2)).ttftMs()).isEqualTo(few.ttftMs());
    }

    private static Totals spread(Quartiles ttft) {
        return new Totals(1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of(), ttft, null);
    }

    @Test
    void eachTimeIsInOneBin() {
        var bins = bins(Span.of(Span.Kind.DAYS_7));
        assertThat(bins.at(Instant.parse("2026-04-07T21:59:59Z"))).isEqualTo(-1);
        assertThat(bins.at(Instant.parse("2026-04-07T22:00:00Z"))).isZero();
        assertThat(bins.at(Instant.parse("2026-04-14T21:59:59Z"))).isEqualTo(6);
        assertThat(bins.at(null)).isEqualTo(-1);
    }
}
