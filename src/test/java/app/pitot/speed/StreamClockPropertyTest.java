package app.pitot.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamClockPropertyTest {
    /** The truth is known here: tokens are made at an even rate and only their packaging varies. */
    @ParameterizedTest
    @CsvSource({"20, 1", "100, 1", "100, 4", "3000, 1", "3000, 4", "3000, 16"})
    void theSpeedIsRightWhateverTheChunks(int tokensPerSecond, int most) {
        var random = new Random(tokensPerSecond * 31L + most);
        for (var run = 0; run < 20; run++) {
            var feed = new Feed();
            var tokens = 0;
            while (tokens < 2_000) {
                var chunk = 1 + random.nextInt(most);
                tokens += chunk;
                feed.answer(120 + tokens * 1_000.0 / tokensPerSecond, chunk * 4);
            }
            assertThat(feed.complete(Feed.usage(tokens)).outputTokensPerSecond()).isCloseTo(tokensPerSecond,
                    Percentage.withPercentage(0.01));
        }
    }

    @Test
    void gapsAndBytesAddUp() {
        var random = new Random(4);
        for (var run = 0; run < 100; run++) {
            var feed = new Feed();
            var at = 100.0;
            var bytes = 0;
            var count = 2 + random.nextInt(700);
            for (var i = 0; i < count; i++) {
                at += 2 + random.nextInt(30);
                var piece = 1 + random.nextInt(60);
                bytes += piece;
                feed.answer(at, piece);
            }
            var reading = feed.complete(Feed.usage(count));
            assertThat(Arrays.stream(reading.rhythm().bars()).sum()).isEqualTo(bytes);
            assertThat(reading.textBytes()).isEqualTo(bytes);
            assertThat(reading.rhythm().arrivals()).isEqualTo(count);
            assertThat(reading.rhythm().p50Ms()).isBetween(2.0, reading.rhythm().maxMs());
        }
    }

    @Test
    void anotherThreadSeesOnlyWholeReadings() throws InterruptedException {
        var feed = new Feed();
        var done = new CountDownLatch(1);
        var fault = new AtomicReference<Throwable>();
        var reader = Thread.ofPlatform().start(() -> {
            try {
                long last = 0;
                while (done.getCount() > 0) {
                    var live = feed.clock.live();
                    assertThat(live.textBytes() % 4).isZero();
                    assertThat(live.textBytes()).isGreaterThanOrEqualTo(last);
                    last = live.textBytes();
                }
            } catch (AssertionError | RuntimeException e) {
                fault.set(e);
            }
        });
        feed.steady(100, 2, 30_000, 4);
        done.countDown();
        reader.join();
        assertThat(fault.get()).isNull();
        assertThat(feed.complete(Feed.usage(30_000)).textBytes()).isEqualTo(120_000);
    }
}
