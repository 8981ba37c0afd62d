package app.pitot.ui.tour;

import app.pitot.base.Texts;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

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

    /** @param thrown what ended the step; null if that is not known */
    void failed(String name, Throwable thrown) {
        var cause = thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        var reason = cause == null
                ? Texts.get("tour.broken.unknown")
                : cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        step(name, false, Map.of("error", reason), Texts.get("tour.broken", name, reason));
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
