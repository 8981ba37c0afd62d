package app.pitot.history.json;

import app.pitot.speed.Rhythm;
import app.pitot.speed.SpeedFlag;
import app.pitot.speed.SpeedReading;
import app.pitot.speed.TokenBasis;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;

/** A reply's timing. */
public final class SpeedJson {
    private SpeedJson() {}

    public static ObjectNode write(SpeedReading speed) {
        var node = JsonNodeFactory.instance.objectNode();
        Fields.put(node, "connectMs", speed.connectMs());
        Fields.put(node, "reused", speed.reused() ? true : null);
        Fields.put(node, "ttftMs", speed.ttftMs());
        Fields.put(node, "firstAnswerMs", speed.firstAnswerMs());
        Fields.put(node, "totalMs", speed.totalMs());
        Fields.put(node, "outputTps", speed.outputTokensPerSecond());
        Fields.put(node, "endToEndTps", speed.endToEndTokensPerSecond());
        Fields.put(node, "serverTps", speed.serverTokensPerSecond());
        Fields.put(node, "networkMs", speed.networkMs());
        Fields.put(node, "outputTokens", speed.outputTokens());
        Fields.put(node, "reasoningTokens", speed.reasoningTokens());
        Fields.put(node, "textBytes", speed.textBytes());
        Fields.put(node, "basis", speed.basis());
        Fields.put(node, "live", speed.live() ? true : null);
        Fields.put(node, "errorPercent", speed.errorPercent());
        Fields.put(node, "silentMs", speed.silentMs() == 0 ? null : speed.silentMs());
        Fields.put(node, "stalled", speed.stalled() ? true : null);
        Fields.put(node, "chunks", speed.chunks());
        Fields.put(node, "rhythm", rhythm(speed.rhythm()));
        Fields.putTexts(node, "flags", speed.flags().stream().sorted().map(SpeedFlag::name).toList());
        return node;
    }

    public static SpeedReading read(JsonNode node) {
        var flags = EnumSet.noneOf(SpeedFlag.class);
        for (var flag : SpeedFlag.values()) {
            if (Fields.texts(node.path("flags")).contains(flag.name())) {
                flags.add(flag);
            }
        }
        var silent = Fields.number(node, "silentMs");
        return new SpeedReading(Fields.number(node, "connectMs"), node.path("reused").asBoolean(),
                Fields.number(node, "ttftMs"), Fields.number(node, "firstAnswerMs"), Fields.number(node, "totalMs"),
                Fields.number(node, "outputTps"), Fields.number(node, "endToEndTps"),
                Fields.number(node, "serverTps"), Fields.number(node, "networkMs"),
                Fields.whole(node, "outputTokens"), Fields.whole(node, "reasoningTokens"),
                node.path("textBytes").asLong(), Fields.word(node, "basis", TokenBasis.ESTIMATE),
                node.path("live").asBoolean(), Fields.number(node, "errorPercent"), silent == null ? 0 : silent,
                node.path("stalled").asBoolean(), node.path("chunks").asInt(), rhythm(node.path("rhythm")), flags);
    }

    private static ObjectNode rhythm(Rhythm rhythm) {
        if (rhythm.arrivals() == 0 && rhythm.bars().length == 0) {
            return null;
        }
        var node = JsonNodeFactory.instance.objectNode();
        Fields.put(node, "arrivals", rhythm.arrivals());
        Fields.put(node, "p50Ms", rhythm.p50Ms());
        Fields.put(node, "p95Ms", rhythm.p95Ms());
        Fields.put(node, "maxMs", rhythm.maxMs());
        Fields.put(node, "tokensPerChunk", rhythm.tokensPerChunk());
        var bars = node.putArray("bars");
        for (int bar : rhythm.bars()) {
            bars.add(bar);
        }
        Fields.put(node, "barMs", rhythm.barMs());
        return node;
    }

    private static Rhythm rhythm(JsonNode node) {
        if (!node.isObject()) {
            return Rhythm.NONE;
        }
        var bars = node.path("bars");
        var heights = new int[bars.size()];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = bars.path(i).asInt();
        }
        var slice = Fields.number(node, "barMs");
        return new Rhythm(node.path("arrivals").asInt(), Fields.number(node, "p50Ms"), Fields.number(node, "p95Ms"),
                Fields.number(node, "maxMs"), Fields.number(node, "tokensPerChunk"), heights,
                slice == null ? 0 : slice);
    }
}
