package app.pitot.cli;

import app.pitot.base.Texts;
import app.pitot.exchange.RunningExchange;
import app.pitot.exchange.Waiting;
import java.io.PrintWriter;
import java.util.Locale;

/** Says once of each wait what it is for and how long it takes. */
final class ProbeWaits {
    private static final double SECOND = 1_000;

    private final PrintWriter err;
    private Told told;

    private record Told(Waiting.Cause cause, int attempt) {}

    ProbeWaits(PrintWriter err) {
        this.err = err;
    }

    void tell(RunningExchange running) {
        var now = running.waiting();
        if (now == null || now.cause() == Waiting.Cause.FIT && now.window() == null
                || new Told(now.cause(), now.attempt()).equals(told)) {
            return;
        }
        told = new Told(now.cause(), now.attempt());
        var seconds = Math.ceil(now.leftMs() / SECOND);
        err.println(TerminalText.harmless(now.cause() == Waiting.Cause.FIT
                ? Texts.get("cli.waits.fit", PlainWords.metric(now.window().metric()),
                        PlainWords.period(now.window().period()), seconds)
                : Texts.get("cli.waits." + now.cause().name().toLowerCase(Locale.ROOT), now.error().message(), seconds,
                        now.attempt() - 1, now.attempts() - 1)));
        err.flush();
    }
}
