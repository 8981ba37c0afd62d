package app.pitot.ui.chat;

import app.pitot.base.Provenance;
import app.pitot.base.Texts;
import app.pitot.history.ReplyFacts;
import app.pitot.speed.SpeedReading;
import app.pitot.ui.common.Format;
import app.pitot.ui.transcript.Figure;
import java.util.ArrayList;
import java.util.List;

/** The quiet line under a reply: model, speed, wait, tokens, cost, time. Unknown figures are left out. */
final class MetricLine {
    private MetricLine() {}

    static List<Figure> of(ReplyFacts facts) {
        var figures = new ArrayList<Figure>();
        var speed = facts.speed();
        var about = speed.estimated() ? "≈ " : "";
        figures.add(Figure.of(facts.modelId(), "", Texts.get("metric.model.tip",
                facts.provider())));
        if (speed.outputTokensPerSecond() != null) {
            figures.add(Figure.of(about + Format.speed(speed.outputTokensPerSecond()), Texts.get("metric.speed"),
                    speedTip(speed)));
        } else if (speed.outputTokens() != null && speed.outputTokens() > 0) {
            figures.add(Figure.of(Format.UNKNOWN, Texts.get("metric.speed"), speedTip(speed)));
        }
        if (speed.ttftMs() != null) {
            figures.add(new Figure(Texts.get("metric.ttft"), Format.duration(speed.ttftMs()), "",
                    Texts.get("metric.ttft.tip")));
        }
        var usage = facts.usage();
        if (usage != null && usage.promptTokens() != null) {
            figures.add(Figure.of(Format.count(usage.promptTokens()), Texts.get("metric.in"),
                    Texts.get("metric.in.tip")));
        }
        if (speed.outputTokens() != null) {
            figures.add(Figure.of(about + Format.count(speed.outputTokens()), Texts.get("metric.out"),
                    Texts.get(speed.estimated() ? "metric.out.estimated" : "metric.out.tip")));
        }
        if (facts.cost() != null) {
            figures.add(Figure.of(Format.cost(facts.cost()), "",
                    Texts.get(facts.details().costSource() == Provenance.REPORTED
                            ? "metric.cost.reported.tip"
                            : "metric.cost.tip")));
        }
        if (speed.totalMs() != null) {
            figures.add(Figure.of(Format.duration(speed.totalMs()), "", Texts.get("metric.time.tip")));
        }
        return figures;
    }

    private static String speedTip(SpeedReading speed) {
        var tip = new StringBuilder(Texts.get("metric.speed.tip"));
        if (speed.errorPercent() != null) {
            tip.append(' ').append(Texts.get("metric.speed.error", String.format("%.1f", speed.errorPercent())));
        }
        if (speed.serverTokensPerSecond() != null) {
            tip.append(' ').append(Texts.get("metric.speed.server", Format.speed(speed.serverTokensPerSecond())));
        }
        for (var flag : speed.flags()) {
            tip.append(' ').append(Texts.get("speed.flag." + flag.name().toLowerCase(java.util.Locale.ROOT)));
        }
        return tip.toString();
    }
}
