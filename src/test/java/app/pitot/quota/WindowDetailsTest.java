package app.pitot.quota;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.LimitReading;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Limit;
import app.pitot.provider.Metric;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Period;
import app.pitot.provider.Refill;
import app.pitot.quota.PreFlight.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowDetailsTest {
    private final ManualTime time = new ManualTime();
    private final QuotaMeter meter = new QuotaMeter(time.clocks(),
            Catalogue.shipped().plan("cerebras-free-2026-04").orElseThrow());

    @Test
    void thePlansRowAndTheLinesOfTheNewestAnswer() {
        assertThat(meter.details(Metric.USD, Period.DAY)).isNull();
        assertThat(meter.details(Metric.TOKENS, Period.MINUTE).headersAt()).isNull();
        var older = meter.reserve(10, 10);
        var newer = meter.reserve(10, 10);
        meter.observe(newer, List.of(new LimitReading(Metric.TOKENS, Period.MINUTE, 60_000L, 59_000L, 1.0)));
        var came = time.now();
        time.pass(Duration.ofSeconds(3));
        meter.headers(newer, List.of(new RawHeader("x-ratelimit-limit-tokens-minute", "60000")));
        meter.headers(older, List.of(new RawHeader("x-ratelimit-limit-tokens-minute", "70000")));
        var details = meter.details(Metric.TOKENS, Period.MINUTE);
        assertThat(details.headers()).containsExactly(new RawHeader("x-ratelimit-limit-tokens-minute", "60000"));
        assertThat(details.headersAt()).isEqualTo(came);
        assertThat(details.planned())
                .isEqualTo(new Limit(Metric.TOKENS, Period.MINUTE, 60_000, Refill.CONTINUOUS));
        assertThat(details.state().metric()).isEqualTo(Metric.TOKENS);
    }

    @Test
    void theLastHourTellsWhenItWasFullAgain() {
        meter.settle(meter.reserve(30_000, 0), Settlement.used(30_000, 0, 0));
        time.pass(Duration.ofMinutes(20));
        var samples = meter.details(Metric.TOKENS, Period.MINUTE).lastHour();
        assertThat(samples.getFirst().remaining()).isEqualTo(60_000);
        assertThat(samples).anySatisfy(sample -> assertThat(sample.remaining()).isEqualTo(30_000));
        assertThat(samples).anySatisfy(sample -> {
            assertThat(sample.remaining()).isEqualTo(60_000);
            assertThat(sample.at()).isEqualTo(time.now().minus(Duration.ofMinutes(20)).plusSeconds(30));
        });
        assertThat(samples.getLast().at()).isEqualTo(time.now());
        time.pass(Duration.ofMinutes(50));
        assertThat(meter.details(Metric.TOKENS, Period.MINUTE).lastHour())
                .allMatch(sample -> !sample.at().isBefore(time.now().minus(Duration.ofHours(1))));
    }

    @Test
    void aDayThatBeganWithinTheHourIsAStep() {
        time.setWall("2026-11-20T23:50:00Z");
        meter.settle(meter.reserve(30_000, 0), Settlement.used(30_000, 0, 0));
        time.pass(Duration.ofMinutes(30));
        var samples = meter.details(Metric.TOKENS, Period.DAY).lastHour();
        assertThat(samples).filteredOn(sample -> sample.at().toString().equals("2026-11-21T00:00:00Z"))
                .extracting(WindowDetails.Sample::remaining).containsExactly(970_000L, 1_000_000L);
    }

    @Test
    void thousandsOfRequestsAreNoMoreThanSomeHundredPoints() {
        for (var i = 0; i < 5_000; i++) {
            meter.settle(meter.reserve(10, 10), Settlement.used(10, 10, 0));
            time.pass(Duration.ofMillis(900));
        }
        assertThat(meter.details(Metric.TOKENS, Period.DAY).lastHour()).hasSizeBetween(100, 601);
    }

    @Test
    void moneyIsReservedAtTheModelsPricesAndSettledAtWhatItCost() {
        var model = new ModelInfo("m", "m", null, null, new BigDecimal("2"), new BigDecimal("10"), null, null, null,
                null);
        var money = new QuotaMeter(time.clocks(), Catalogue.shipped().plan("custom").orElseThrow()
                .withLimits(List.of(new Limit(Metric.USD, Period.DAY, 50_000, Refill.FIXED))), model);
        assertThat(money.preFlight(1_000, 2_000, model).verdict()).isEqualTo(Verdict.FITS);
        var one = money.reserve(1_000, 2_000, model);
        assertThat(one.costMicros()).isEqualTo(22_000);
        assertThat(money.snapshot().windows().getFirst().reserved()).isEqualTo(22_000);
        money.settle(one, Settlement.used(1_000, 500, 0).costing(7_000));
        assertThat(money.snapshot().windows().getFirst().used()).isEqualTo(7_000);
        var stopped = money.reserve(1_000, 2_000);
        money.settle(stopped, Settlement.of(Settlement.Kind.UNKNOWN));
        assertThat(money.snapshot().windows().getFirst().remaining()).isEqualTo(21_000);
        var check = money.preFlight(1_000, 2_000, model);
        assertThat(check.verdict()).isEqualTo(Verdict.WAIT);
        assertThat(check.waitMs()).isEqualTo(Duration.ofHours(14).toMillis());
        assertThat(check.fittingMaxTokens()).isEqualTo(1_900);
        assertThat(money.preFlight(10_000, 9_000, model).verdict()).isEqualTo(Verdict.NEVER);
        assertThat(money.preFlight(1_000, 2_000, ModelInfo.ofId("unpriced")).verdict()).isEqualTo(Verdict.UNKNOWN);
    }
}
