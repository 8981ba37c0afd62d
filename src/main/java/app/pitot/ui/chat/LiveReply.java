package app.pitot.ui.chat;

import app.pitot.base.Clocks;
import app.pitot.base.Texts;
import app.pitot.exchange.ExchangeResult;
import app.pitot.exchange.Phase;
import app.pitot.exchange.RunningExchange;
import app.pitot.ui.common.Format;
import app.pitot.ui.instruments.InstrumentsModel;
import app.pitot.ui.transcript.ReplyRows;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One reply while it streams: moves what arrived from the exchange into the transcript and the instruments. */
final class LiveReply {
    private final RunningExchange exchange;
    private final ReplyRows rows;
    private final InstrumentsModel instruments;
    private final Clocks clocks;
    private final String key;
    private final long startNanos;
    private final StringBuilder answer = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();
    private String state = "";

    /** @param key names the model on the dial */
    LiveReply(RunningExchange exchange, ReplyRows rows, InstrumentsModel instruments, String key, Clocks clocks) {
        this.exchange = exchange;
        this.rows = rows;
        this.instruments = instruments;
        this.key = key;
        this.clocks = clocks;
        this.startNanos = clocks.nanos();
        pulse();
    }

    ReplyRows rows() {
        return rows;
    }

    CompletableFuture<ExchangeResult> result() {
        return exchange.result();
    }

    int tokens() {
        var tokens = exchange.speed().outputTokens();
        return tokens == null ? 0 : tokens;
    }

    void stop() {
        exchange.stop();
    }

    void pulse() {
        drain();
        var phase = exchange.phase();
        var now = stateText(phase);
        if (!now.equals(state)) {
            state = now;
            rows.state(now);
        }
        instruments.showSpeed(key, exchange.speed(), phase);
    }

    void finish(ExchangeResult result) {
        drain();
        var speed = result.speed();
        if (!result.reasoning().isEmpty()) {
            rows.reasoningSummary(speed.reasoningTokens() == null
                    ? thinking(result)
                    : Texts.get("reply.reasoning", Format.count(speed.reasoningTokens()), thinking(result)));
        }
        rows.finish(speed.textBytes() == 0 ? List.of() : MetricLine.of(result), ReplyDetails.of(result));
        instruments.showSpeed(key, speed, Phase.ENDED);
    }

    private void drain() {
        answer.setLength(0);
        reasoning.setLength(0);
        if (exchange.drain(answer, reasoning)) {
            rows.append(answer, reasoning);
        }
    }

    /** From the first token to the first that is no reasoning. */
    private static String thinking(ExchangeResult result) {
        var speed = result.speed();
        var end = speed.firstAnswerMs() == null ? speed.totalMs() : speed.firstAnswerMs();
        return Format.duration(end == null || speed.ttftMs() == null ? null : end - speed.ttftMs());
    }

    private String stateText(Phase phase) {
        return switch (phase) {
            case CONNECTING -> Texts.get("reply.connecting", elapsed());
            case WAITING -> Texts.get("reply.waiting", elapsed());
            case ROUTING -> Texts.get("reply.routing", elapsed());
            case THINKING -> Texts.get("reply.thinking");
            case WRITING -> Texts.get("reply.writing");
            case ENDED -> "";
        };
    }

    /** Tenths of a second, so that the words change ten times a second and not at every pulse. */
    private String elapsed() {
        var tenths = (clocks.nanos() - startNanos) / 100_000_000;
        return tenths / 10 + "." + tenths % 10 + " s";
    }
}
