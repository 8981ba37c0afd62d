package app.pitot.usage;

import app.pitot.usage.TruthTrial.Result;
import app.pitot.usage.TruthTrial.Server;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares what Usage says with what the simulators counted. */
final class TruthCheck {
    private final List<String> differences = new ArrayList<>();
    private final Result result;

    private TruthCheck(Result result) {
        this.result = result;
    }

    /** Each difference in a line; empty if there is none. */
    static List<String> of(List<Server> servers, Result result) {
        var check = new TruthCheck(result);
        servers.forEach(each -> check.account(each.account()));
        check.sums();
        return check.differences;
    }

    /** How many there were of each kind of end, so that none is missing from the trial. */
    static Map<String, Long> kinds(Result result) {
        var t = result.report().total();
        var kinds = new LinkedHashMap<String, Long>();
        kinds.put("complete", t.complete());
        kinds.put("truncated", t.truncated());
        kinds.put("stopped", t.stopped());
        kinds.put("limited", t.limited());
        kinds.put("too long", t.tooLong());
        kinds.put("refused otherwise", t.refused() - t.limited() - t.tooLong());
        kinds.put("with estimated tokens", t.estimated());
        kinds.put("reasoning tokens", t.reasoningTokens());
        kinds.put("cached tokens", t.cachedTokens());
        kinds.put("priced", t.priced());
        kinds.put("reported cost", t.reportedMicros());
        kinds.put("cost from listed prices", t.costMicros() - t.reportedMicros());
        kinds.put("without a price", t.taken() - t.priced());
        kinds.put("sent again", result.rows().stream().filter(each -> each.attempt() > 1).count());
        return kinds;
    }

    private void account(String id) {
        var said = result.totals(id);
        same(id, "requests", said.sent(), result.truth(id, "requests"));
        same(id, "complete", said.complete(), result.truth(id, "whole"));
        same(id, "truncated", said.truncated(), result.truth(id, "broken"));
        same(id, "stopped", said.stopped(), result.truth(id, "left"));
        same(id, "refused", said.refused(), result.refused(id));
        same(id, "limited", said.limited(), result.truth(id, "limited"));
        same(id, "too long", said.tooLong(), result.truth(id, "overContext"));
        same(id, "failed", said.failed(), 0);
        var counted = result.rows().stream().filter(each -> each.account().equals(id) && Result.counted(each)).count();
        same(id, "with reported tokens", counted, result.truth(id, "told"));
        same(id, "reported prompt tokens", result.reported(id, RequestRow::promptTokens),
                result.truth(id, "promptTokens"));
        same(id, "reported completion tokens", result.reported(id, RequestRow::completionTokens),
                result.truth(id, "completionTokens"));
        same(id, "reported reasoning tokens", result.reported(id, RequestRow::reasoningTokens),
                result.truth(id, "reasoningTokens"));
        same(id, "reported cached tokens", result.reported(id, RequestRow::cachedTokens),
                result.truth(id, "cachedTokens"));
        same(id, "labelled as estimated or unknown", said.estimated() + said.unknown(),
                said.taken() - result.truth(id, "told"));
        for (var each : result.truths().get(id)) {
            var model = each.path("model").asText();
            var own = result.totals(id, model);
            same(id + " " + model, "requests", own.sent(), each.path("requests").asLong());
            same(id + " " + model, "complete", own.complete(), each.path("whole").asLong());
            same(id + " " + model, "limited", own.limited(), each.path("limited").asLong());
        }
    }

    /** The sums of Usage are those of its rows, and each grouping has all. */
    private void sums() {
        var all = TruthTrial.Sum.of(result.rows());
        var total = result.report().total();
        for (var each : List.of(result.models().total(), result.models().groups().stream()
                .map(UsageReport.Group::totals).reduce(Totals.NOTHING, TruthCheck::plus), total)) {
            same("sum", "requests", each.requests(), all.requests());
            same("sum", "complete", each.complete(), all.complete());
            same("sum", "prompt tokens", each.promptTokens(), all.promptTokens());
            same("sum", "completion tokens", each.completionTokens(), all.completionTokens());
            same("sum", "reasoning tokens", each.reasoningTokens(), all.reasoningTokens());
            same("sum", "cached tokens", each.cachedTokens(), all.cachedTokens());
            same("sum", "cost", each.costMicros(), all.costMicros());
            same("sum", "priced", each.priced(), all.priced());
            same("sum", "estimated", each.estimated(), all.estimated());
        }
        same("sum", "results", total.complete() + total.truncated() + total.stopped() + total.refused()
                + total.failed(), total.requests());
        same("notes", "open or damaged", result.report().notes().stream()
                .filter(each -> each instanceof UsageNote.Open || each instanceof UsageNote.Damaged).count(), 0);
    }

    private static Totals plus(Totals a, Totals b) {
        return new Totals(a.requests() + b.requests(), a.sent() + b.sent(), a.complete() + b.complete(), 0, 0, 0, 0, 0,
                0, a.promptTokens() + b.promptTokens(), a.completionTokens() + b.completionTokens(),
                a.reasoningTokens() + b.reasoningTokens(), a.cachedTokens() + b.cachedTokens(),
                a.estimated() + b.estimated(), 0, a.costMicros() + b.costMicros(), 0, a.priced() + b.priced(),
                Map.of(), null, null);
    }

    private void same(String whose, String what, long said, long truth) {
        if (said != truth) {
            differences.add(whose + ": " + what + " " + said + ", in truth " + truth);
        }
    }
}
