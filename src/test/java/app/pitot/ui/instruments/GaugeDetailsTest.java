package app.pitot.ui.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Clocks;
import app.pitot.base.Provenance;
import app.pitot.provider.Allowance;
import app.pitot.provider.Limit;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.provider.Plan;
import app.pitot.provider.Refill;
import app.pitot.quota.QuotaSnapshot;
import app.pitot.quota.RawHeader;
import app.pitot.quota.WindowDetails;
import app.pitot.quota.WindowDetails.Sample;
import app.pitot.quota.WindowState;
import app.pitot.quota.WindowState.Level;
import app.pitot.quota.WindowState.Next;
import app.pitot.ui.common.ManualDelays;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GaugeDetailsTest {
    private final InstrumentsModel model = new InstrumentsModel(new Clocks(() -> 0, () -> Samples.NOON), ZoneOffset.UTC,
            new ManualDelays());

    private static WindowState tokens(long remaining, long reserved, Provenance source, Long ageMs) {
        return Samples.window(Metric.TOKENS, Period.MINUTE, Refill.CONTINUOUS, 30_000, remaining, reserved, 1_000.0,
                Next.FULL_AGAIN, source, ageMs, Level.NORMAL, true);
    }

    private static List<String> projection(WindowState w, Sample... samples) {
        return ProjectionWords.of(new WindowDetails(w, null, List.of(), null, List.of(samples)), Samples.NOON,
                ZoneOffset.UTC);
    }

    private static Sample told(long secondsAgo, long left) {
        return new Sample(Samples.NOON.minusSeconds(secondsAgo), left, 30_000L, true);
    }

    @Test
    void theSumSaysEachPartWithItsNumber() {
        assertThat(projection(tokens(29_000 - 1_336, 1_336, Provenance.PROJECTED, 12_000L), told(12, 23_000)))
                .first().isEqualTo("23,000 left at 11:18:48 by the provider + 500 / s × 12 s refill, 6,000"
                        + " − 1,336 reserved = 27,664");
    }

    @ParameterizedTest
    @CsvSource({"100,12,0,6100,''", "100,12,0,6101,''", "100,12,0,6099,''", "100,12,200,5000,''",
        "29900,12,0,30000,up to the limit", "29900,12,500,29000,''", "23000,2,0,24500,given back", "100,0,0,100,''"})
    void whateverHappenedTheSumAddsUp(long reported, long ago, long reserved, long remaining, String says) {
        var line = projection(tokens(remaining, reserved, Provenance.PROJECTED, ago * 1_000), told(ago, reported))
                .getFirst();
        assertThat(line).contains(says);
        var sum = 0L;
        var terms = line.replace(",", "").replaceAll("\\d+ / s × \\d+ s refill ", "")
                .replace(" refill up to the limit", "").replaceAll("at [\\d:]+ by the provider", "")
                .replaceAll("[a-z]+", "").split("=");
        for (var term : terms[0].replace("−", "+-").replace(" ", "").split("\\+")) {
            sum += term.isBlank() ? 0 : Long.parseLong(term);
        }
        assertThat(sum).as(line).isEqualTo(Long.parseLong(terms[1].strip())).isEqualTo(remaining);
    }

    @Test
    void aFigureThatStandsSinceItsReportSaysWhenThatCame() {
        var day = Samples.window(Metric.TOKENS, Period.DAY, Refill.FIXED, 30_000, 20_000, 0, 12 * 3_600_000.0,
                Next.RESET, Provenance.REPORTED, 33_000L, Level.NORMAL, true);
        assertThat(projection(day, told(33, 20_000), told(0, 20_000))).first()
                .isEqualTo("20,000 left at 11:18:27 by the provider = 20,000");
    }

    @Test
    void aWindowThatBeganAnewCountsFromItsReset() {
        var day = Samples.window(Metric.TOKENS, Period.DAY, Refill.FIXED, 1_000, 700, 100, 12 * 3_600_000.0, Next.RESET,
                Provenance.PROJECTED, 50_000_000L, Level.NORMAL, true);
        var before = new Sample(Samples.NOON.minusSeconds(50_000), 20, 1_000L, true);
        assertThat(projection(day, before)).containsExactly(
                "1,000 at the last reset − 100 reserved − 200 used since = 700",
                "All of it comes back at the reset, in 12 h.");
    }

    @Test
    void withoutAReportItCountsDownFromTheLimit() {
        assertThat(projection(tokens(28_000, 500, Provenance.PLANNED, null))).first().asString()
                .startsWith("30,000 limit − 1,500 used − 500 reserved = 28,000, counted here");
    }

    @Test
    void unknownUnlimitedAndBlockedAreSaidApart() {
        assertThat(projection(window(Allowance.UNLIMITED, null, null))).first().asString().contains("no limit");
        assertThat(projection(window(Allowance.BLOCKED, 0L, 0L))).first().asString().contains("no quota");
        assertThat(projection(window(Allowance.UNKNOWN, null, null))).containsExactly(
                "Neither the plan nor a reply names a figure.");
        assertThat(projection(window(Allowance.LIMITED, 30L, null))).first().asString().contains("The limit is 30.");
    }

    private static WindowState window(Allowance allowance, Long limit, Long remaining) {
        return new WindowState(Metric.REQUESTS, Period.MINUTE, Refill.CONTINUOUS, limit, remaining, null, 0, null,
                Next.NOTHING, Provenance.REPORTED, Provenance.REPORTED, null, Level.UNKNOWN, true, null, allowance);
    }

    @Test
    void aStaleReadingSaysSo() {
        assertThat(projection(tokens(30_000, 0, Provenance.REPORTED, 240_000L))).last().asString()
                .contains("4 min old");
    }

    @Test
    void headersStandAsTheyCameAndThePlanHasItsDateAndSource() {
        model.showPlan(new Plan("p", "Free plan, April 2026", "cerebras", LocalDate.of(2026, 4, 14), "inference-docs",
                List.of(), 8192, null, ""));
        model.details().from((metric, period) -> new WindowDetails(tokens(29_000, 0, Provenance.REPORTED, 5_000L),
                new Limit(metric, period, 60_000, Refill.CONTINUOUS),
                List.of(new RawHeader("x-ratelimit-limit-tokens-minute", "30000"),
                        new RawHeader("X-RateLimit-Remaining-Tokens-Minute", " 29000;w=60")),
                Samples.NOON.minusSeconds(5), List.of(told(3_700, 1), told(1_800, 12_000), told(5, 29_000))));
        model.showQuota(new QuotaSnapshot(List.of(tokens(29_000, 0, Provenance.REPORTED, 5_000L)), null));
        model.details().open(Metric.TOKENS, Period.MINUTE);
        var shown = model.details().openProperty().get();
        assertThat(shown.headers()).isEqualTo("x-ratelimit-limit-tokens-minute: 30000\n"
                + "X-RateLimit-Remaining-Tokens-Minute:  29000;w=60");
        assertThat(shown.heard()).isEqualTo("As they came at 11:18:55");
        assertThat(shown.plan()).containsExactly("60,000",
                "Free plan, April 2026. As of 14 April 2026. Source: inference-docs");
        assertThat(shown.history()).isEqualTo(
                "At least 12,000 left over the last hour, at 10:49:00. The provider reported 2 times.");
        assertThat(shown.curve().secondsAgo()).as("an hour at most, and now").containsExactly(1_800, 5, 0);
        assertThat(shown.curve().readings()).containsExactly("10:49:00  12,000 left, reported",
                "11:18:55  29,000 left, reported", "11:19:00  29,000 left, projected");
        assertThat(shown.curve().limitText()).isEqualTo("30,000");
        assertThat(shown.text()).contains("Tokens / min: 29,000 of 30,000 left", "w=60", "April 2026");
    }

    @Test
    void aWindowNobodyKnowsMoreOfOpensAllTheSameAndOneThatIsGoneCloses() {
        model.showQuota(Samples.odd());
        model.details().open(Metric.TOKENS, Period.HOUR);
        var shown = model.details().openProperty().get();
        assertThat(shown.figures()).isEqualTo("– left");
        assertThat(shown.headers()).isEmpty();
        assertThat(shown.history()).isEqualTo("Nothing is known of the last hour yet.");
        assertThat(shown.curve().size()).isZero();
        model.showQuota(Samples.drawing());
        assertThat(model.details().openProperty().get()).isNull();
    }
}
