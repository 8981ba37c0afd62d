package app.pitot.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Ticker;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ScheduleTest {
    private static final long MS = 1_000_000;

    private final AtomicLong now = new AtomicLong(5 * MS);
    private final Schedule schedule = new Schedule(new Pacer(now::get), 5 * MS, 1_000);

    @Test
    void aLateStartMovesTheWholeSchedule() throws Exception {
        now.set(85 * MS);
        schedule.await(10);
        schedule.wrote(10);

        assertThat(schedule.origin()).isEqualTo(75 * MS);
        assertThat(schedule.due(10)).isEqualTo(schedule.first()).isEqualTo(85 * MS);
        assertThat(schedule.due(30)).isEqualTo(105 * MS);
    }

    @Test
    void aLaterDelayIsCaughtUp() {
        now.set(15 * MS);
        schedule.wrote(10);
        now.set(90 * MS);
        schedule.wrote(20);

        assertThat(schedule.origin()).isEqualTo(5 * MS);
        assertThat(schedule.due(30)).isEqualTo(35 * MS);
        assertThat(schedule.first()).isEqualTo(15 * MS);
        assertThat(schedule.last()).isEqualTo(90 * MS);
    }

    @Test
    void aReplyWithoutTextEndsWhereItBegan() {
        assertThat(schedule.last()).isEqualTo(schedule.origin()).isEqualTo(5 * MS);
    }

    /** The clock holds the first event up by 100 ms; the reply must still take as long as its speed says. */
    @Test
    void aReplyThatStartsLateKeepsItsSpeedInTheBooksAndForTheClient() throws Exception {
        var arrived = new AtomicLong();
        var held = new AtomicBoolean();
        Ticker pacing = () -> {
            long reading = System.nanoTime();
            arrived.compareAndSet(0, reading);
            if (reading - arrived.get() >= 10 * MS && held.compareAndSet(false, true))
                sleep(100);
            return reading;
        };
        var plain = Plans.config(Plans.unlimited());
        var config = new SimulatorConfig(0, plain.dialect(), plain.plan(), 1_000.0, 10, 1, null, plain.clocks(),
                pacing);
        try (var server = SimulatorServer.start(config); var client = new Client(server)) {
            var stream = client.stream(Client.body("llama3.1-8b", "Write 150 tokens", true, null));
            var reply = server.state().recent().getFirst();
            int first = Tokenizer.count(stream.event(1).at("/choices/0/delta/content").asText());

            assertThat(held).isTrue();
            assertThat(reply.firstMs()).isGreaterThanOrEqualTo(110);
            assertThat(reply.lastMs() - reply.firstMs()).isGreaterThanOrEqualTo(150 - first);
            assertThat(stream.last().at("/time_info/completion_time").asDouble()).isGreaterThanOrEqualTo(0.150 - 1e-9)
                    .isCloseTo((reply.lastMs() - reply.firstMs() + first) / 1e3,
                            org.assertj.core.data.Offset.offset(1e-4));
            assertThat(stream.last().at("/time_info/prompt_time").asDouble()).isGreaterThan(0.1);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
