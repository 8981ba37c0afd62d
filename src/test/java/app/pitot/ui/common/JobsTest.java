package app.pitot.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class JobsTest {
    private final ManualExecutor background = new ManualExecutor();
    private final ManualExecutor fx = new ManualExecutor();
    private final Jobs jobs = new Jobs(background, fx);
    private final List<Object> heard = new ArrayList<>();

    private Job start(java.util.concurrent.Callable<String> work) {
        return jobs.start(() -> heard.add("closed"), work, heard::add, heard::add);
    }

    @Test
    void theResultComesOnTheJavaFxThreadAfterWhatWasHeldIsClosed() {
        start(() -> "done");
        background.runAll();
        assertThat(heard).containsExactly("closed");
        fx.runAll();
        assertThat(heard).containsExactly("closed", "done");
    }

    @Test
    void whatIsThrownComesBackToo() {
        var wrong = new IOException("no");
        var defect = new IllegalStateException("no");
        start(() -> {
            throw wrong;
        });
        start(() -> {
            throw defect;
        });
        background.runAll();
        fx.runAll();
        assertThat(heard).contains(wrong, defect);
    }

    @Test
    void nothingOfCancelledWorkIsDeliveredAndWhatItHeldIsClosed() {
        start(() -> "never begun").cancel();
        background.runAll();
        var late = start(() -> "late");
        background.runAll();
        late.cancel();
        fx.runAll();
        assertThat(heard).containsExactly("closed", "closed");
    }

    @Test
    void cancellingInterruptsWhatBlocksAndLeavesTheThreadClean() throws Exception {
        try (var pool = Executors.newSingleThreadExecutor()) {
            var begun = new CountDownLatch(1);
            var interrupted = new CountDownLatch(1);
            var job = new Jobs(pool, Runnable::run).start(() -> {
                begun.countDown();
                try {
                    Thread.sleep(60_000);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    interrupted.countDown();
                }
                return "";
            }, heard::add, heard::add);
            begun.await();
            job.cancel();
            assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(pool.submit(() -> Thread.currentThread().isInterrupted()).get()).isFalse();
            assertThat(heard).isEmpty();
        }
    }
}
