package app.pitot.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.provider.Limit;
import app.pitot.provider.Metric;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Period;
import app.pitot.provider.Plan;
import app.pitot.provider.Refill;
import app.pitot.quota.QuotaMeter;
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
}
