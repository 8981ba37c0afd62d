package app.pitot.compare.json;

import app.pitot.api.Outcome;
import app.pitot.base.Provenance;
import app.pitot.compare.Sample;
import app.pitot.history.json.DetailsJson;
import app.pitot.history.json.ErrorJson;
import app.pitot.history.json.FactsJson;
import app.pitot.history.json.Fields;
import app.pitot.history.json.SpeedJson;
import app.pitot.speed.SpeedCurve;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** One request of a comparison. */
public final class SampleJson {
    private SampleJson() {}

    /** All but the texts and the curve. */
    public static ObjectNode facts(Sample sample) {
        var node = JsonNodeFactory.instance.objectNode();
        Fields.put(node, "exchange", sample.exchangeId());
        Fields.put(node, "lane", sample.lane());
        Fields.put(node, "round", sample.round());
        Fields.put(node, "place", sample.place());
        Fields.put(node, "again", sample.again() ? true : null);
        Fields.put(node, "startedAt", sample.startedAt().toString());
        Fields.put(node, "heldMs", sample.heldMs());
        Fields.put(node, "outcome", sample.outcome());
        Fields.put(node, "finishReason", sample.finishReason());
        Fields.put(node, "usage", sample.usage() == null ? null : FactsJson.usage(sample.usage()));
        Fields.put(node, "speed", SpeedJson.write(sample.speed()));
        Fields.put(node, "cost", FactsJson.plain(sample.cost()));
        Fields.put(node, "costSource", sample.costSource());
        Fields.put(node, "timing", sample.timing() == null ? null : DetailsJson.timing(sample.timing()));
        Fields.put(node, "served", DetailsJson.served(sample.served()));
        Fields.put(node, "protocol", sample.protocol());
        Fields.put(node, "error", sample.error() == null ? null : ErrorJson.write(sample.error()));
        return node;
    }

    /** All of it. */
    public static ObjectNode write(Sample sample) {
        var node = facts(sample);
        Fields.put(node, "answer", sample.answer());
        Fields.put(node, "reasoning", sample.reasoning().isEmpty() ? null : sample.reasoning());
        Fields.put(node, "curve", sample.curve().ms().length == 0 ? null : curve(sample.curve()));
        return node;
    }

    /** What {@link #write} wrote. */
    public static Sample read(JsonNode node) {
        return read(node, Fields.text(node, "answer", ""), Fields.text(node, "reasoning", ""),
                curve(node.path("curve")));
    }

    /** What {@link #facts} wrote, with the rest. */
    public static Sample read(JsonNode node, String answer, String reasoning, SpeedCurve curve) {
        var held = Fields.number(node, "heldMs");
        return new Sample(Fields.text(node, "exchange", ""), node.path("lane").asInt(), node.path("round").asInt(),
                node.path("place").asInt(), Fields.time(node, "startedAt", Instant.EPOCH), held == null ? 0 : held,
                Fields.word(node, "outcome", Outcome.FAILED), Fields.text(node, "finishReason"), answer, reasoning,
                FactsJson.usage(node.path("usage")), SpeedJson.read(node.path("speed")), curve,
                FactsJson.decimal(node, "cost"), Fields.word(node, "costSource", Provenance.class),
                DetailsJson.timing(node.path("timing")), DetailsJson.served(node.path("served")),
                Fields.text(node, "protocol"), ErrorJson.read(node.path("error")), node.path("again").asBoolean());
    }

    private static ObjectNode curve(SpeedCurve curve) {
        var node = JsonNodeFactory.instance.objectNode();
        var ms = node.putArray("ms");
        for (float each : curve.ms()) {
            ms.add(each);
        }
        var bytes = node.putArray("bytes");
        for (long each : curve.bytes()) {
            bytes.add(each);
        }
        return node.put("answerFrom", curve.answerFrom());
    }

    private static SpeedCurve curve(JsonNode node) {
        int points = Math.min(node.path("ms").size(), node.path("bytes").size());
        if (points == 0) {
            return SpeedCurve.NONE;
        }
        var ms = new float[points];
        var bytes = new long[points];
        for (int i = 0; i < points; i++) {
            ms[i] = node.path("ms").path(i).floatValue();
            bytes[i] = node.path("bytes").path(i).asLong();
        }
        return new SpeedCurve(ms, bytes, Math.clamp(node.path("answerFrom").asInt(), 0, points));
    }
}
