package app.pitot.speed;

import app.pitot.api.Outcome;
import app.pitot.api.ServerTiming;
import app.pitot.api.StreamEnd;
import app.pitot.api.Usage;
import java.util.EnumSet;
import java.util.Set;

/** The final figures of one stream, worked out once. */
final class Readout {
    private static final double NANOS_PER_MS = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long SHORTEST_WINDOW = 50_000_000;
    private static final long SHORT_WINDOW = 100_000_000;
    private static final int FEW_TOKENS = 50;
    private static final double LARGE_FIRST_ARRIVAL = 0.25;
    private static final double BURST_TEXT = 0.8;
    private static final double BURST_TIME = 0.05;
    /** By how much the first arrival's bytes per token may differ from the mean. */
    private static final double UNEVENNESS = 0.3;

    private final long sent;
    private final Long firstAnswer;
    private final Double connectMs;
    private final boolean reused;
    private final int chunks;
    private final int textChunks;
    private final Integer firstArrivalTokens;
    private final StreamEnd end;
    private final Set<SpeedFlag> flags = EnumSet.noneOf(SpeedFlag.class);
    /** All text. */
    private final Timeline.View whole;
    /** The text that the counted tokens stand for: without a mere summary of the reasoning. */
    private final Timeline.View counted;
    private final Integer reasoning;
    private final Integer tokens;
    private final TokenBasis basis;

    /** @param firstArrivalTokens as the provider counted along, or null if it did not */
    Readout(Timeline.View whole, long sent, Long firstAnswer, Double connectMs, boolean reused, double bytesPerToken,
            int chunks, int textChunks, Integer firstArrivalTokens, StreamEnd end) {
        this.whole = whole;
        this.sent = sent;
        this.firstAnswer = firstAnswer;
        this.connectMs = connectMs;
        this.reused = reused;
        this.chunks = chunks;
        this.textChunks = textChunks;
        this.firstArrivalTokens = firstArrivalTokens;
        this.end = end;
        var usage = end.usage();
        var completion = usage == null ? null : usage.completionTokens();
        reasoning = reasoningTokens(usage);
        var hidden = hidesReasoning(bytesPerToken);
        counted = hidden && !whole.empty() ? whole.answerOnly() : whole;
        var cut = end.outcome() != Outcome.COMPLETE && !whole.empty();
        if (completion == null) {
            tokens = whole.empty() ? null : (int) Math.max(1, Math.round(whole.bytes() / bytesPerToken));
            basis = TokenBasis.ESTIMATE;
        } else {
            tokens = hidden ? completion - reasoning : completion;
            // Of a broken stream the usage covers only what came before it was sent.
            basis = cut ? TokenBasis.ESTIMATE : TokenBasis.USAGE;
        }
        mark(SpeedFlag.HIDDEN_REASONING, hidden);
        mark(SpeedFlag.TRUNCATED, cut);
        mark(SpeedFlag.CUT_AT_LIMIT, "length".equals(end.finishReason()));
        mark(SpeedFlag.PROMPT_CACHED, usage != null && usage.cachedTokens() != null && usage.cachedTokens() > 0);
    }

    SpeedReading reading() {
        var speed = outputSpeed();
        var first = counted.empty() || !end.streamed() ? null : sinceSent(counted.first());
        var last = counted.empty() ? null : sinceSent(counted.last());
        return new SpeedReading(connectMs, reused, first, firstAnswerMs(), last,
                speed, endToEnd(), serverSpeed(), network(first, last), tokens, reasoning, whole.bytes(), basis, false,
                speed == null || exact() ? null : errorPercent(), 0, false, chunks, rhythm(), flags);
    }

    private Double firstAnswerMs() {
        return firstAnswer == null || !end.streamed() ? null : sinceSent(firstAnswer);
    }

    private Double outputSpeed() {
        if (nothing()) {
            flags.add(SpeedFlag.NO_OUTPUT);
            return null;
        }
        var window = counted.last() - counted.first();
        if (!end.streamed() || counted.arrivals() < 2 || window < SHORTEST_WINDOW) {
            flags.add(SpeedFlag.ARRIVED_AT_ONCE);
            return null;
        }
        if (burst(window)) {
            flags.add(SpeedFlag.BUFFERED);
            return null;
        }
        mark(SpeedFlag.SMALL_SAMPLE,
                tokens < FEW_TOKENS || window < SHORT_WINDOW || firstShare() > LARGE_FIRST_ARRIVAL);
        return (exact() ? tokens - firstArrivalTokens : tokens * (1 - firstShare())) * NANOS_PER_SECOND / window;
    }

    /** The provider said how many tokens the first arrival held, so that no share of bytes has to stand for them. */
    private boolean exact() {
        return firstArrivalTokens != null && basis == TokenBasis.USAGE && counted == whole
                && firstArrivalTokens >= 0 && firstArrivalTokens <= tokens;
    }

    private boolean nothing() {
        return counted.empty() || tokens == null || tokens <= 0;
    }

    private double firstShare() {
        return (double) counted.firstArrivalBytes() / counted.bytes();
    }

    private double errorPercent() {
        var share = firstShare();
        return 100 * UNEVENNESS * share / (1 - share);
    }

    /** Most of the text in a small part of the time, and no server figure that says it was made that fast. */
    private boolean burst(long window) {
        var total = counted.last() - sent;
        var span = (long) Math.ceil(total * BURST_TIME);
        var server = end.serverTiming() == null ? null : end.serverTiming().completionSeconds();
        if (server != null && server > 0) {
            var ratio = server * NANOS_PER_SECOND / window;
            if (ratio >= 0.5 && ratio <= 2) {
                return false;
            }
        }
        var from = 0;
        for (var to = 0; to < counted.pieces(); to++) {
            while (counted.stamps()[to] - counted.stamps()[from] >= span) {
                from++;
            }
            var before = from == 0 ? 0 : counted.cumulative()[from - 1];
            if (counted.cumulative()[to] - before > BURST_TEXT * counted.bytes()) {
                return true;
            }
        }
        return false;
    }

    private Double endToEnd() {
        return nothing() || counted.last() <= sent ? null : tokens * NANOS_PER_SECOND / (counted.last() - sent);
    }

    private Double serverSpeed() {
        var seconds = end.serverTiming() == null ? null : end.serverTiming().completionSeconds();
        var all = end.usage() == null ? null : end.usage().completionTokens();
        return seconds == null || all == null || all <= 0 || seconds <= 0 ? null : all / seconds;
    }

    private Double network(Double firstMs, Double lastMs) {
        var timing = end.serverTiming();
        if (timing == null || lastMs == null) {
            return null;
        }
        var total = serverTotal(timing);
        Double rest = null;
        if (total != null) {
            rest = lastMs - total * 1000;
        } else if (firstMs != null && timing.queueSeconds() != null && timing.promptSeconds() != null) {
            rest = firstMs - (timing.queueSeconds() + timing.promptSeconds()) * 1000;
        }
        return rest == null || rest < 0 ? null : rest;
    }

    /** Some totals leave the queue out; no total is shorter than its parts. */
    private static Double serverTotal(ServerTiming timing) {
        return timing.totalSeconds() == null
                ? null
                : Math.max(timing.totalSeconds(), orZero(timing.queueSeconds()) + orZero(timing.promptSeconds())
                        + orZero(timing.completionSeconds()));
    }

    private static double orZero(Double seconds) {
        return seconds == null ? 0 : seconds;
    }

    private Rhythm rhythm() {
        if (counted.empty() || !end.streamed()) {
            return Rhythm.NONE;
        }
        var perChunk = tokens == null || textChunks == 0 ? null : (double) tokens / textChunks;
        return Rhythms.of(counted, counted.last(), perChunk, false);
    }

    private static Integer reasoningTokens(Usage usage) {
        if (usage == null || usage.reasoningTokens() == null) {
            return null;
        }
        return usage.completionTokens() == null
                ? usage.reasoningTokens()
                : Math.clamp(usage.reasoningTokens(), 0, Math.max(0, usage.completionTokens()));
    }

    /** Reasoning was counted, and its text did not come, or came as a summary of less than a third of its length. */
    private boolean hidesReasoning(double bytesPerToken) {
        if (reasoning == null || reasoning <= 0 || end.usage().completionTokens() == null) {
            return false;
        }
        var text = whole.empty() ? 0 : whole.bytesOf(true);
        return text < reasoning * bytesPerToken / 3;
    }

    private double sinceSent(long nanos) {
        return (nanos - sent) / NANOS_PER_MS;
    }

    private void mark(SpeedFlag flag, boolean on) {
        if (on) {
            flags.add(flag);
        }
    }
}
