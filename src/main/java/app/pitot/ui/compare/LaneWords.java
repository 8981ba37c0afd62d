package app.pitot.ui.compare;

import app.pitot.api.Outcome;
import app.pitot.base.Provenance;
import app.pitot.base.Texts;
import app.pitot.compare.Comparison;
import app.pitot.compare.Measure;
import app.pitot.compare.Mode;
import app.pitot.compare.RunningComparison.LaneNow;
import app.pitot.compare.RunningComparison.Progress;
import app.pitot.compare.RunningComparison.Turn;
import app.pitot.compare.Sample;
import app.pitot.exchange.Phase;
import app.pitot.exchange.RunningExchange;
import app.pitot.speed.SpeedReading;
import app.pitot.ui.common.Format;
import app.pitot.ui.compare.LaneFace.Tone;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Says how a lane stands. */
final class LaneWords {
    /** Before anything has run. */
    static final LaneFace NOTHING = new LaneFace("", Tone.NEUTRAL, Format.UNKNOWN, true, unit(), "");

    /** Silence that is worth a word. */
    private static final double STALL_MS = 3_000;
    private static final double SECOND = 1_000;
    private static final String GAP = "    ";

    private LaneWords() {}

    /**
     * While the run goes on.
     *
     * @param phase of the lane's exchange; null without one
     * @param inPhaseMs how long it has been in it
     * @param measured its samples so far that count
     */
    static LaneFace live(int lane, LaneNow now, Progress progress, Phase phase, long inPhaseMs,
            List<Sample> measured) {
        var running = phase != null && phase != Phase.ENDED;
        var state = running
                ? state(now.exchange(), phase, inPhaseMs)
                : resting(lane, now, progress);
        if (running && (phase == Phase.THINKING || phase == Phase.WRITING)) {
            var speed = now.exchange().speed();
            return new LaneFace(state, speed.stalled() ? Tone.CAREFUL : Tone.NEUTRAL, figure(speed),
                    speed.estimated() && !speed.live(), unit(), foot(speed, null, null));
        }
        var last = now.last();
        if (measured.size() > 1) {
            // Its last one alone would look as if it went on.
            return usual(state, tone(now), measured, measured);
        }
        return last == null
                ? new LaneFace(state, tone(now), Format.UNKNOWN, true, unit(), "")
                : new LaneFace(state, tone(now), figure(last.speed()), !last.counts(), unit(), foot(last));
    }

    /**
     * Once the run is over.
     *
     * @param stopped what to call it if the lane ended before the others though its last reply is whole; null if it did not
     * @param all its samples in their order, the one that is thrown away included
     */
    static LaneFace settled(String stopped, List<Sample> all) {
        var counted = all.stream().filter(Sample::counts).toList();
        if (all.isEmpty()) {
            return new LaneFace(Texts.get("compare.state.unasked"), Tone.NEUTRAL, Format.UNKNOWN, true, unit(), "");
        }
        var last = all.getLast();
        var whole = last.outcome() == Outcome.COMPLETE;
        var end = whole && stopped != null ? stopped : outcome(last);
        var state = last.again() ? Texts.get(whole ? "compare.state.again.done" : "compare.state.again", end) : end;
        var tone = !whole ? tone(last) : stopped == null ? Tone.GOOD : Tone.NEUTRAL;
        if (last.again() && counted.size() < 2) {
            return new LaneFace(state, tone, figure(last.speed()), !whole, Texts.get("compare.unit.again"), foot(last));
        }
        if (counted.size() < 2) {
            var shown = counted.isEmpty() ? last : counted.getFirst();
            return new LaneFace(state, tone, figure(shown.speed()), counted.isEmpty(), unit(), foot(shown));
        }
        return usual(state, tone, counted, all);
    }

    private static LaneFace usual(String state, Tone tone, List<Sample> counted, List<Sample> all) {
        var speeds = values(counted, Measure.OUTPUT_SPEED::of);
        return new LaneFace(state, tone, Format.speed(median(speeds)), speeds.isEmpty(),
                speeds.isEmpty() ? unit() : Texts.get("compare.unit.median", speeds.size()), foot(counted, all));
    }

    /**
     * What to call a lane of a run that is over and was not seen, if it did not take part until the end; null if it did.
     *
     * @param all its samples in their order
     */
    static String left(Comparison past, List<Sample> all) {
        if (all.isEmpty() || past.mode() == Mode.RACE) {
            return null;
        }
        return all.stream().mapToInt(Sample::round).max().orElse(0) < past.reached()
                ? Texts.get("compare.state.stopped")
                : past.state() == Comparison.State.RUNNING ? Texts.get("compare.state.unfinished") : null;
    }

    /** Length and time of the reasoning; empty if there is none. */
    static String reasoning(Sample sample) {
        var speed = sample.speed();
        if (sample.reasoning().isEmpty() || speed.ttftMs() == null) {
            return "";
        }
        var end = speed.firstAnswerMs() == null ? speed.totalMs() : speed.firstAnswerMs();
        var time = Format.duration(end == null ? null : end - speed.ttftMs());
        return speed.reasoningTokens() == null
                ? time
                : Texts.get("reply.reasoning", Format.count(speed.reasoningTokens()), time);
    }

    private static String state(RunningExchange exchange, Phase phase, long inPhaseMs) {
        var speed = exchange.speed();
        return switch (phase) {
            case QUEUED -> {
                var waits = exchange.waiting();
                yield waits == null
                        ? Texts.get("compare.state.queued")
                        : Texts.get("compare.state.waits", Format.countdown(waits.leftMs()));
            }
            case CONNECTING -> Texts.get("reply.connecting", tenths(inPhaseMs));
            case WAITING -> Texts.get("reply.waiting", tenths(inPhaseMs));
            case ROUTING -> Texts.get("reply.routing", tenths(inPhaseMs));
            case THINKING, WRITING -> speed.silentMs() >= STALL_MS
                    ? Texts.get("instruments.stall", Format.age((long) speed.silentMs()))
                    : phase == Phase.THINKING
                            ? Texts.get("compare.state.thinking", tenths(inPhaseMs))
                            : Texts.get("reply.writing");
            case ENDED -> "";
        };
    }

    private static String resting(int lane, LaneNow now, Progress progress) {
        if (now.stopped() != null) {
            return now.last() == null || now.last().outcome() == Outcome.COMPLETE
                    ? Texts.get("compare.state.stopped")
                    : outcome(now.last());
        }
        if (progress.paused()) {
            return Texts.get("compare.state.paused");
        }
        if (progress.waitLane() == lane && progress.waitMs() > 0) {
            return Texts.get("compare.state.waits", Format.countdown(progress.waitMs()));
        }
        if (progress.rounds() <= 1 && now.last() != null && now.last().round() > 0) {
            return outcome(now.last());
        }
        return turn(now.turn());
    }

    private static String turn(Turn turn) {
        if (turn == null || turn.leftMs() == null) {
            return Texts.get("compare.state.turn");
        }
        if (turn.place() == 1 && turn.leftMs() < SECOND) {
            return Texts.get("compare.state.next.now");
        }
        var left = Format.countdown(Math.max(1, Math.ceil(turn.leftMs() / SECOND)) * SECOND);
        return turn.place() == 1
                ? Texts.get("compare.state.next", left)
                : Texts.get("compare.state.turn.at", turn.place(), left);
    }

    private static String outcome(Sample sample) {
        return Texts.get(switch (sample.outcome()) {
            case COMPLETE -> "compare.state.done";
            case STOPPED -> "compare.state.stopped";
            case REFUSED -> "compare.state.refused";
            case TRUNCATED -> "compare.state.truncated";
            case FAILED -> "compare.state.failed";
        });
    }

    private static Tone tone(LaneNow now) {
        return now.stopped() != null ? Tone.BAD : now.last() == null ? Tone.NEUTRAL : tone(now.last());
    }

    private static Tone tone(Sample sample) {
        return switch (sample.outcome()) {
            case COMPLETE -> Tone.NEUTRAL;
            case STOPPED -> Tone.NEUTRAL;
            case TRUNCATED, REFUSED -> Tone.CAREFUL;
            case FAILED -> Tone.BAD;
        };
    }

    private static String figure(SpeedReading speed) {
        return Format.speed(speed.outputTokensPerSecond());
    }

    private static String unit() {
        return Texts.get("compare.unit");
    }

    private static String foot(Sample sample) {
        return foot(sample.speed(), sample.cost(), sample.costSource());
    }

    private static String foot(SpeedReading speed, BigDecimal cost, Provenance source) {
        var parts = new ArrayList<String>();
        if (speed.connectMs() != null) {
            parts.add(Texts.get("compare.connect", Format.duration(speed.connectMs())));
        }
        if (speed.ttftMs() != null) {
            parts.add(Texts.get("compare.ttft", Format.duration(speed.ttftMs())));
        }
        if (speed.outputTokens() != null) {
            parts.add((speed.estimated() ? "≈ " : "")
                    + Texts.get("compare.out", Format.count(speed.outputTokens())));
        }
        if (cost != null) {
            parts.add(about(cost, source != Provenance.REPORTED));
        }
        return String.join(GAP, parts);
    }

    /** The usual request, and what all of them cost. */
    private static String foot(List<Sample> counted, List<Sample> all) {
        var parts = new ArrayList<String>();
        var ttft = median(values(counted, sample -> sample.speed().ttftMs()));
        var out = median(values(counted, sample -> sample.speed().outputTokens() == null
                ? null
                : sample.speed().outputTokens().doubleValue()));
        if (ttft != null) {
            parts.add(Texts.get("compare.ttft", Format.duration(ttft)));
        }
        if (out != null) {
            parts.add(Texts.get("compare.out", Format.count(out)));
        }
        var costs = all.stream().map(Sample::cost).filter(Objects::nonNull).toList();
        if (!costs.isEmpty()) {
            boolean guessed = costs.size() < all.size()
                    || all.stream().anyMatch(sample -> sample.costSource() != Provenance.REPORTED);
            parts.add(Texts.get("compare.cost.all",
                    about(costs.stream().reduce(BigDecimal.ZERO, BigDecimal::add), guessed)));
        }
        return String.join(GAP, parts);
    }

    private static String about(BigDecimal cost, boolean guessed) {
        var words = Format.cost(cost);
        return guessed && !words.startsWith("<") ? "≈ " + words : words;
    }

    private static List<Double> values(List<Sample> samples, Function<Sample, Double> of) {
        return samples.stream().map(of).filter(Objects::nonNull).sorted().toList();
    }

    /** Of sorted values; null if there are none. */
    private static Double median(List<Double> sorted) {
        int half = sorted.size() / 2;
        return sorted.isEmpty()
                ? null
                : sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    /** So that the words change ten times a second and not at every pulse. */
    private static String tenths(long ms) {
        return ms / 1000 + "." + ms / 100 % 10 + " s";
    }
}
