package app.pitot.ui.chat;

import app.pitot.api.ErrorKind;
import app.pitot.base.Clocks;
import app.pitot.exchange.ExchangeSpec;
import app.pitot.history.Message;
import app.pitot.quota.PreFlight;
import app.pitot.ui.common.Alarm;
import app.pitot.ui.common.Delays;
import app.pitot.ui.transcript.Notice;
import app.pitot.ui.transcript.Notice.Action;
import app.pitot.ui.transcript.NoticeRow;
import app.pitot.ui.transcript.ReplyRows;
import java.util.List;
import java.util.function.Function;

/**
 * Says under the last reply what went wrong and offers what can help; counts down while a repeat would be refused. It
 * sends nothing by itself: what can be sent again in passing, the exchange has by then.
 */
final class Retries {
    private static final long SECOND = 1_000;

    private final Clocks clocks;
    private final Function<ExchangeSpec, PreFlight> preFlight;
    private final Remedies remedies;
    private final Function<ExchangeSpec, String> successor;
    private final Alarm alarm;
    private NoticeRow row;
    private ReplyRows considered;
    private Message reply;
    private ExchangeSpec spec;
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

    /**
     * Shows a notice if {@code ended} did not end well, or if something odd is to be said of it.
     *
     * @param asked how it was asked for; null if its account is gone
     * @param justNow true if it ended this moment, so that what the provider said of waiting still holds
     */
    void consider(ReplyRows rows, Message ended, ExchangeSpec asked, boolean justNow) {
        forget();
        considered = rows;
        if (!Failures.concerns(ended)) {
            ReplyWords.remark(ended).ifPresent(rows::notice);
            return;
        }
        var check = asked == null ? null : preFlight.apply(asked);
        reply = ended;
        spec = asked;
        // One list for all of the countdown, so that its buttons stay and keep the focus.
        actions = ended.state() == Message.State.STREAMING
                ? List.of()
                : remedies.of(ended, asked, check, instead());
        var wait = justNow ? waitMs(ended, check) : null;
        freeAtNanos = wait == null ? null : clocks.nanos() + (long) (wait * 1e6);
        row = rows.notice(notice(actions));
        tick();
    }

    /** The same of a reply that ended earlier, unless it is there already. */
    void show(ReplyRows rows, Message ended, ExchangeSpec asked) {
        if (rows != considered) {
            consider(rows, ended, asked, false);
        }
    }

    /** The conversation went on: the last notice stays readable, but offers nothing and counts no more. */
    void forget() {
        alarm.cancel();
        if (row != null) {
            freeAtNanos = null;
            row.update(ReplyWords.failure(reply));
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
        var plain = ReplyWords.failure(reply);
        return new Notice(plain.severity(), plain.title(), plain.kept(), Failures.next(reply, left, instead()),
                offered);
    }

    private String instead() {
        var error = reply.facts() == null ? null : reply.facts().error();
        return spec != null && error != null && Failures.modelGone(error.kind()) ? successor.apply(spec) : null;
    }

    /** What the provider said, else what our own windows say, else when the header says that the window is full again. */
    private static Double waitMs(Message ended, PreFlight check) {
        var error = ended.facts() == null ? null : ended.facts().error();
        if (ended.state() != Message.State.REFUSED || error == null || !ReplyWords.passing(error.kind())) {
            return null;
        }
        if (error.retryAfterSeconds() != null) {
            return error.retryAfterSeconds() * SECOND;
        }
        if (error.kind() != ErrorKind.RATE_LIMIT) {
            return null;
        }
        var reset = error.waitSeconds();
        var ours = check == null ? null : check.waitMs();
        return ours != null || reset == null ? ours : Double.valueOf(reset * SECOND);
    }
}
