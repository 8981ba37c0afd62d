package app.pitot.api;

import static app.pitot.api.Talk.content;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pitot.base.Clocks;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Stop, from another thread. The bounds are generous: what matters is that it does not wait for the server. */
class StopTest {
    private static final int BOUND_MS = 500;

    @Test
    void stopClosesTheSocketWhileTheReaderWaits() throws Exception {
        var closed = new CompletableFuture<Long>();
        try (var server = new RawServer((_, wire) -> {
            wire.stream().send(content("kept"));
            assertThat(wire.closedByPeer(10_000)).isTrue();
            closed.complete(System.nanoTime());
        }); var client = Talk.client()) {
            var begun = new CountDownLatch(1);
            var sink = new Recorder();
            sink.onText = begun::countDown;
            var call = client.newCall(Talk.target(server.url(), "auto", Talk.key()), Talk.HELLO);
            var end = CompletableFuture.supplyAsync(() -> call.execute(sink), Thread.ofVirtual()::start);
            assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
            long stop = System.nanoTime();
            call.stop();
            long millis = (closed.get(5, TimeUnit.SECONDS) - stop) / 1_000_000;
            Logger.getLogger("app.pitot.api.StopTest").info("socket closed after " + millis + " ms");
            assertThat(millis).isLessThan(BOUND_MS);
            assertThat(end.get(5, TimeUnit.SECONDS).outcome()).isEqualTo(Outcome.STOPPED);
            assertThat(end.get().error()).isNull();
            assertThat(sink.answer).hasToString("kept");
        }
    }

    @Test
    void stopEndsTheWaitForHeaders() throws Exception {
        var asked = new CountDownLatch(1);
        try (var server = new RawServer((_, wire) -> {
            asked.countDown();
            wire.closedByPeer(10_000);
        }); var client = Talk.client()) {
            var call = client.newCall(Talk.target(server.url(), "auto", null), Talk.HELLO);
            var end = CompletableFuture.supplyAsync(() -> call.execute(new Recorder()), Thread.ofVirtual()::start);
            assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
            call.stop();
            assertThat(end.get(5, TimeUnit.SECONDS).outcome()).isEqualTo(Outcome.STOPPED);
        }
    }

    @Test
    void stopEndsATlsGreetingThatIsNeverAnswered() throws Exception {
        try (var server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1")); var client = Talk.client()) {
            var call = client.newCall(Talk.target("https://127.0.0.1:" + server.getLocalPort() + "/v1", "auto", null),
                    Talk.HELLO);
            var end = CompletableFuture.supplyAsync(() -> call.execute(new Recorder()), Thread.ofVirtual()::start);
            try (var accepted = server.accept()) {
                assertThat(accepted.getInputStream().read()).isNotNegative();
                call.stop();
                assertThat(end.get(5, TimeUnit.SECONDS).outcome()).isEqualTo(Outcome.STOPPED);
            }
        }
    }

    @Test
    void stoppedBeforeItBeginsNothingIsSent() throws Exception {
        try (var server = new RawServer((_, wire) -> wire.reply(200, "text/event-stream", content("a")));
                var client = Talk.client()) {
            var call = client.newCall(Talk.target(server.url(), "auto", Talk.key()), Talk.HELLO);
            call.stop();
            call.stop();
            assertThat(call.execute(new Recorder()).outcome()).isEqualTo(Outcome.STOPPED);
            assertThat(server.connections).hasValue(0);
        }
    }

    @Test
    void aCallIsGoodForOneUseAndStopAfterItsEndDoesNothing() throws Exception {
        try (var server = new RawServer(
                (_, wire) -> wire.reply(200, "text/event-stream", content("a") + "data: [DONE]\n\n"));
                var client = new OkHttpChatClient(Clocks.system())) {
            var call = client.newCall(Talk.target(server.url(), "auto", null), Talk.HELLO);
            assertThat(call.execute(new Recorder()).outcome()).isEqualTo(Outcome.COMPLETE);
            call.stop();
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            assertThatThrownBy(() -> call.execute(new Recorder())).isInstanceOf(IllegalStateException.class);
        }
    }
}
