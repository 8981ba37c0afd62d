package app.pitot.bench;

import java.awt.AWTException;
import java.awt.Robot;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The states of {@link IdleBench}, on the display that the environment names: brings them about, waits, counts. */
final class IdleStates {
    private static final String HEADER = """
            | state | s | CPU % of a core | JavaFX thread % | wakes/s | render thread % | wakes | wakes/s | others % |
            |---|---|---|---|---|---|---|---|---|""";
    private static final String RENDERER = "QuantumRenderer";
    /** Linux cuts names off. */
    private static final String FX = "JavaFX Applicat";
    private static final int START_MS = 15_000;
    /** Until the minute's buckets are full, their readings are stale and the caret rests. */
    private static final int SETTLE_MS = 100_000;

    private final Robot robot = new Robot();
    private final long pid;
    private final int seconds;

    private IdleStates(long pid, int seconds) throws AWTException {
        this.pid = pid;
        this.seconds = seconds;
    }

    public static void main(String[] args) throws Exception {
        var folder = Files.createTempDirectory("pitot-idle");
        var builder = Started.builder(folder, args[0], "--data-dir",
                Files.createDirectory(folder.resolve("data")).toString(), "--theme", "dark", "--plan",
                "cerebras-free-2026-04");
        builder.environment().put("PITOT_JAVA", Path.of(System.getProperty("java.home"), "bin", "java").toString());
        var app = builder.start();
        try {
            Thread.sleep(START_MS);
            if (!app.isAlive()) {
                throw new IOException(Files.readString(folder.resolve("said.txt")));
            }
            new IdleStates(app.pid(), Integer.parseInt(args[1])).run();
        } finally {
            Started.end(app);
        }
        // The toolkit's threads would stay.
        System.exit(0);
    }

    private void run() throws IOException, InterruptedException {
        System.out.println("load average before: " + Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
        System.out.println(HEADER);
        // Over the transcript, where nothing answers to the pointer.
        robot.mouseMove(600, 300);
        Thread.sleep(SETTLE_MS / 3);
        watch("as opened, every window full");
        type(KeyEvent.VK_H, KeyEvent.VK_I, KeyEvent.VK_ENTER);
        Thread.sleep(SETTLE_MS);
        watch("after a reply, the day counts down");
        type(KeyEvent.VK_F6);
        Thread.sleep(SETTLE_MS / 3);
        watch("the same, the focus on the transcript");
    }

    private void watch(String state) throws IOException, InterruptedException {
        var before = ThreadUse.of(pid);
        long start = System.nanoTime();
        Thread.sleep(seconds * 1_000L);
        var after = ThreadUse.of(pid);
        double passed = (System.nanoTime() - start) / 1e9;
        var all = after.entrySet().stream().mapToLong(each -> each.getValue().minus(before.get(each.getKey())).ticks())
                .sum();
        var fx = used(FX, before, after);
        var renderer = used(RENDERER, before, after);
        System.out.printf("| %s | %.0f | %.2f | %.2f | %.1f | %.2f | %d | %.2f | %.2f |%n", state, passed, all / passed,
                fx.ticks() / passed, fx.wakes() / passed, renderer.ticks() / passed, renderer.wakes(),
                renderer.wakes() / passed, (all - fx.ticks() - renderer.ticks()) / passed);
    }

    private static ThreadUse used(String prefix, Map<String, ThreadUse> before, Map<String, ThreadUse> after) {
        long ticks = 0;
        long wakes = 0;
        for (var each : after.entrySet()) {
            if (each.getKey().startsWith(prefix)) {
                var use = each.getValue().minus(before.get(each.getKey()));
                ticks += use.ticks();
                wakes += use.wakes();
            }
        }
        return new ThreadUse(ticks, wakes);
    }

    private void type(int... keys) throws InterruptedException {
        for (int key : keys) {
            robot.keyPress(key);
            robot.keyRelease(key);
            Thread.sleep(100);
        }
    }
}
