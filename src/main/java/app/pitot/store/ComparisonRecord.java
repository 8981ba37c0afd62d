package app.pitot.store;

import app.pitot.compare.Comparison;
import app.pitot.compare.SavedSet;
import app.pitot.compare.json.ComparisonJson;
import app.pitot.compare.json.SampleJson;
import app.pitot.history.json.Fields;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** How a change of what is kept of comparisons stands in the journal. */
final class ComparisonRecord {
    private ComparisonRecord() {}

    static void write(ComparisonChange change, ObjectNode node) {
        switch (change) {
            case ComparisonChange.SaveSet save -> node.put("kind", "set").put("id", save.set().id())
                    .put("name", save.set().name()).put("at", save.set().changedAt().toString())
                    .set("setup", ComparisonJson.setup(save.set().setup()));
            case ComparisonChange.ForgetSet forget -> node.put("kind", "setGone").put("id", forget.id());
            case ComparisonChange.Begin begin -> node.put("kind", "compare").set("run",
                    ComparisonJson.write(begin.head()));
            case ComparisonChange.Add add -> node.put("kind", "sample").put("id", add.id())
                    .put("run", add.comparison()).set("sample", SampleJson.write(add.sample()));
            case ComparisonChange.End end -> node.put("kind", "compared").put("run", end.comparison())
                    .put("state", Stored.word(end.state())).put("at", end.at().toString());
            case ComparisonChange.KeepVote keep -> node.put("kind", "vote").put("run", keep.comparison()).set("vote",
                    ComparisonJson.vote(keep.vote()));
            case ComparisonChange.Remove remove -> node.put("kind", "compareGone").put("run", remove.comparison());
        }
    }

    /** Null for what is none. */
    static ComparisonChange read(JsonNode node) {
        var run = node.path("run").asText();
        var id = node.path("id").asText();
        var at = Fields.time(node, "at", Instant.EPOCH);
        return switch (node.path("kind").asText()) {
            case "set" -> new ComparisonChange.SaveSet(
                    new SavedSet(id, node.path("name").asText(), ComparisonJson.setup(node.path("setup")), at));
            case "setGone" -> new ComparisonChange.ForgetSet(id);
            case "compare" -> new ComparisonChange.Begin(ComparisonJson.read(node.path("run"), List.of()));
            case "sample" -> new ComparisonChange.Add(id, run, SampleJson.read(node.path("sample")));
            case "compared" -> new ComparisonChange.End(run,
                    Stored.word(node.path("state").asText(), Comparison.State.CANCELLED), at);
            case "vote" -> new ComparisonChange.KeepVote(run, ComparisonJson.vote(node.path("vote")));
            case "compareGone" -> new ComparisonChange.Remove(run);
            default -> null;
        };
    }
}
