package app.pitot.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one reply cost one client.
 *
 * @param values in the order of {@link #HEADER}
 */
record WindowFigures(String name, double[] values) {
    static final String HEADER = """
            | client | CPU s until usable | CPU s of the reply | peak PSS MB | frames/s | p95 ms | p99 ms | longest ms | last byte to painted ms | key to screen p50 ms | p95 ms |
            |---|---|---|---|---|---|---|---|---|---|---|""";

    /**
     * @param sent when the last text left the server
     * @param report as {@link Client#report} says
     * @param pressed when each key went down
     * @throws IOException if not every key came to the screen, or the last word did not
     */
    static WindowFigures of(String name, double start, double cpu, double pss, long sent, String report,
            List<Long> pressed) throws IOException {
        if (report == null || report.startsWith("0;")) {
            throw new IOException(name + ": the last word was never painted");
        }
        var parts = report.split(";", -1);
        var pulses = longs(parts[1]);
        var keys = longs(parts[2]);
        if (keys.length != pressed.size()) {
            throw new IOException(name + ": " + keys.length + " of " + pressed.size() + " keys were painted");
        }
        var gaps = new double[pulses.length - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = (pulses[i + 1] - pulses[i]) / 1e6;
        }
        double rate = gaps.length * 1e9 / (pulses[gaps.length] - pulses[0]);
        var lags = new double[keys.length];
        for (int i = 0; i < keys.length; i++) {
            lags[i] = (keys[i] - pressed.get(i)) / 1e6;
        }
        Arrays.sort(gaps);
        Arrays.sort(lags);
        return new WindowFigures(name, new double[]{start, cpu, pss, rate, at(gaps, 0.95), at(gaps, 0.99), at(gaps, 1),
            (Long.parseLong(parts[0]) - sent) / 1e6, at(lags, 0.5), at(lags, 0.95)});
    }

    /** One of each name. */
    static List<WindowFigures> medians(List<WindowFigures> all) {
        var byName = new LinkedHashMap<String, List<WindowFigures>>();
        all.forEach(each -> byName.computeIfAbsent(each.name, _ -> new ArrayList<>()).add(each));
        return byName.entrySet().stream().map(entry -> {
            var medians = new double[entry.getValue().getFirst().values.length];
            for (int i = 0; i < medians.length; i++) {
                int column = i;
                var sorted = entry.getValue().stream().mapToDouble(each -> each.values[column]).sorted().toArray();
                medians[i] = at(sorted, 0.5);
            }
            return new WindowFigures(entry.getKey(), medians);
        }).toList();
    }

    String row() {
        var row = new StringBuilder("| ").append(name);
        for (double value : values) {
            row.append(String.format(" | %.1f", value));
        }
        return row.append(" |").toString();
    }

    private static long[] longs(String words) {
        return Stream.of(words.split(" ")).filter(word -> !word.isEmpty()).mapToLong(Long::parseLong).toArray();
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))];
    }
}
