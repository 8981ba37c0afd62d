package app.pitot.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.pitot.provider.Catalogue;
import app.pitot.provider.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests of another run of the app, of which the meter hears late. */
class ElsewhereTest {
    private final ManualTime time = new ManualTime();
    private final QuotaMeter meter = new QuotaMeter(time.clocks(),
            Catalogue.shipped().plan("cerebras-free-2026-04").orElseThrow());
    private final ReferenceProvider provider = new ReferenceProvider(
            Catalogue.shipped().plan("cerebras-free-2026-04").orElseThrow(), time);
    private int ids;

    private PastUse open(long reserved) {
        return new PastUse("r" + ids++, time.now(), null, reserved, null);
    }

    private PastUse ended(PastUse open, Settlement settlement) {
        return new PastUse(open.id(), open.at(), time.now(), open.reservedTokens(), settlement);
    }

    private void alike(double tolerance) {
        for (var window : meter.snapshot().windows()) {
            assertThat((double) window.remaining()).as(window.metric() + " per " + window.period())
                    .isCloseTo(provider.left(window.metric(), window.period()),
                            within(window.metric() == Metric.REQUESTS ? 1.0 : tolerance));
        }
    }

    @Test
    void isReservedWhileItRunsAndUsedWhenItEnds() {
        var request = open(2_000);
        provider.admit(2_000);
        time.pass(Duration.ofMillis(300));
        var told = meter.sentElsewhere(request);
        alike(150);
        assertThat(meter.snapshot().windows()).filteredOn(w -> w.metric() == Metric.TOKENS)
                .allSatisfy(w -> assertThat(w.reserved()).isEqualTo(2_000));
        time.pass(Duration.ofSeconds(1));
        provider.settle(2_000, 600, 0);
        var end = ended(request, Settlement.used(400, 200, 0));
        time.pass(Duration.ofMillis(300));
        meter.endedElsewhere(told, end);
        meter.endedElsewhere(told, end);
        alike(150);
        assertThat(meter.snapshot().windows()).allSatisfy(w -> assertThat(w.reserved()).isZero());
        assertThat(meter.snapshot().day().used()).isEqualTo(600);
        assertThat(meter.snapshot().day().requests()).isEqualTo(1);
    }

    @Test
    void aHeaderThatCountsItAlreadyDoesNotCountItTwice() {
        var request = open(5_000);
        provider.admit(5_000);
        provider.settle(5_000, 3_000, 0);
        var end = ended(request, Settlement.used(2_000, 1_000, 0));
        time.pass(Duration.ofMillis(100));
        provider.admit(400);
        var own = meter.reserve(300, 100);
        time.pass(Duration.ofMillis(100));
        meter.observe(own, provider.headers());
        provider.settle(400, 350, 0);
        meter.settle(own, Settlement.used(300, 50, 0));
        alike(150);
        time.pass(Duration.ofMillis(500));
        meter.sentElsewhere(end);
        alike(150);
    }

    @Test
    void whatWasRefusedElsewhereTakesNothing() {
        var request = open(5_000);
        time.pass(Duration.ofMillis(200));
        var told = meter.sentElsewhere(request);
        meter.endedElsewhere(told, ended(request, Settlement.of(Settlement.Kind.REFUSED)));
        alike(150);
        assertThat(meter.snapshot().day().refused()).isEqualTo(1);
        assertThat(meter.snapshot().day().used()).isZero();
    }

    /** One of them on its way to the meter. */
    private record News(Instant at, PastUse use, boolean end) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void inAnyOrderTheLevelsAreRightInTheEnd(long seed) {
        var random = new Random(seed);
        var news = new ArrayDeque<News>();
        Reservation told = null;
        PastUse running = null;
        Reservation own = null;
        for (var i = 0; i < 8_000; i++) {
            time.pass(Duration.ofMillis(random.nextInt(900)));
            while (!news.isEmpty() && !news.peekFirst().at().isAfter(time.now())) {
                var next = news.removeFirst();
                if (!next.end()) {
                    told = meter.sentElsewhere(next.use());
                } else {
                    meter.endedElsewhere(told, next.use());
                }
            }
            var later = time.now().plusMillis(200 + random.nextInt(800));
            if (running == null && news.isEmpty() && random.nextInt(3) == 0 && provider.admit(900)) {
                running = open(900);
                news.addLast(new News(later, running, false));
            } else if (running != null && random.nextInt(2) == 0) {
                provider.settle(900, 500, 0);
                var end = ended(running, Settlement.used(300, 200, 0));
                var after = news.isEmpty() || later.isAfter(news.peekLast().at()) ? later : news.peekLast().at();
                news.addLast(new News(after, end, true));
                running = null;
            }
            if (own == null && random.nextInt(3) == 0 && provider.admit(700)) {
                own = meter.reserve(400, 300);
                time.pass(Duration.ofMillis(random.nextInt(150)));
                meter.observe(own, provider.headers());
            } else if (own != null && random.nextInt(2) == 0) {
                provider.settle(700, 450, 0);
                meter.settle(own, Settlement.used(400, 50, 0));
                own = null;
            }
            if (running == null && own == null && news.isEmpty()) {
                alike(500);
            }
        }
    }
}
