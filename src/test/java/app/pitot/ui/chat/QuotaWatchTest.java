package app.pitot.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Clocks;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Limit;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.provider.Plan;
import app.pitot.provider.Refill;
import app.pitot.quota.QuotaMeter;
import app.pitot.quota.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How often the window looks at its gauges, by a real meter on a held clock. */
class QuotaWatchTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final List<Long> delays = new ArrayList<>();
    private final List<Runnable> later = new ArrayList<>();
    private long nanos;
    private final QuotaMeter meter = new QuotaMeter(new Clocks(() -> nanos, () -> NOON.plusNanos(nanos)),
            Catalogue.shipped().plan("cerebras-free-2026-04").orElseThrow());
    private final QuotaWatch watch = new QuotaWatch((millis, work) -> {
        delays.add(millis);
        later.add(work);
    }, () -> QuotaWatch.Pace.of(meter.snapshot()));

    private void use() {
        meter.settle(meter.reserve(100, 500), Settlement.used(100, 400, 0));
    }

    @Test
    void nothingTicksWhileEveryWindowIsFull() {
        watch.now();
        assertThat(delays).isEmpty();
    }

    @Test
    void itLooksOftenWhileABucketRefillsAndRarelyOnceOnlyTheDayIsLeft() {
        use();
        watch.now();
        assertThat(delays).containsExactly(250L);
        nanos += Duration.ofHours(1).toNanos();
        later.getLast().run();
        assertThat(delays).containsExactly(250L, 30_000L);
    }

    @Test
    void anHourThatRefillsIsLookedAtOnceASecond() {
        var slow = new QuotaMeter(new Clocks(() -> nanos, () -> NOON.plusNanos(nanos)),
                new Plan("p", "P", "groq", LocalDate.of(2026, 11, 1), "here",
                        List.of(new Limit(Metric.TOKENS, Period.HOUR, 1_000_000, Refill.CONTINUOUS)), null, null, ""));
        slow.settle(slow.reserve(100_000, 500), Settlement.used(100_000, 400, 0));
        assertThat(QuotaWatch.Pace.of(slow.snapshot())).isEqualTo(QuotaWatch.Pace.TRICKLING);
    }

    @Test
    void itStopsAfterTheDayHasBegunAnew() {
        use();
        watch.now();
        nanos += Duration.ofHours(13).toNanos();
        later.getLast().run();
        assertThat(delays).hasSize(1);
    }

    @Test
    void aLookInBetweenReplacesTheOneThatWasDue() {
        use();
        watch.now();
        watch.now();
        later.getFirst().run();
        assertThat(delays).as("the first was cancelled by the second").hasSize(2);
    }
}
