package app.pitot.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SimulatorServerTest {
    private static final String ASK = "How do instruments fail?";

    @Test
    void sameSeedSameReply() throws Exception {
        var first = text(1, Client.body("gpt-oss-120b", ASK, true, null));

        assertThat(text(1, Client.body("gpt-oss-120b", ASK, true, null))).isEqualTo(first);
        assertThat(text(2, Client.body("gpt-oss-120b", ASK, true, null))).isNotEqualTo(first);
        assertThat(text(1, Client.body("gpt-oss-120b", ASK + "?", true, null))).isNotEqualTo(first);
        assertThat(text(1, Client.body("qwen-3.8-27b", ASK, true, null))).isNotEqualTo(first);
        assertThat(text(1, with("\"temperature\":1.5"))).isNotEqualTo(first);
        assertThat(text(1, with("\"seed\":7"))).isNotEqualTo(first).isEqualTo(text(1, with("\"seed\":7")));
    }

    @Test
    void asksForAnotherVersionGetAnotherTheSameInEveryRun() throws Exception {
        var body = Client.body("gpt-oss-120b", ASK, true, null);
        var versions = texts(1, body, 3);

        assertThat(versions).doesNotHaveDuplicates();
        assertThat(texts(1, body, 3)).isEqualTo(versions);
        assertThat(texts(1, with("\"seed\":7"), 2)).as("a seed asks for the same")
                .containsOnly(text(1, with("\"seed\":7")));
    }

    @Test
    void parallelStreamsAreWholeAndCountedOnce() throws Exception {
        try (var server = SimulatorServer
                .start(Plans.config(Plans.april(), new Plans.Hand().clocks()).withSpeed(20_000.0));
                var client = new Client(server);
                var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Callable<Client.Stream>>();
            for (int i = 0; i < 16; i++) {
                var prompt = "Write " + (200 + i) + " tokens";
                work.add(() -> client.stream(Client.body("llama3.1-8b", prompt, true, 500)));
            }
            long total = 0;
            var done = pool.invokeAll(work);
            for (int i = 0; i < 16; i++) {
                var stream = done.get(i).get();
                assertThat(Tokenizer.count(stream.text("content"))).isEqualTo(200 + i);
                total += stream.last().at("/usage/total_tokens").asLong();
            }
            assertThat(server.state().admitted()).isEqualTo(16);
            assertThat(server.state().tokensCharged()).isEqualTo(total);
            assertThat(server.state().limits().get(0).remainingFloor()).isEqualTo(14);
            assertThat(server.state().limits().get(3).remainingFloor()).isEqualTo(60_000 - total);
            assertThat(server.state().recent()).hasSize(16);
        }
    }

    /** Lateness adds up nowhere: the whole stream ends when the schedule says, give or take a busy machine. */
    @Test
    void keepsTheScheduleThatItsSpeedSets() throws Exception {
        try (var server = SimulatorServer.start(Plans.config(Plans.unlimited()).withSpeed(2_000.0).withTtftMs(50));
                var client = new Client(server)) {
            var stream = client.stream(Client.body("llama3.1-8b", "Write 800 tokens", true, null));
            var reply = server.state().recent().getFirst();

            assertThat(reply.completionTokens()).isEqualTo(800);
            assertThat(reply.chunks()).isEqualTo(stream.events().size() - 3);
            assertThat(reply.firstMs()).isBetween(51.0, 500.0);
            assertThat(reply.lastMs()).isBetween(450.0, 1_500.0);
            assertThat((stream.at().getLast() - stream.sent()) / 1e6).isGreaterThanOrEqualTo(450);
            for (var event : stream.json().subList(1, stream.json().size() - 1))
                assertThat(Tokenizer.count(event.at("/choices/0/delta/content").asText())).isBetween(1, 9);
        }
    }

    @Test
    void closeCutsStreamsAndFreesThePortAtOnce() throws Exception {
        var server = SimulatorServer.start(Plans.config(Plans.unlimited()).withSpeed(50.0));
        int port = server.port();
        try (var client = new Client(server);
                var response = client.open(Client.body("gpt-oss-120b", "Write 5000 tokens", true, null));
                var stalled = client.open(Client.body("gpt-oss-120b", "/fault stall:10", true, null))) {
            assertThat(response.body().source().readUtf8Line()).contains("assistant");
            server.close();
            server.close();
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                assertThat(socket.getLocalPort()).isEqualTo(port);
            }
            assertThatThrownBy(() -> response.body().source().readByteArray()).isInstanceOf(java.io.IOException.class);
            assertThatThrownBy(() -> stalled.body().source().readByteArray()).isInstanceOf(java.io.IOException.class);
        }
        try (var again = SimulatorServer.start(Plans.config(Plans.unlimited()).withPort(port));
                var client = new Client(again)) {
            assertThat(again.baseUrl()).hasToString("http://127.0.0.1:" + port + "/v1");
            assertThat(client.get("/v1/models").status()).isEqualTo(200);
        }
    }

    @Test
    void aTakenPortIsAnError() throws Exception {
        try (var server = SimulatorServer.start(Plans.config(Plans.unlimited()))) {
            assertThatThrownBy(() -> SimulatorServer.start(Plans.config(Plans.unlimited()).withPort(server.port())))
                    .isInstanceOf(BindException.class);
        }
    }

    /** It fails if one of its own requests is not answered as it should be. */
    @Test
    void aRehearsalGoesThroughAndIsInNobodysBooks() throws Exception {
        try (var server = SimulatorServer.start(Plans.config(Plans.april()))) {
            SimulatorServer.rehearse();
            assertThat(server.state().admitted()).isZero();
            assertThat(server.state().recent()).isEmpty();
        }
    }

    @Test
    void configurationIsChecked() {
        var config = SimulatorConfig.of(Plans.unlimited());
        assertThatThrownBy(() -> config.withSpeed(0.0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> config.withSpeed(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> config.withTtftMs(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> config.withPort(70_000)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String with(String field) {
        return Client.body("gpt-oss-120b", ASK, true, null).replace("\"stream\"", field + ",\"stream\"");
    }

    private static String text(long seed, String body) throws Exception {
        return texts(seed, body, 1).getFirst();
    }

    private static List<String> texts(long seed, String body, int times) throws Exception {
        var config = Plans.config(Plans.unlimited()).withSpeed(100_000.0).withTtftMs(0).withSeed(seed);
        var texts = new ArrayList<String>();
        try (var server = SimulatorServer.start(config); var client = new Client(server)) {
            for (int i = 0; i < times; i++)
                texts.add(client.stream(body).text("content"));
        }
        return texts;
    }
}
