package app.pitot.cli;

import app.pitot.base.Texts;
import app.pitot.compare.Comparison;
import app.pitot.compare.Lane;
import app.pitot.compare.RunningComparison;
import app.pitot.compare.RunningComparison.Progress;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One line that says how far a comparison is: redrawn where it can be, else a new one for each round. */
final class CompareProgress implements AutoCloseable {
    private static final long EVERY_MS = 200;
    private static final double SECOND = 1_000;
    private static final String AGAIN = "\r\u001b[K";
    /** Long lines are cut by the terminal: what is redrawn must stay on one line. */
    private static final String NO_WRAP = "\u001b[?7l";
    private static final String WRAP = "\u001b[?7h";

    private final PrintWriter err;
    private final boolean redraw;
    private final boolean warmUp;
    private final Set<Integer> gone = new HashSet<>();
    private String last = "";
    private int round = -1;

    /** @param warmUp true if a round is thrown away first */
    CompareProgress(PrintWriter err, boolean redraw, boolean warmUp) {
        this.err = err;
        this.warmUp = warmUp;
        this.redraw = redraw;
        if (redraw) {
            err.print(NO_WRAP);
        }
    }

    /** Waits for the end. */
    Comparison follow(RunningComparison running) throws InterruptedException {
        while (true) {
            tell(running);
            try {
                var result = running.result().get(EVERY_MS, TimeUnit.MILLISECONDS);
                lanes(running);
                return result;
            } catch (TimeoutException e) {
                err.flush();
            } catch (ExecutionException e) {
                throw new IllegalStateException("a comparison always completes", e);
            }
        }
    }

    private void tell(RunningComparison running) {
        lanes(running);
        var now = running.progress();
        if (redraw) {
            var line = words(now);
            if (!line.equals(last)) {
                err.print(AGAIN + TerminalText.harmless(line));
                last = line;
            }
        } else if (now.round() != round) {
            round = now.round();
            err.println(TerminalText.harmless(words(now)));
        }
    }

    /** Each that ends early, once. */
    private void lanes(RunningComparison running) {
        var lanes = running.lanes();
        for (int lane = 0; lane < lanes.size(); lane++) {
            if (lanes.get(lane).stopped() != null && gone.add(lane)) {
                err.println((redraw ? AGAIN : "") + TerminalText.harmless(
                        Texts.get("cli.compare.lane.ends", Lane.letter(lane), lanes.get(lane).stopped())));
                last = "";
            }
        }
    }

    private String words(Progress now) {
        var words = now.round() == 0
                ? Texts.get(warmUp ? "cli.compare.warming" : "cli.compare.begins")
                : Texts.get("cli.compare.round", now.round(), now.rounds());
        words += Texts.get("cli.compare.sent", now.sent(), now.requests());
        if (now.leftMs() != null && now.leftMs() >= SECOND) {
            words += Texts.get("cli.compare.left", LimitsText.duration(now.leftMs()));
        }
        return now.waitMs() < SECOND
                ? words
                : words + Texts.get(now.waitFor() == null ? "cli.compare.waits" : "cli.compare.waits.for",
                        LimitsText.duration(now.waitMs()), now.waitFor());
    }

    @Override
    public void close() {
        if (redraw) {
            err.print(AGAIN + WRAP);
        }
        err.flush();
    }
}
