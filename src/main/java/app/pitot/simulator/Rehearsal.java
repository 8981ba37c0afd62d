package app.pitot.simulator;

import app.pitot.provider.Limit;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.provider.Plan;
import app.pitot.provider.Refill;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/**
 * Replies that nobody asked for, from a private server over loopback: without them the first real one would wait for
 * classes to load between its arrival and its first token. It leaves no trace in the books of any other server.
 */
final class Rehearsal {
    private static final int ROUNDS = 3;
    private static final int SILENCE_MS = 5_000;
    private static final long AMPLE = 1_000_000_000;
    private static final Plan PLAN = new Plan("rehearsal", "Rehearsal", "simulator", LocalDate.EPOCH, "none",
            List.of(new Limit(Metric.REQUESTS, Period.MINUTE, AMPLE, Refill.CONTINUOUS),
                    new Limit(Metric.TOKENS, Period.DAY, AMPLE, Refill.FIXED)),
            null, null, "");
    private static final String CHAT = "{\"model\":\"gpt-oss-120b\",\"stream\":true,\"reasoning_effort\":\"medium\","
            + "\"messages\":[{\"role\":\"user\",\"content\":\"Write 1200 tokens\"}]}";

    private Rehearsal() {}

    /** Blocks for a few tenths of a second in a fresh JVM. */
    static void run() throws IOException {
        var config = SimulatorConfig.of(PLAN).withSpeed(20_000.0).withTtftMs(1);
        try (var server = SimulatorServer.start(config)) {
            for (int round = 0; round < ROUNDS; round++) {
                call(server.baseUrl(), "GET /v1/models", "");
                call(server.baseUrl(), "POST /v1/chat/completions", CHAT);
            }
        }
    }

    private static void call(URI to, String line, String body) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(to.getHost(), to.getPort()), SILENCE_MS);
            socket.setSoTimeout(SILENCE_MS);
            var bytes = (line + " HTTP/1.1\r\nHost: " + to.getAuthority() + "\r\nAuthorization: Bearer rehearsal\r\n"
                    + "Content-Type: application/json\r\nConnection: close\r\nContent-Length: " + body.length()
                    + "\r\n\r\n" + body).getBytes(StandardCharsets.US_ASCII);
            socket.getOutputStream().write(bytes);
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!answer.startsWith("HTTP/1.1 200 "))
                throw new IOException("unexpected answer to " + line);
        }
    }
}
