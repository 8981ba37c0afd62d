package app.pitot.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.Outcome;
import app.pitot.api.Target;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LinesTest {
    @Test
    void aLineHasConnectionsOfItsOwn() throws Exception {
        try (var bench = Bench.real(config -> config)) {
            bench.client.warm(Target.open(bench.account, 3));
            assertThat(bench.server.state().admitted()).isZero();
            assertThat(sent(bench, Sending.NOW).speed().reused()).isFalse();
            assertThat(sent(bench, Sending.NOW.on(2, Departure.AT_ONCE)).speed().reused()).isFalse();
            assertThat(sent(bench, Sending.NOW.on(3, Departure.AT_ONCE)).speed().reused()).isTrue();
            assertThat(sent(bench, Sending.NOW).speed().reused()).isTrue();
        }
    }

    @Test
    void forgettingAnAddressClosesItsLines() throws Exception {
        try (var bench = Bench.real(config -> config)) {
            bench.client.warm(Target.open(bench.account, 3));
            bench.client.forget(bench.account.baseUrl());
            assertThat(sent(bench, Sending.NOW.on(3, Departure.AT_ONCE)).speed().reused()).isFalse();
        }
    }

    @Test
    void nothingLeavesBeforeItsDepartureHasBeenTold() throws Exception {
        try (var bench = Bench.real(config -> config)) {
            var admitted = new CountDownLatch(1);
            var go = new CountDownLatch(1);
            var running = bench.engine.start(bench.spec("Short", 50), UUID.randomUUID().toString(), TextTap.NONE,
                    Sending.WHEN_FITS.on(1, new Departure() {
                        @Override
                        public void admitted() {
                            admitted.countDown();
                        }

                        @Override
                        public void ready() throws InterruptedException {
                            go.await();
                        }
                    }));
            admitted.await();
            Thread.sleep(50);
            assertThat(bench.server.state().admitted()).isZero();
            go.countDown();
            assertThat(Bench.await(running).outcome()).isEqualTo(Outcome.COMPLETE);
        }
    }

    @Test
    void whatIsStoppedBeforeItsDepartureIsNeverSent() throws Exception {
        try (var bench = Bench.real(config -> config)) {
            var ready = new CountDownLatch(1);
            var go = new CountDownLatch(1);
            var running = bench.engine.start(bench.spec("Short", 50), UUID.randomUUID().toString(), TextTap.NONE,
                    Sending.NOW.on(1, new Departure() {
                        @Override
                        public void ready() throws InterruptedException {
                            ready.countDown();
                            go.await();
                        }
                    }));
            ready.await();
            running.stop();
            go.countDown();
            var result = Bench.await(running);
            assertThat(result.outcome()).isEqualTo(Outcome.STOPPED);
            assertThat(result.reservation()).isNull();
            assertThat(bench.server.state().admitted()).isZero();
        }
    }

    private static ExchangeResult sent(Bench bench, Sending how) throws Exception {
        var result = Bench.await(
                bench.engine.start(bench.spec("Short", 50), UUID.randomUUID().toString(), TextTap.NONE, how));
        assertThat(result.outcome()).isEqualTo(Outcome.COMPLETE);
        return result;
    }
}
