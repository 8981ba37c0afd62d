package app.pitot.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AlarmTest {
    private final ManualDelays delays = new ManualDelays();
    private final AtomicInteger rung = new AtomicInteger();
    private final Alarm alarm = new Alarm(delays, rung::incrementAndGet);

    @Test
    void ringsOnce() {
        alarm.set(10);
        assertThat(alarm.pending()).isTrue();
        delays.runAll();
        assertThat(rung).hasValue(1);
        assertThat(alarm.pending()).isFalse();
    }

    @Test
    void settingAgainReplacesTheFirst() {
        alarm.set(10);
        alarm.set(20);
        delays.runAll();
        assertThat(rung).hasValue(1);
    }

    @Test
    void cancelledItStaysSilent() {
        alarm.set(10);
        alarm.cancel();
        delays.runAll();
        assertThat(rung).hasValue(0);
        assertThat(alarm.pending()).isFalse();
    }

    @Test
    void whoIsGoneIsNotKeptUntilItWouldRing() throws InterruptedException {
        var owner = new WeakReference<>(set(new Object()));
        for (int i = 0; i < 100 && owner.get() != null; i++) {
            System.gc();
            Thread.sleep(10);
        }
        assertThat(owner.get()).isNull();
        delays.runAll();
        assertThat(rung).hasValue(0);
    }

    private Object set(Object owner) {
        new Alarm(delays, () -> rung.addAndGet(owner.hashCode() | 1)).set(10);
        return owner;
    }
}
