package app.pitot.usage.report;

import app.pitot.base.Texts;
import app.pitot.transfer.MarkdownTable;
import app.pitot.usage.Quartiles;
import app.pitot.usage.Totals;
import java.util.ArrayList;
import java.util.List;

/** The figures of a stretch beside those of the one before. */
final class ComparedFigures {
    private final Totals now;
    private final Totals then;
    private final List<List<String>> rows = new ArrayList<>();

    ComparedFigures(Stretch stretch) {
        now = stretch.models().total();
        then = stretch.before() == null ? null : stretch.before().total();
    }

    private interface Count {
        long of(Totals totals);
    }

    private interface Words {
        String of(Totals totals);
    }

    private interface Middle {
        Quartiles of(Totals totals);
    }

    String table() {
        count("requests", Totals::requests);
        count("complete", Totals::complete);
        count("truncated", Totals::truncated);
        count("stopped", Totals::stopped);
        count("limited", Totals::limited);
        count("tooLong", Totals::tooLong);
        count("refused", totals -> Math.max(0, totals.refused() - totals.limited() - totals.tooLong()));
        count("failed", Totals::failed);
        tokens("prompt", true, Totals::promptTokens);
        tokens("cached", false, Totals::cachedTokens);
        tokens("completion", true, Totals::completionTokens);
        tokens("reasoning", true, Totals::reasoningTokens);
        row("cost", Figures::cost, totals -> Known.cost(totals) ? (double) totals.costMicros() : null);
        row("coverage", totals -> Figures.share(totals.coverage()), _ -> null);
        median("ttft", Totals::ttftMs);
        median("speed", Totals::tokensPerSecond);
        var titles = then == null
                ? List.of("", Texts.get("usage.report.column.now"))
                : List.of("", Texts.get("usage.report.column.now"), Texts.get("usage.report.column.then"),
                        Texts.get("usage.report.column.change"));
        return MarkdownTable.of(titles, 1, rows);
    }

    private void count(String key, Count count) {
        row(key, totals -> Figures.whole(count.of(totals)), totals -> (double) count.of(totals));
    }

    private void tokens(String key, boolean output, Count count) {
        row(key, totals -> Figures.tokens(totals, count.of(totals), output),
                totals -> Known.tokens(totals) ? (double) count.of(totals) : null);
    }

    private void median(String key, Middle middle) {
        row(key, totals -> Figures.median(middle.of(totals)),
                totals -> middle.of(totals) == null ? null : middle.of(totals).median());
    }

    private interface Figure {
        Double of(Totals totals);
    }

    private void row(String key, Words words, Figure figure) {
        var cells = new ArrayList<String>();
        cells.add(Texts.get("usage.report.row." + key));
        cells.add(words.of(now));
        if (then != null) {
            cells.add(words.of(then));
            cells.add(Figures.change(figure.of(now), figure.of(then)));
        }
        rows.add(cells);
    }
}
