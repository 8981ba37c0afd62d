package app.pitot.transfer;

import app.pitot.base.Provenance;
import app.pitot.base.Texts;
import app.pitot.history.ReplyFacts;
import java.util.ArrayList;
import java.util.Locale;

/** What a reply took, in one line; what is unknown is left out. */
final class MetricWords {
    private MetricWords() {}

    static String of(ReplyFacts facts) {
        var speed = facts.speed();
        var about = speed.estimated() ? "≈ " : "";
        var words = new ArrayList<String>();
        words.add(facts.modelId() + " (" + facts.provider() + ")");
        if (speed.outputTokensPerSecond() != null) {
            words.add(about + number(speed.outputTokensPerSecond()) + " " + Texts.get("metric.speed"));
        }
        if (speed.ttftMs() != null) {
            words.add(Texts.get("metric.ttft") + " " + number(speed.ttftMs()) + " ms");
        }
        if (facts.usage() != null && facts.usage().promptTokens() != null) {
            words.add(number(facts.usage().promptTokens()) + " " + Texts.get("metric.in"));
        }
        if (speed.outputTokens() != null) {
            words.add(about + number(speed.outputTokens()) + " " + Texts.get("metric.out"));
        }
        if (facts.cost() != null) {
            boolean reported = facts.details().costSource() == Provenance.REPORTED;
            words.add((reported ? "$" : "≈ $") + facts.cost().stripTrailingZeros().toPlainString());
        }
        if (speed.totalMs() != null) {
            words.add(String.format(Locale.ROOT, "%.2f s", speed.totalMs() / 1000));
        }
        return String.join(" · ", words);
    }

    private static String number(Number value) {
        return String.format(Locale.ENGLISH, value.doubleValue() < 99.95 && value instanceof Double ? "%,.1f" : "%,.0f",
                value.doubleValue());
    }
}
