package app.pitot.compare.json;

import app.pitot.compare.Comparison;
import app.pitot.compare.ComparisonSetup;
import app.pitot.compare.LaneFacts;
import app.pitot.compare.LaneSetup;
import app.pitot.compare.Mode;
import app.pitot.compare.Sample;
import app.pitot.compare.Vote;
import app.pitot.history.json.Fields;
import app.pitot.history.json.SetupJson;
import app.pitot.api.ChatParameters;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** A run and its parts, samples apart: see {@link SampleJson}. */
public final class ComparisonJson {
    private ComparisonJson() {}

    /** Without samples. */
    public static ObjectNode write(Comparison run) {
        var node = JsonNodeFactory.instance.objectNode();
        Fields.put(node, "id", run.id());
        Fields.put(node, "set", run.setId());
        Fields.put(node, "name", run.name());
        Fields.put(node, "startedAt", run.startedAt().toString());
        Fields.put(node, "endedAt", run.endedAt() == null ? null : run.endedAt().toString());
        Fields.put(node, "appVersion", run.appVersion());
        Fields.put(node, "mode", run.mode());
        Fields.put(node, "state", run.state());
        Fields.put(node, "seed", run.seed());
        Fields.put(node, "promptHash", run.promptHash());
        Fields.put(node, "setup", setup(run.setup()));
        Fields.put(node, "lanes", lanes(run.lanes()));
        Fields.put(node, "votes", run.votes().isEmpty() ? null : votes(run.votes()));
        return node;
    }

    /** The run that {@link #write} wrote, with these samples. */
    public static Comparison read(JsonNode node, List<Sample> samples) {
        return new Comparison(Fields.text(node, "id", ""), Fields.text(node, "set"), Fields.text(node, "name"),
                Fields.time(node, "startedAt", Instant.EPOCH), Fields.time(node, "endedAt", null),
                Fields.text(node, "appVersion", ""), setup(node.path("setup"), Fields.word(node, "mode", Mode.ROUNDS)),
                Fields.text(node, "promptHash", ""),
                lanes(node.path("lanes")),
                node.path("seed").asLong(), Fields.word(node, "state", Comparison.State.RUNNING), samples,
                votes(node.path("votes")));
    }

    public static ObjectNode setup(ComparisonSetup setup) {
        var node = JsonNodeFactory.instance.objectNode();
        Fields.put(node, "system", setup.systemPrompt().isEmpty() ? null : setup.systemPrompt());
        Fields.put(node, "prompt", setup.prompt());
        Fields.put(node, "mode", setup.mode());
        Fields.put(node, "rounds", setup.rounds());
        Fields.put(node, "nonce", setup.nonce());
        Fields.put(node, "warmUp", setup.warmUp());
        Fields.put(node, "untilPrecise", setup.untilPrecise() ? true : null);
        var lanes = node.putArray("lanes");
        for (var lane : setup.lanes()) {
            var one = lanes.addObject();
            Fields.put(one, "account", lane.accountId());
            Fields.put(one, "model", lane.modelId());
            parameters(one, lane.parameters());
        }
        return node;
    }

    public static ComparisonSetup setup(JsonNode node) {
        return setup(node, Mode.ROUNDS);
    }

    /** @param otherwise the mode where the setup names none, as earlier versions wrote it */
    private static ComparisonSetup setup(JsonNode node, Mode otherwise) {
        var lanes = Fields.list(node.path("lanes"), one -> new LaneSetup(Fields.text(one, "account"),
                Fields.text(one, "model"), SetupJson.parameters(one.path("parameters"))));
        return new ComparisonSetup(Fields.word(node, "mode", otherwise), Fields.text(node, "system", ""),
                Fields.text(node, "prompt", ""), lanes,
                node.path("rounds").asInt(ComparisonSetup.USUAL_ROUNDS), node.path("nonce").asBoolean(true),
                node.path("warmUp").asBoolean(true), node.path("untilPrecise").asBoolean());
    }

    public static ArrayNode lanes(List<LaneFacts> lanes) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var lane : lanes) {
            var one = array.addObject();
            Fields.put(one, "account", lane.accountId());
            Fields.put(one, "accountName", lane.accountName());
            Fields.put(one, "provider", lane.provider());
            Fields.put(one, "providerId", lane.providerId());
            Fields.put(one, "baseUrl", lane.baseUrl());
            Fields.put(one, "model", lane.modelId());
            parameters(one, lane.parameters());
        }
        return array;
    }

    public static List<LaneFacts> lanes(JsonNode array) {
        return Fields.list(array, one -> new LaneFacts(Fields.text(one, "account", ""),
                Fields.text(one, "accountName", ""), Fields.text(one, "provider", ""),
                Fields.text(one, "providerId", ""), Fields.text(one, "baseUrl", ""), Fields.text(one, "model", ""),
                SetupJson.parameters(one.path("parameters"))));
    }

    public static ArrayNode votes(List<Vote> votes) {
        var array = JsonNodeFactory.instance.arrayNode();
        votes.forEach(each -> array.add(vote(each)));
        return array;
    }

    public static List<Vote> votes(JsonNode array) {
        return Fields.list(array, ComparisonJson::vote);
    }

    public static ObjectNode vote(Vote vote) {
        return JsonNodeFactory.instance.objectNode().put("round", vote.round()).put("lane", vote.lane()).put("at",
                vote.at().toString());
    }

    public static Vote vote(JsonNode node) {
        return new Vote(node.path("round").asInt(), node.path("lane").asInt(Vote.TIE),
                Fields.time(node, "at", Instant.EPOCH));
    }

    private static void parameters(ObjectNode lane, ChatParameters set) {
        var node = SetupJson.parameters(set, lane.objectNode());
        Fields.put(lane, "parameters", node.isEmpty() ? null : node);
    }
}
