package app.pitot.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;

class FxThreadTest extends FxTest {
    private final List<Throwable> failures = new ArrayList<>();
    private final FxThread fx = new FxThread(failures::add);

    @Test
    void runsAtOnceWhenAlreadyThere() {
        onFx(() -> {
            var ran = new AtomicBoolean();
            fx.execute(() -> ran.set(true));
            assertThat(ran).isTrue();
        });
    }

    @Test
    void hopsFromAnyOtherThread() throws InterruptedException {
        var there = new AtomicBoolean();
        var done = new CountDownLatch(2);
        fx.execute(() -> {
            there.set(Platform.isFxApplicationThread());
            done.countDown();
        });
        fx.after(1, done::countDown);
        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(there).isTrue();
    }

    @Test
    void handsFailuresToItsHandler() {
        var failure = new IllegalArgumentException("x");
        onFx(() -> fx.execute(() -> {
            throw failure;
        }));
        assertThat(failures).containsExactly(failure);
    }

    @Test
    void dropsWorkAfterShutdown() {
        var ran = new AtomicBoolean();
        onFx(() -> {
            fx.later(() -> ran.set(true));
            fx.shutdown();
            fx.execute(() -> ran.set(true));
        });
        pulses(1);
        assertThat(ran).isFalse();
        assertThat(failures).isEmpty();
    }

    @Test
    void checkNamesTheWrongThread() {
        assertThatThrownBy(FxThread::check).hasMessageContaining(Thread.currentThread().getName());
        onFx(FxThread::check);
    }

    @Test
    void aPulseLoopStopsWhenNobodyAsks() {
        var beats = new AtomicInteger();
        var loop = fx(() -> new PulseLoop(_ -> beats.incrementAndGet() < 3));
        onFx(loop::request);
        pulses(6);
        assertThat(beats).hasValue(3);
        assertThat(fx(loop::running)).isFalse();
        onFx(loop::request);
        pulses(3);
        assertThat(beats).hasValue(4);
    }

    @Test
    void describesANodeOnceForEverySense() {
        onFx(() -> {
            var send = new Button("Send");
            var keys = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.CONTROL_DOWN);
            Describe.node(send, "Send", "Sends the prompt", keys, Describe.Focus.TAB);
            assertThat(send.getAccessibleText()).isEqualTo("Send");
            assertThat(send.getAccessibleHelp()).isEqualTo("Sends the prompt");
            assertThat(send.getTooltip()).extracting(Tooltip::getText).asString()
                    .isEqualTo("Sends the prompt  " + keys.getDisplayText());
            assertThat(send.isFocusTraversable()).isTrue();
        });
    }
}
