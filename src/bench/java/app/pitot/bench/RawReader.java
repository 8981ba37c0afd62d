package app.pitot.bench;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** The control for TTFT: a bare socket that looks for the first content and does nothing else. */
final class RawReader {
    private static final byte[] CONTENT = "\"delta\":{\"content\":\"".getBytes(StandardCharsets.US_ASCII);

    private RawReader() {}

    /** Milliseconds from writing the request to the first content, of so many requests at once. */
    static List<Double> ttfts(String base, String model, String prompt, int streams) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Callable<Double>>();
            for (int i = 0; i < streams; i++) {
                work.add(() -> ttft(URI.create(base), model, prompt));
            }
            var times = new ArrayList<Double>();
            for (var each : threads.invokeAll(work)) {
                times.add(each.get());
            }
            return times;
        }
    }

    private static double ttft(URI base, String model, String prompt) throws IOException {
        var body = "{\"model\":\"" + model + "\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\""
                + prompt
                + "\"}]}";
        var head = "POST " + base.getPath() + "/chat/completions HTTP/1.1\r\nHost: " + base.getAuthority()
                + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " + body.length()
                + "\r\n\r\n";
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            socket.setTcpNoDelay(true);
            var buffer = new byte[1 << 16];
            int length = 0;
            long sent = System.nanoTime();
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
            long first = 0;
            int got;
            while ((got = socket.getInputStream().read(buffer, length, buffer.length - length)) > 0) {
                long now = System.nanoTime();
                length += got;
                if (first == 0 && contains(buffer, length)) {
                    first = now;
                }
                length = first == 0 ? length : 0; // read on to the end, so that the server is not left hanging
            }
            return (first - sent) / 1e6;
        }
    }

    private static boolean contains(byte[] buffer, int length) {
        return new String(buffer, 0, length, StandardCharsets.ISO_8859_1)
                .contains(new String(CONTENT, StandardCharsets.ISO_8859_1));
    }
}
