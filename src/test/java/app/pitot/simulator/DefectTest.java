package app.pitot.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Clocks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A defect of the simulator itself: a clock that fails stands for any of them. */
@Timeout(60)
class DefectTest {
    private static final int NEVER = Integer.MAX_VALUE;

    private final List<LogRecord> logged = Collections.synchronizedList(new ArrayList<>());
    private final Logger logger = Logger.getLogger(Guard.class.getName());
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord one) {
            logged.add(one);
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void restore() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
    }

    @Test
    void isAnsweredWith500AndLogged() throws Exception {
        var left = new AtomicInteger(NEVER);
        try (var server = SimulatorServer.start(failing(left)); var client = new Client(server)) {
            left.set(0);
            var state = client.get("/simulator/state");
            assertThat(state.status()).isEqualTo(500);
            assertThat(state.code()).isEqualTo("simulator_defect");
            assertThat(state.json().path("message").asText()).contains("clock broken");
            assertThat(state.headers().get("x-pitot-simulator")).isEqualTo("1");
            var chat = client.post(Client.body("llama3.1-8b", "Write 30 tokens", true, null), "Authorization",
                    "Bearer canary");
            assertThat(chat.status()).isEqualTo(500);
            assertThat(chat.code()).isEqualTo("simulator_defect");
            left.set(NEVER);
            assertThat(client.get("/simulator/state").status()).isEqualTo(200);
        }
        assertThat(logged).hasSize(2).allSatisfy(one -> {
            assertThat(one.getLevel()).isEqualTo(Level.WARNING);
            assertThat(one.getThrown()).hasMessage("clock broken");
            assertThat(one.getMessage()).doesNotContain("canary");
        });
        assertThat(logged.getLast().getMessage()).contains("/v1/chat/completions");
    }

    @Test
    void cutsAReplyThatHasBegun() throws Exception {
        var left = new AtomicInteger(NEVER);
        try (var server = SimulatorServer.start(failing(left)); var client = new Client(server)) {
            // The limiter reads the time when it admits; the reply's own date is read after that, the account's last.
            left.set(2);
            var stream = client.stream(Client.body("llama3.1-8b", "Write 30 tokens", true, null));
            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.broken()).isTrue();
        }
        assertThat(logged).hasSize(1);
    }

    /** @param left readings of the wall clock that still succeed */
    private static SimulatorConfig failing(AtomicInteger left) {
        return Plans.config(Plans.unlimited(), new Clocks(System::nanoTime, () -> {
            if (left.get() != NEVER && left.getAndDecrement() <= 0)
                throw new StackOverflowError("clock broken");
            return Instant.parse("2026-04-25T10:00:00Z");
        }));
    }
}
