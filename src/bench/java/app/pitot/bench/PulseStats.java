package app.pitot.bench;

import java.time.Duration;
import java.util.Arrays;
import javafx.animation.AnimationTimer;

/** Records the time between pulses while it runs, and what our own part of them cost. */
final class PulseStats {
    static final String HEADER = """
            | view | pulses/s | first quarter | last quarter | p50 ms | p95 ms | p99 ms | longest ms | CPU cores | lag p50 ms | lag p99 ms | last character ms | heap MB |
            |---|---|---|---|---|---|---|---|---|---|---|---|---|""";

    private long[] pulses = new long[4_096];
    private int count;
    private Duration cpuAtStart;
    private Duration cpu;
    private Runnable each = () -> {};
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            pulse();
        }
    };

    /** Called once per pulse. */
    void each(Runnable action) {
        each = action;
    }

    void start() {
        cpuAtStart = cpuTime();
        timer.start();
    }

    void stop() {
        cpu = cpuTime().minus(cpuAtStart);
        timer.stop();
    }

    /** Of the whole process, so that painting and compiling count. */
    private static Duration cpuTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    String row(String name, Lag lag) {
        int n = count - 1;
        var gaps = new double[n];
        for (int i = 0; i < n; i++) {
            gaps[i] = (pulses[i + 1] - pulses[i]) / 1e6;
        }
        int quarter = n * 3 / 4;
        double last = (n - quarter) * 1e9 / (pulses[n] - pulses[quarter]);
        int early = n / 4;
        double first = early * 1e9 / (pulses[early] - pulses[0]);
        double rate = n * 1e9 / (pulses[n] - pulses[0]);
        Arrays.sort(gaps);
        var runtime = Runtime.getRuntime();
        System.gc();
        return String.format("| %s | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %s | %s | %s | %s | %d |", name,
                rate, first, last,
                at(gaps, 0.5), at(gaps, 0.95), at(gaps, 0.99), at(gaps, 1),
                one(cpu.toNanos() / (double) (pulses[n] - pulses[0])),
                lag == null ? "–" : one(lag.p50Millis()), lag == null ? "–" : one(lag.p99Millis()),
                lag == null ? "–" : one(lag.lastMillis()),
                (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    private static String one(double value) {
        return Double.isNaN(value) ? "–" : String.format("%.1f", value);
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))];
    }

    private void pulse() {
        if (count == pulses.length) {
            pulses = Arrays.copyOf(pulses, 2 * count);
        }
        pulses[count++] = System.nanoTime();
        each.run();
    }
}
