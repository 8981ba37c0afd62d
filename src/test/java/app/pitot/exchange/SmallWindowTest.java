package app.pitot.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.pitot.provider.Limit;
import app.pitot.provider.Metric;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Period;
import app.pitot.provider.Plan;
import app.pitot.provider.Refill;
import app.pitot.quota.QuotaMeter;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A window that holds one request has no room for what may come back on the way. */
class SmallWindowTest {
    @Test
    void theNextRequestIsGivenATimeToSpare() {
        var time = new VirtualTime();
        var plan = new Plan("one", "One", "simulator", LocalDate.EPOCH, "none",
                List.of(new Limit(Metric.REQUESTS, Period.MINUTE, 1, Refill.CONTINUOUS)), null, null, "");
        var queue = new SendQueue(new QuotaMeter(time.clocks(), plan), time.clocks(), time);
        var ask = new Ask(() -> 20, 100, ModelInfo.ofId("any"));
        var before = time.seconds();
        assertThat(queue.join(ask).turn).isCompleted();
        for (var i = 1; i <= 3; i++) {
            var turn = queue.join(ask).turn;
            while (!turn.isDone()) {
                time.step();
            }
            // Its way to the provider may be shorter than that of the one before.
            assertThat(time.seconds() - before).isBetween(i * 60.25 - 1e-3, i * 60.25 + 0.05);
        }
    }

    @Test
    void aFullWindowFillsOnlyFromWhenTheRequestLeft() {
        var clocks = new SteppedClocks();
        var plan = new Plan("five", "Five", "simulator", LocalDate.EPOCH, "none",
                List.of(new Limit(Metric.REQUESTS, Period.MINUTE, 5, Refill.CONTINUOUS)), null, null, "");
        var meter = new QuotaMeter(clocks.clocks(), plan);
        var first = meter.reserve(20, 100);
        // A connection is opened and the key is read: the provider's window is full until then.
        clocks.advance(Duration.ofSeconds(2));
        meter.left(first, clocks.clocks().nanos());
        meter.observe(first, List.of(), 200);
        for (var i = 0; i < 4; i++) {
            meter.left(meter.reserve(20, 100), clocks.clocks().nanos());
        }
        assertThat(meter.preFlight(20, 100, ModelInfo.ofId("any")).waitMs()).isCloseTo(12_000.0, within(1.0));
    }
}
