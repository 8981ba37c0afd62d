package app.pitot.compare.report;

import app.pitot.compare.Analyst;
import app.pitot.compare.Comparison;
import app.pitot.compare.Measure;
import app.pitot.compare.Sample;
import app.pitot.compare.json.ComparisonJson;
import app.pitot.compare.json.SampleJson;
import app.pitot.transfer.JsonText;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/** Everything that is known of a run, and what is concluded from it, as one object. See {@code src/docs/formats/comparison.md}. */
public final class JsonReport {
    private static final int VERSION = 1;

    private JsonReport() {}

    /** With a line break at its end. */
    public static String of(Comparison run) {
        return new String(JsonText.bytes(tree(run)), StandardCharsets.UTF_8) + "\n";
    }

    static ObjectNode tree(Comparison run) {
        var root = JsonNodeFactory.instance.objectNode().put("pitot", VERSION);
        var comparison = ComparisonJson.write(run);
        var samples = comparison.putArray("samples");
        run.samples().forEach(each -> samples.add(SampleJson.write(each)));
        root.set("comparison", comparison);
        var analysis = root.putArray("analysis");
        for (var measure : Measure.values()) {
            analysis.add(AnalysisJson.write(Analyst.analyse(run, measure)));
        }
        return root;
    }

    /** The run that {@link #of} wrote. */
    static Comparison read(JsonNode root) {
        var node = root.path("comparison");
        var samples = new ArrayList<Sample>();
        node.path("samples").forEach(each -> samples.add(SampleJson.read(each)));
        return ComparisonJson.read(node, samples);
    }
}
