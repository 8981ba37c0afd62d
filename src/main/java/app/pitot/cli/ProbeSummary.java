package app.pitot.cli;

import app.pitot.api.Outcome;
import app.pitot.base.Texts;
import app.pitot.exchange.ExchangeResult;
import app.pitot.quota.WindowState;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The few lines below a reply: what it took and what is left. */
final class ProbeSummary {
    private ProbeSummary() {}

    /** @param successor see {@link FailureLines#of} */
    static void print(ExchangeResult result, String successor, PrintWriter err) {
        if (result.outcome() != Outcome.COMPLETE) {
            FailureLines.of(result, successor).forEach(line -> err.println(TerminalText.harmless(line)));
        }
        err.println(figures(result));
        if (result.quota() != null) {
            result.quota().windows().stream().filter(window -> window.limit() != null && window.remaining() != null)
                    .forEach(window -> err.println(line(window)));
        }
        notes(result, err);
    }

    /** Oddities that did not stop the reply. */
    static void notes(ExchangeResult result, PrintWriter err) {
        result.notes().forEach(note -> err.println(TerminalText.harmless(note)));
    }

    private static String figures(ExchangeResult result) {
        List<String> parts = new ArrayList<>();
        var speed = result.speed();
        var about = speed.estimated() ? "≈ " : "";
        parts.add(Texts.get("cli.outcome." + result.outcome().name().toLowerCase(Locale.ROOT)));
        if (result.usage() != null && result.usage().promptTokens() != null) {
            parts.add(Texts.get("cli.in", result.usage().promptTokens()));
        }
        if (speed.outputTokens() != null) {
            parts.add(Texts.get("cli.out", about, speed.outputTokens()));
        }
        if (speed.outputTokensPerSecond() != null) {
            parts.add(Texts.get("cli.speed", about, speed.outputTokensPerSecond()));
        }
        if (speed.ttftMs() != null) {
            parts.add(Texts.get("cli.ttft", speed.ttftMs()));
        }
        if (speed.totalMs() != null) {
            parts.add(Texts.get("cli.total", speed.totalMs() / 1_000));
        }
        if (result.cost() != null) {
            parts.add(Texts.get("cli.cost", result.cost()));
        }
        return String.join(" · ", parts);
    }

    private static String line(WindowState window) {
        return Texts.get("cli.window", PlainWords.metric(window.metric()), PlainWords.period(window.period()),
                window.remaining(), window.limit(), window.source().name().toLowerCase(Locale.ROOT));
    }
}
