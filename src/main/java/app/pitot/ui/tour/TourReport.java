package app.pitot.ui.tour;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What happened on a tour: printed as it happens, written as {@code tour.json} at the end. */
final class TourReport {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final PrintWriter out;
    private final List<Map<String, Object>> steps = new ArrayList<>();
    private boolean worked = true;

    TourReport(PrintWriter out) {
        this.out = out;
    }

    /**
     * @param facts figures by name; null stands for unknown
     * @param sentence the same for people
     */
    void step(String name, boolean ok, Map<String, Object> facts, String sentence) {
        worked &= ok;
        var step = new LinkedHashMap<String, Object>();
        step.put("step", name);
        step.put("ok", ok);
        step.putAll(facts);
        steps.add(step);
        out.printf("  %-6s %s%n", ok ? "ok" : "FAILED", sentence);
        out.flush();
    }

    boolean worked() {
        return worked;
    }

    void write(Path file) throws IOException {
        var all = new LinkedHashMap<String, Object>();
        all.put("worked", worked);
        all.put("steps", steps);
        JSON.writeValue(file.toFile(), all);
    }
}
