package app.pitot.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.Point;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** {@link ControlPage} in Chromium without a GPU, in a profile of its own. */
final class ChromiumClient implements Client {
    private static final int WAIT_SECONDS = 60;

    private final HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final BlockingQueue<String> ready = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> reports = new LinkedBlockingQueue<>();
    private final Process process;
    private volatile int number;

    /** @param reply the base URL of the replies */
    ChromiumClient(String chromium, Path folder, String reply) throws IOException {
        var page = ControlPage.of(reply + "/chat/completions");
        http.createContext("/", exchange -> ReplyServer.answer(exchange, page));
        http.createContext("/now", exchange -> ReplyServer.answer(exchange, String.valueOf(System.nanoTime())));
        http.createContext("/number", exchange -> ReplyServer.answer(exchange, String.valueOf(number)));
        http.createContext("/ready", exchange -> keep(exchange, ready));
        http.createContext("/report", exchange -> keep(exchange, reports));
        http.start();
        process = Started.builder(folder, chromium, "--no-sandbox", "--disable-gpu", "--no-first-run",
                "--no-default-browser-check", "--disable-background-networking", "--password-store=basic",
                "--user-data-dir=" + folder.resolve("profile"), "--window-position=0,0",
                "--window-size=" + WindowBench.WIDTH + "," + WindowBench.HEIGHT,
                "--app=http://127.0.0.1:" + http.getAddress().getPort() + "/").start();
    }

    @Override
    public String name() {
        return "plain text page in Chromium";
    }

    @Override
    public ProcessTree tree() {
        return new ProcessTree(process.toHandle());
    }

    @Override
    public Point ready() throws IOException, InterruptedException {
        return Started.point(next(ready));
    }

    @Override
    public void expect(int next) {
        number = next;
    }

    @Override
    public String report() throws IOException, InterruptedException {
        return next(reports);
    }

    @Override
    public void close() {
        http.stop(0);
        Started.end(process);
    }

    private static String next(BlockingQueue<String> queue) throws IOException, InterruptedException {
        var text = queue.poll(WAIT_SECONDS, TimeUnit.SECONDS);
        if (text == null) {
            throw new IOException("the page said nothing for " + WAIT_SECONDS + " s");
        }
        return text;
    }

    private static void keep(HttpExchange exchange, BlockingQueue<String> queue) throws IOException {
        queue.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        ReplyServer.answer(exchange, "");
    }
}
