package app.pitot.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InTurnTest {
    private final InTurn inTurn = new InTurn(
            task -> Thread.ofVirtual().uncaughtExceptionHandler((_, _) -> {}).start(task));

    @Test
    void keepsTheOrderWhateverEachTakes() throws Exception {
        var done = Collections.synchronizedList(new ArrayList<Integer>());
        var end = new CountDownLatch(200);
        for (int i = 0; i < 200; i++) {
            int number = i;
            inTurn.execute(() -> {
                if (number % 10 == 0) {
                    pause();
                }
                done.add(number);
                end.countDown();
            });
        }
        assertThat(end.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(done).isEqualTo(IntStream.range(0, 200).boxed().toList());
    }

    private static void pause() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(4));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void oneThatFailsDoesNotKeepTheNext() throws Exception {
        var end = new CountDownLatch(1);
        inTurn.execute(() -> {
            throw new IllegalStateException("on purpose");
        });
        inTurn.execute(end::countDown);
        assertThat(end.await(20, TimeUnit.SECONDS)).isTrue();
    }
}
