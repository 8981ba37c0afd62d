package app.pitot.ui.chat;

import app.pitot.base.Clocks;
import app.pitot.base.Texts;
import app.pitot.exchange.ExchangeResult;
import app.pitot.exchange.Phase;
import app.pitot.exchange.RunningExchange;
import app.pitot.exchange.Waiting;
import app.pitot.history.Message;
import app.pitot.speed.SpeedReading;
import app.pitot.ui.common.Format;
import app.pitot.ui.instruments.InstrumentsModel;
import app.pitot.ui.transcript.Notice.Action;
import app.pitot.ui.transcript.NoticeRow;
import app.pitot.ui.transcript.ReplyRows;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One reply while it streams: moves what arrived from the exchange into the transcript, while that shows it, and into the
 * instruments. JavaFX thread only.
 */
final class LiveReply {
    /** Silence that is worth a word. */
    private static final double STALL_MS = 3_000;
    /** Bytes that came so much later than the last text were without text. */
    private static final double APART_MS = 500;

    private final RunningExchange exchange;
    private final Message reply;
    private final OpenConversation home;
    private final String model;
    private final String key;
    private final Clocks clocks;
    private final long startNanos;
    private final StringBuilder answer = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();
    private final StringBuilder newAnswer = new StringBuilder();
    private final StringBuilder newReasoning = new StringBuilder();
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final List<Action> ways = List.of(new Action(Texts.get("waiting.now"), this::sendNow),
            new Action(Texts.get("waiting.cancel"), this::stop));
    private ReplyRows rows;
    private NoticeRow waiting;
    private String state = "";

    /**
     * @param model who replies, for screen readers
     * @param key names the model on the dial
     */
    LiveReply(RunningExchange exchange, Message reply, OpenConversation home, String model, String key,
            Clocks clocks) {
        this.exchange = exchange;
        this.reply = reply;
        this.home = home;
        this.model = model;
        this.key = key;
        this.clocks = clocks;
        this.startNanos = clocks.nanos();
    }

    Message reply() {
        return reply;
    }

    OpenConversation home() {
        return home;
    }

    String model() {
        return model;
    }

    /** Null while no transcript shows it. */
    ReplyRows rows() {
        return rows;
    }

    CompletableFuture<ExchangeResult> result() {
        return exchange.result();
    }

    /** Completes on the JavaFX thread once its end is dealt with. */
    CompletableFuture<Void> done() {
        return done;
    }

    int tokens() {
        var tokens = exchange.speed().outputTokens();
        return tokens == null ? 0 : tokens;
    }

    void stop() {
        exchange.stop();
    }

    private void sendNow() {
        exchange.sendNow();
    }

    /** True while it waits to be sent: then it changes once a second at most. */
    boolean queued() {
        return exchange.phase() == Phase.QUEUED;
    }

    /** From now on it shows in {@code place}, which is empty: with all that came so far. */
    void show(ReplyRows place) {
        drain();
        rows = place;
        waiting = null;
        state = "";
        rows.append(answer, reasoning);
    }

    /** Goes on unseen. */
    void hide() {
        rows = null;
        waiting = null;
    }

    void pulse(InstrumentsModel instruments) {
        drain();
        var speed = exchange.speed();
        var phase = exchange.phase();
        showWaiting(phase == Phase.QUEUED ? exchange.waiting() : null);
        var now = stateText(phase, speed);
        if (rows != null && !now.equals(state)) {
            state = now;
            rows.state(now);
        }
        instruments.showSpeed(key, speed, phase);
    }

    /** Null takes the notice away. */
    private void showWaiting(Waiting now) {
        if (now == null || rows == null) {
            if (waiting != null) {
                waiting.remove();
                waiting = null;
            }
            return;
        }
        var notice = WaitingWords.notice(now, ways);
        if (waiting == null) {
            waiting = rows.notice(notice);
        } else if (!notice.equals(waiting.notice().get())) {
            waiting.update(notice);
        }
    }

    /** Shows the figures; {@code ended} is the reply as it is kept now. */
    void finish(Message ended) {
        drain();
        showWaiting(null);
        if (rows != null) {
            rows.reasoningSummary(ReplyWords.summary(ended));
            if (!ended.toolCalls().isEmpty()) {
                rows.calls(ended.toolCalls());
            }
            rows.finish(ReplyWords.figures(ended), ReplyWords.details(ended));
        }
    }

    /** The dial stands at the final figures. */
    void settle(InstrumentsModel instruments) {
        instruments.showSpeed(key, exchange.speed(), Phase.ENDED);
    }

    private void drain() {
        newAnswer.setLength(0);
        newReasoning.setLength(0);
        if (exchange.drain(newAnswer, newReasoning)) {
            answer.append(newAnswer);
            reasoning.append(newReasoning);
            if (rows != null) {
                rows.append(newAnswer, newReasoning);
            }
        }
    }

    private String stateText(Phase phase, SpeedReading speed) {
        return switch (phase) {
            case QUEUED, ENDED -> "";
            case CONNECTING -> Texts.get("reply.connecting", elapsed());
            case WAITING -> Texts.get("reply.waiting", elapsed());
            case ROUTING -> Texts.get("reply.routing", elapsed());
            case THINKING, WRITING -> speed.silentMs() >= STALL_MS
                    ? silence(speed.silentMs(), exchange.quietMs())
                    : Texts.get(phase == Phase.THINKING ? "reply.thinking" : "reply.writing");
        };
    }

    /** Tells a connection that still gives signs of life from one that says nothing at all. */
    private static String silence(double silentMs, double quietMs) {
        var silent = Format.age((long) silentMs);
        if (quietMs > silentMs - APART_MS) {
            return Texts.get("instruments.stall", silent);
        }
        return quietMs < STALL_MS
                ? Texts.get("reply.silent.alive", silent)
                : Texts.get("reply.silent.was", silent, Format.age((long) quietMs));
    }

    /** Tenths of a second, so that the words change ten times a second and not at every pulse. */
    private String elapsed() {
        var tenths = (clocks.nanos() - startNanos) / 100_000_000;
        return tenths / 10 + "." + tenths % 10 + " s";
    }
}
