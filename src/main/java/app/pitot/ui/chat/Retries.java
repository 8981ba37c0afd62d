package app.pitot.ui.chat;

import app.pitot.api.ErrorKind;
import app.pitot.api.Outcome;
import app.pitot.base.Clocks;
import app.pitot.base.Texts;
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
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Says under a reply what went wrong and offers to try again; counts down while that would be refused. It never sends by
 * itself: a request costs quota and is the user's to make.
 */
final class Retries {
    private static final long SECOND = 1_000;

    private final Clocks clocks;
    private final Function<ExchangeSpec, PreFlight> preFlight;
    private final Consumer<String> again;
    private final Alarm alarm;
    private NoticeRow row;
    private ExchangeResult result;
    private List<Action> actions;
    private Long freeAtNanos;

    Retries(Clocks clocks, Delays delays, Function<ExchangeSpec, PreFlight> preFlight, Consumer<String> again) {
        this.clocks = clocks;
        this.preFlight = preFlight;
        this.again = again;
        this.alarm = new Alarm(delays, this::tick);
    }

    /** Shows a notice if {@code ended} did not end well. */
    void consider(LiveReply reply, String asked, ExchangeResult ended) {
        if (!Failures.concerns(ended)) {
            return;
        }
        result = ended;
        // One list for all of the countdown, so that its button stays and keeps the focus.
        actions = List.of(new Action(Texts.get("reply.again"), () -> again.accept(asked)));
        var wait = waitMs(ended);
        freeAtNanos = wait == null ? null : clocks.nanos() + (long) (wait * 1e6);
        row = reply.rows().notice(notice());
        tick();
    }

    /** Stops counting; what is on the screen stays as it is. */
    void forget() {
        alarm.cancel();
        row = null;
    }

    private void tick() {
        if (row == null || freeAtNanos == null) {
            return;
        }
        row.update(notice());
        if (freeAtNanos - clocks.nanos() > 0) {
            alarm.set(SECOND);
        }
    }

    private Notice notice() {
        var left = freeAtNanos == null ? null : (freeAtNanos - clocks.nanos()) / 1e6;
        var title = Failures.title(result);
        var cause = Failures.cause(result);
        return new Notice(severity(), cause.isEmpty() ? title : title + ". " + cause, Failures.kept(result),
                Failures.next(result, left),
                actions);
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
        return kind == ErrorKind.RATE_LIMIT || kind == ErrorKind.QUEUE || kind == ErrorKind.UNAVAILABLE;
    }

    /** What the provider said, else what our own windows say, else nothing. */
    private Double waitMs(ExchangeResult ended) {
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
        var own = preFlight.apply(ended.spec()).waitMs();
        var reset = error.waitSeconds();
        return own != null || reset == null ? own : Double.valueOf(reset * SECOND);
    }
}
