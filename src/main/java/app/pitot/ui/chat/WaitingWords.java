package app.pitot.ui.chat;

import app.pitot.base.Texts;
import app.pitot.exchange.Waiting;
import app.pitot.quota.WindowLabels;
import app.pitot.quota.WindowState;
import app.pitot.ui.common.Format;
import app.pitot.ui.transcript.Notice;
import app.pitot.ui.transcript.Notice.Action;
import app.pitot.ui.transcript.Notice.Severity;
import java.util.List;

/** What to say of a request that waits to be sent: why, for what, how long, and who goes first. */
final class WaitingWords {
    private static final double SECOND = 1_000;

    private WaitingWords() {}

    /** Changes once a second at most. @param actions the same list for all of the countdown, so that the focus stays */
    static Notice notice(Waiting waiting, List<Action> actions) {
        return new Notice(waiting.cause() == Waiting.Cause.FIT ? Severity.INFO : Severity.WARNING, title(waiting),
                kept(waiting), next(waiting), actions);
    }

    private static String title(Waiting waiting) {
        var window = waiting.window();
        return switch (waiting.cause()) {
            case FIT -> window == null
                    ? Texts.get("waiting.fit")
                    : Texts.get("waiting.fit.window", WindowLabels.title(window.metric(), window.period()));
            case QUOTA -> {
                var refused = waiting.error() == null ? null : waiting.error().window();
                yield refused == null || refused.metric() == null || refused.period() == null
                        ? Texts.get("waiting.quota")
                        : Texts.get("waiting.quota.window", WindowLabels.title(refused.metric(), refused.period()));
            }
            case BUSY -> Texts.get("waiting.busy");
            case SERVER -> Texts.get("waiting.server");
        };
    }

    private static String kept(Waiting waiting) {
        var error = waiting.error();
        if (error != null) {
            return error.httpStatus() == null
                    ? error.message()
                    : Texts.get("reply.http", error.httpStatus(), error.message());
        }
        return waiting.window() == null ? "" : left(waiting.window());
    }

    private static String left(WindowState window) {
        return window.limit() == null || window.remaining() == null
                ? ""
                : Texts.get("waiting.left", Format.amount(window.metric(), window.remaining()),
                        Format.amount(window.metric(), window.limit()));
    }

    private static String next(Waiting waiting) {
        var seconds = Math.ceil(waiting.leftMs() / SECOND) * SECOND;
        var first = waiting.cause() == Waiting.Cause.FIT
                ? Texts.get(seconds > 0 ? "waiting.next" : "waiting.next.now", Format.countdown(seconds))
                : Texts.get(seconds > 0 ? "waiting.again" : "waiting.again.now", Format.countdown(seconds),
                        waiting.attempt() - 1, waiting.attempts() - 1);
        return waiting.ahead() == 0 ? first : first + " " + Texts.get("waiting.ahead", waiting.ahead());
    }
}
