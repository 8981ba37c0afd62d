package app.pitot.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.pitot.base.Clocks;
import app.pitot.provider.Catalogue;
import app.pitot.provider.LimitEdit;
import app.pitot.provider.Metric;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Period;
import app.pitot.provider.Plan;
import app.pitot.simulator.Dialect;
import app.pitot.simulator.OpenLimiter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** "N requests take T", held against the simulator's own limiter. */
class CourseTest {
    private static final Instant MORNING = Instant.parse("2026-04-25T08:00:00Z");
    private static final String GPT = "gpt-oss-120b";

    private final Catalogue catalogue = Catalogue.shipped();
    private final Planner planner = new Planner(catalogue);

    static Stream<Arguments> loads() {
        return Stream.of(
                Arguments.of("cerebras-free-2026-04", Load.of(400, 100), 500L, MORNING),
                Arguments.of("cerebras-free-2026-04", Load.of(400, 100), 5_000L, MORNING),
                Arguments.of("cerebras-free-2026-04", Load.of(3_000, 900), 1_000L, MORNING),
                Arguments.of("cerebras-free-2026-04", Load.of(1_000, 200).capped(null), 2_000L, MORNING),
                Arguments.of("cerebras-free-2026-04", Load.of(30, 10), 20_000L, Instant.parse("2026-04-25T23:40:00Z")),
                Arguments.of("cerebras-trial-2026-09", Load.of(400, 100), 4_500L, MORNING),
                Arguments.of("cerebras-trial-2026-09", Load.of(2_000, 4_000), 700L, MORNING),
                Arguments.of("cerebras-trial-2026-09", Load.of(12_000, 500).capped(null), 300L, MORNING),
                Arguments.of("groq-free-2026-10", Load.of(900, 300), 450L, MORNING),
                Arguments.of("cerebras-developer-2026-09", Load.of(2_000, 500), 20_000L, MORNING));
    }

    @ParameterizedTest
    @MethodSource("loads")
    void theSimulatorTakesAsLongAsThePlannerSays(String planId, Load load, long requests, Instant start) {
        // The simulator has one set of limits for all models.
        var plan = catalogue.plan(planId).orElseThrow();
        var planned = planner.plan(plan, ModelInfo.ofId("any"), load);
        double planner = planned.finish(requests, start, ZoneOffset.UTC).toMillis() / 1e3;
        double simulator = simulated(plan, planned, requests, start, Double.POSITIVE_INFINITY, 24);
        assertThat(planner).isCloseTo(simulator, within(simulator * 0.02 + 0.01));
    }

    @Test
    void aWantedRateIsNeverGoneOver() {
        var load = Load.of(400, 100).wanting(new Wanted(6, Period.MINUTE));
        var plan = catalogue.plan("cerebras-free-2026-04").orElseThrow();
        var planned = planner.plan(plan, ModelInfo.ofId("any"), load);
        double seconds = planned.finish(3_000, MORNING, ZoneOffset.UTC).toMillis() / 1e3;
        assertThat(seconds).isCloseTo(simulated(plan, planned, 3_000, MORNING, 10, 24), within(seconds * 0.02));
    }

    @Test
    void hoursOfWorkRepeatByTheZoneAndDaysBeginAnewByUtc() {
        var plan = catalogue.plan("cerebras-free-2026-04").orElseThrow();
        var load = Load.of(400, 100).within(3);
        var planned = planner.plan(plan, ModelInfo.ofId("any"), load);
        // Half an hour off: the provider's day ends at 05:30 there, in the middle of the three hours.
        var start = Instant.parse("2026-04-25T23:00:00Z");
        var kolkata = ZoneId.of("Asia/Kolkata");
        double seconds = planned.finish(6_000, start, kolkata).toMillis() / 1e3;
        assertThat(seconds).isCloseTo(simulated(plan, planned, 6_000, start, 0, 3), within(seconds * 0.02));
    }

    @Test
    void theFirstDayIsAsLongAsTheClocksOfTheZoneMakeIt() {
        var plan = catalogue.plan("cerebras-trial-2026-09").orElseThrow();
        var planned = planner.plan(plan, ModelInfo.ofId("any"), Load.of(10, 10).within(1));
        // 305 a day: the second day begins 23 hours after the first, as clocks go forward in between.
        var start = Instant.parse("2026-03-28T08:00:00Z");
        var berlin = planned.finish(306, start, ZoneId.of("Europe/Berlin"));
        assertThat(berlin).isEqualTo(Duration.ofHours(23));
        assertThat(planned.finish(306, start, ZoneOffset.UTC)).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void whatIsFreeAtTheStartGoesAtOnce() {
        var plan = catalogue.plan("cerebras-free-2026-04").orElseThrow();
        var planned = planner.plan(plan, ModelInfo.ofId("any"), Load.of(40, 10));
        assertThat(planned.finish(30, MORNING, ZoneOffset.UTC)).isEqualTo(Duration.ZERO);
        assertThat(planned.finish(31, MORNING, ZoneOffset.UTC)).isEqualTo(Duration.ofSeconds(2));
        assertThat(planned.finish(0, MORNING, ZoneOffset.UTC)).isEqualTo(Duration.ZERO);
    }

    @Test
    void whatWouldTakeTenYearsIsNotWorkedOut() {
        var plan = catalogue.plan("cerebras-free-2026-04").orElseThrow();
        var planned = planner.plan(plan, ModelInfo.ofId("any"), Load.of(400, 100));
        assertThat(planned.finish(1_000_000_000L, MORNING, ZoneOffset.UTC)).isNull();
        assertThat(planned.finish(2_000L * 365, MORNING, ZoneOffset.UTC).toDays()).isBetween(363L, 365L);
    }

    @Test
    void aMonthsLimitBeginsAnewOnTheFirst() {
        var plan = catalogue.plan("custom").orElseThrow()
                .edited(List.of(new LimitEdit(Metric.REQUESTS, Period.MONTH, 100L)));
        var planned = planner.plan(plan, ModelInfo.ofId("any"), Load.of(400, 100));
        assertThat(planned.finish(101, MORNING, ZoneOffset.UTC))
                .isEqualTo(Duration.between(MORNING, Instant.parse("2026-05-01T00:00:00Z")));
    }

    /** Sends one request after the other, each as soon as the limiter takes it. @return seconds until the last was */
    private static double simulated(Plan plan, Planned planned, long requests, Instant start, double every,
            double hours) {
        var clock = new long[1];
        var limiter = new OpenLimiter(plan, Dialect.CEREBRAS,
                new Clocks(() -> clock[0], () -> start.plusNanos(clock[0])));
        var load = planned.load();
        long day = Duration.ofDays(1).toNanos();
        long work = (long) (Duration.ofHours(1).toNanos() * hours);
        long due = 0;
        for (long sent = 0; sent < requests;) {
            if (clock[0] % day >= work) {
                clock[0] = (clock[0] / day + 1) * day;
            }
            clock[0] = Math.max(clock[0], due);
            var answer = limiter.reserve(GPT, load.input(), planned.outputAside());
            if (answer.id() == null) {
                double wait = limiter.waitSeconds(GPT, 1, load.input() + planned.outputAside());
                clock[0] += Math.max(1_000_000, (long) Math.ceil(wait * 1e9));
            } else {
                limiter.settle(answer.id(), load.input(), load.output());
                sent++;
                due = Double.isFinite(every) ? clock[0] + (long) (every * 1e9) : 0;
            }
        }
        return clock[0] / 1e9;
    }
}
