package app.pitot.compare.report;

import app.pitot.compare.Analysis;
import app.pitot.compare.Analysis.Fairness;
import app.pitot.compare.Analysis.LaneSummary;
import app.pitot.compare.Analysis.Pair;
import app.pitot.history.json.Fields;
import app.pitot.statistics.Interval;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What is concluded of one measure. The values themselves stand with the samples. */
final class AnalysisJson {
    private AnalysisJson() {}

    static ObjectNode write(Analysis analysis) {
        var node = JsonNodeFactory.instance.objectNode();
        Fields.put(node, "measure", analysis.measure());
        Fields.put(node, "verdict", analysis.verdict());
        Fields.put(node, "moreRounds", analysis.moreRounds());
        var ranking = node.putArray("ranking");
        analysis.ranking().forEach(ranking::add);
        Fields.putList(node, "lanes", analysis.lanes(), AnalysisJson::lane);
        Fields.putList(node, "pairs", analysis.pairs(), AnalysisJson::pair);
        Fields.putList(node, "fairness", analysis.fairness(), AnalysisJson::fairness);
        return node;
    }

    private static ObjectNode lane(LaneSummary lane) {
        var node = JsonNodeFactory.instance.objectNode().put("lane", lane.lane()).put("values", lane.values().size());
        Fields.put(node, "median", lane.median());
        Fields.put(node, "lowerQuartile", lane.lowerQuartile());
        Fields.put(node, "upperQuartile", lane.upperQuartile());
        Fields.put(node, "medianInterval", interval(lane.medianInterval()));
        Fields.put(node, "p95", lane.p95());
        Fields.put(node, "p99", lane.p99());
        return node.put("failed", lane.failed()).put("withoutValue", lane.withoutValue());
    }

    private static ObjectNode pair(Pair pair) {
        var node = JsonNodeFactory.instance.objectNode().put("a", pair.a()).put("b", pair.b()).put("rounds",
                pair.rounds());
        Fields.put(node, "ratio", pair.ratio());
        Fields.put(node, "interval", interval(pair.interval()));
        Fields.put(node, "verdict", pair.verdict());
        Fields.put(node, "moreRounds", pair.moreRounds());
        return node;
    }

    private static ObjectNode fairness(Fairness fairness) {
        var node = JsonNodeFactory.instance.objectNode();
        Fields.put(node, "flag", fairness.flag());
        var lanes = node.putArray("lanes");
        fairness.lanes().stream().sorted().forEach(lanes::add);
        Fields.put(node, "figure", fairness.figure());
        return node;
    }

    private static ObjectNode interval(Interval interval) {
        return interval == null
                ? null
                : JsonNodeFactory.instance.objectNode().put("low", interval.low()).put("high", interval.high())
                        .put("level", interval.level());
    }
}
