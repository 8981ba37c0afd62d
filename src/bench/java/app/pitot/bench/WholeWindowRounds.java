package app.pitot.bench;

import java.awt.AWTException;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** The rounds of {@link WholeWindowBench}, on the display that the environment names: starts, clicks, types, waits, counts. */
final class WholeWindowRounds {
    private static final int REST_MS = 2_000;
    private static final int KEY_MS = 150;
    private static final int KEYS_FROM_MS = 700;
    private static final int KEYS_TO_MS = 9_600;
    private static final int PSS_EVERY = 5;
    private static final String[] KINDS = {"first reply", "second reply"};

    private final Path app;
    private final String chromium = WholeWindowBench.chromium();
    private final Robot robot = new Robot();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<WindowFigures> figures = new ArrayList<>();
    private final Process server = Started.java(ReplyServer.class).start();
    private final String host = "http://127.0.0.1:" + WholeWindowBench.firstLine(server);
    private int replies;

    private WholeWindowRounds(Path app) throws AWTException, IOException {
        this.app = app;
    }

    public static void main(String[] args) throws Exception {
        var rounds = new WholeWindowRounds(Path.of(args[0]));
        try {
            rounds.run(Integer.parseInt(args[1]));
        } finally {
            Started.end(rounds.server);
        }
        // The toolkit's threads would stay.
        System.exit(0);
    }

    private void run(int count) throws IOException, InterruptedException {
        if (chromium == null) {
            System.out.println("No control: there is no Chromium on this machine.");
        }
        System.out.println("load average before: " + Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
        System.out.println(WindowFigures.HEADER);
        var random = new Random(1);
        for (int i = 0; i < count; i++) {
            var order = new ArrayList<>(chromium == null ? List.of(true) : List.of(true, false));
            Collections.shuffle(order, random);
            for (boolean ours : order) {
                var folder = Files.createTempDirectory("pitot-window");
                try (var client = ours
                        ? new PitotClient(app, folder, host + "/v1")
                        : new ChromiumClient(chromium, folder, host + "/v1")) {
                    client(client);
                }
                remove(folder);
            }
        }
        System.out.println("\nMedians:\n" + WindowFigures.HEADER);
        WindowFigures.medians(figures).forEach(row -> System.out.println(row.row()));
    }

    private void client(Client client) throws IOException, InterruptedException {
        var place = client.ready();
        double start = client.tree().cpuSeconds();
        Thread.sleep(REST_MS);
        robot.mouseMove(place.x, place.y);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        for (var kind : KINDS) {
            Thread.sleep(REST_MS);
            var row = reply(client, client.name() + ", " + kind, start);
            System.out.println(row.row());
            figures.add(row);
        }
    }

    private WindowFigures reply(Client client, String name, double start) throws IOException, InterruptedException {
        // What was typed during the last reply goes.
        robot.keyPress(KeyEvent.VK_CONTROL);
        type(KeyEvent.VK_A);
        robot.keyRelease(KeyEvent.VK_CONTROL);
        type(KeyEvent.VK_G);
        client.expect(++replies);
        Thread.sleep(KEY_MS);
        double before = client.tree().cpuSeconds();
        type(KeyEvent.VK_ENTER);
        long asked = System.nanoTime();
        Thread.sleep(KEYS_FROM_MS);
        var pressed = new ArrayList<Long>();
        double pss = 0;
        while (System.nanoTime() - asked < KEYS_TO_MS * 1_000_000L) {
            pressed.add(System.nanoTime());
            type(KeyEvent.VK_A + pressed.size() % 26);
            Thread.sleep(KEY_MS);
            if (pressed.size() % PSS_EVERY == 0) {
                pss = Math.max(pss, client.tree().pssMegabytes());
            }
        }
        var report = client.report();
        double cpu = client.tree().cpuSeconds() - before;
        pss = Math.max(pss, client.tree().pssMegabytes());
        var last = get("/last").split(" ");
        if (Integer.parseInt(last[0]) != replies) {
            throw new IOException("reply " + last[0] + " ended where " + replies + " was due");
        }
        return WindowFigures.of(name, start, cpu, pss, Long.parseLong(last[1]), report, pressed);
    }

    /** What a browser's processes still write while they end may stay. */
    private static void remove(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (UncheckedIOException gone) {
            System.err.println("left behind: " + folder);
        }
    }

    private void type(int key) {
        robot.keyPress(key);
        robot.keyRelease(key);
    }

    private String get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(host + path)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
