package app.pitot.ui.chat;

import app.pitot.api.ErrorKind;
import app.pitot.api.Outcome;
import app.pitot.base.Clocks;
import app.pitot.exchange.ExchangeResult;
import app.pitot.exchange.ExchangeSpec;
import app.pitot.quota.PreFlight;
import app.pitot.ui.common.Alarm;
import app.pitot.ui.common.Delays;
import app.pitot.ui.transcript.Notice;
import app.pitot.ui.transcript.Notice.Action;
import app.pitot.ui.transcript.Notice.Severity;
import app.pitot.ui.transcript.NoticeRow;
import java.util.List;
import java.util.function.Function;

/**
 * Says under a reply what went wrong and offers what can help; counts down while a repeat would be refused. It never sends
 * by itself: a request costs quota and is the user's to make.
 */
final class Retries {
    private static final long SECOND = 1_000;

    private final Clocks clocks;
    private final Function<ExchangeSpec, PreFlight> preFlight;
    private final Remedies remedies;
    private final Function<ExchangeSpec, String> successor;
    private final Alarm alarm;
    private NoticeRow row;
    private ExchangeResult result;
    private List<Action> actions;
    private Long freeAtNanos;

    /** @param successor names the model to ask instead of one that is gone; null if none is known */
    Retries(Clocks clocks, Delays delays, Function<ExchangeSpec, PreFlight> preFlight, Remedies remedies,
            Function<ExchangeSpec, String> successor) {
        this.clocks = clocks;
        this.preFlight = preFlight;
        this.remedies = remedies;
        this.successor = successor;
        this.alarm = new Alarm(delays, this::tick);
    }

    /** Shows a notice if {@code ended} did not end well, or if something odd is to be said of it. */
    void consider(LiveReply reply, String asked, ExchangeResult ended) {
        if (!Failures.concerns(ended)) {
            if (!ended.notes().isEmpty()) {
                reply.rows().notice(new Notice(Severity.INFO, String.join(" ", ended.notes()), "", "", List.of()));
            }
            return;
        }
        var check = preFlight.apply(ended.spec());
        result = ended;
        // One list for all of the countdown, so that its buttons stay and keep the focus.
        actions = remedies.of(ended, asked, check, instead());
        var wait = waitMs(ended, check);
        freeAtNanos = wait == null ? null : clocks.nanos() + (long) (wait * 1e6);
        row = reply.rows().notice(notice(actions));
        tick();
    }

    /** The conversation went on: the last notice stays readable, but offers nothing and counts no more. */
    void forget() {
        alarm.cancel();
        if (row != null) {
            freeAtNanos = null;
            var last = notice(List.of());
            row.update(new Notice(last.severity(), last.title(), last.kept(), "", List.of()));
            row = null;
        }
    }

    private void tick() {
        if (row == null || freeAtNanos == null) {
            return;
        }
        row.update(notice(actions));
        if (freeAtNanos - clocks.nanos() > 0) {
            alarm.set(SECOND);
        }
    }

    private Notice notice(List<Action> offered) {
        var left = freeAtNanos == null ? null : (freeAtNanos - clocks.nanos()) / 1e6;
        var kept = Failures.kept(result);
        return new Notice(severity(), Failures.title(result),
                result.notes().isEmpty() ? kept : kept + "\n" + String.join(" ", result.notes()),
                Failures.next(result, left, instead()), offered);
    }

    private String instead() {
        boolean gone = result.error() != null && Failures.modelGone(result.error().kind());
        return gone ? successor.apply(result.spec()) : null;
    }

    private Severity severity() {
        return switch (result.outcome()) {
            case COMPLETE, STOPPED -> Severity.INFO;
            case TRUNCATED -> Severity.WARNING;
            case REFUSED -> passing(result.error().kind()) ? Severity.WARNING : Severity.ERROR;
            case FAILED -> Severity.ERROR;
        };
    }

    private static boolean passing(ErrorKind kind) {
        return kind == ErrorKind.RATE_LIMIT || kind == ErrorKind.BUDGET_IN_FLIGHT || kind == ErrorKind.QUEUE
                || kind == ErrorKind.UNAVAILABLE;
    }

    /** What the provider said, else what our own windows say, else when the header says that the window is full again. */
    private static Double waitMs(ExchangeResult ended, PreFlight check) {
        var error = ended.error();
        if (ended.outcome() != Outcome.REFUSED || error == null || !passing(error.kind())) {
            return null;
        }
        if (error.retryAfterSeconds() != null) {
            return error.retryAfterSeconds() * SECOND;
        }
        if (error.kind() != ErrorKind.RATE_LIMIT) {
            return null;
        }
        var reset = error.waitSeconds();
        return check.waitMs() != null || reset == null ? check.waitMs() : Double.valueOf(reset * SECOND);
    }
}
