package app.pitot.compare;

import app.pitot.provider.Allowance;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.provider.Refill;
import app.pitot.base.Provenance;
import app.pitot.quota.WindowState;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A simulator in a process of its own, and its books. */
final class OwnSimulator implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;
    private final String base;

    /** @param plan an id @param speed tokens per second */
    OwnSimulator(String plan, int speed) throws IOException {
        process = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-Xmx128m", "-cp",
                System.getProperty("java.class.path"), "app.pitot.Pitot", "simulator", "--plan", plan, "--speed",
                Integer.toString(speed)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        base = out.readLine();
    }

    String base() {
        return base;
    }

    JsonNode state() throws IOException {
        try (var in = URI.create(base.replace("/v1", "/simulator/state")).toURL().openStream()) {
            return new ObjectMapper().readTree(in);
        }
    }

    /** What is left of one model's windows, by the simulator's own books. */
    List<Tank> windows(String model) throws IOException {
        var windows = new ArrayList<Tank>();
        for (var each : state().path("limits")) {
            if (each.path("pool").asText().equals(model) || each.path("pool").asText().isEmpty()) {
                var limit = each.path("limit").asLong();
                var left = each.path("remaining").asDouble();
                windows.add(new Tank(new WindowState(Metric.valueOf(upper(each, "metric")),
                        Period.valueOf(upper(each, "period")), Refill.valueOf(upper(each, "refill")), limit,
                        (long) left,
                        limit - (long) left, 0, each.path("resetSeconds").asDouble() * 1_000, WindowState.Next.NOTHING,
                        Provenance.REPORTED, Provenance.REPORTED, 0L, WindowState.Level.NORMAL, false, null,
                        Allowance.LIMITED), left));
            }
        }
        return windows;
    }

    private static String upper(JsonNode each, String name) {
        return each.path(name).asText().toUpperCase(Locale.ROOT);
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        out.close();
    }
}
