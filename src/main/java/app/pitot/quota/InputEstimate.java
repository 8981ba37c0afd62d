package app.pitot.quota;

import app.pitot.api.ChatMessage;
import app.pitot.api.ChatRequest;
import java.util.Arrays;
import java.util.List;

/**
 * Guesses prompt tokens before sending: a characters-per-token ratio learned per model from reported usage, one for scripts
 * such as Chinese and one for all others, plus a fixed part per message and per request. Tool definitions and schemas count
 * by their characters; a picture counts one token for every 32 × 32 pixels, as models that see cut it up, within bounds: no
 * provider says exactly. Safe from any thread.
 */
public final class InputEstimate {
    private static final int SAMPLES = 32;
    /** Prompts closer than this in size say nothing of the ratio between them. */
    private static final double APART = 16;
    private static final double LEAST_SLOPE = 0.25;
    private static final double MOST_SLOPE = 4;
    private static final double LEAST_WIDE = 0.1;
    private static final double MOST_WIDE = 4;
    /** Prompts with less of the other script say nothing of it. */
    private static final double WIDE_SHARE = 0.2;
    private static final int ROUNDS = 6;
    private static final int FEW = 3;
    private static final double NEARLY_ALL = 0.95;
    private static final double FEW_MORE = 0.1;
    /** Of a prompt of a few words, a token more or less is a large share. */
    private static final double SMALL = 100;
    /** Before anything was learned, a guess may be off by so much. */
    private static final double UNLEARNED = 0.3;
    /** By how much more than nearly all samples a prompt may be off. */
    private static final double BEYOND = 2;
    private static final double LEAST_SHARE = 0.03;
    private static final double LEAST_OFF = 6;

    private final PromptSize[] sizes = new PromptSize[SAMPLES];
    private final double[] reported = new double[SAMPLES];
    private int learned;

    /**
     * Tokens of a prompt.
     *
     * @param likely as likely too low as too high; at least 1
     * @param most hardly ever exceeded
     */
    public record Guess(long likely, long most) {
        /** Off by a quarter. */
        public static Guess about(long tokens) {
            return new Guess(tokens, tokens + tokens / 4);
        }

        /** Of a prompt whose size is known. */
        static Guess exactly(long tokens) {
            return new Guess(tokens, tokens);
        }
    }

    /**
     * tokens = fixed + slope × first guess.
     *
     * @param wide tokens of a character of Chinese and the like in the first guess
     * @param off of nearly all samples: the error as a share of the size; NaN before anything was learned
     */
    private record Line(double fixed, double slope, double wide, double off) {
        double of(PromptSize size) {
            return fixed + slope * size.tokens(wide);
        }
    }

    private volatile Line line = new Line(0, 1, 1, Double.NaN);

    /** Estimated prompt tokens, at least 1. */
    public long of(List<ChatMessage> messages) {
        return guess(PromptSize.of(messages)).likely();
    }

    /** The same with the tools and the schema that go along. */
    public long of(ChatRequest request) {
        return guess(request).likely();
    }

    /** How many tokens a prompt probably has, and at most. */
    public Guess guess(List<ChatMessage> messages) {
        return guess(PromptSize.of(messages));
    }

    /** The same with the tools and the schema that go along. */
    public Guess guess(ChatRequest request) {
        return guess(PromptSize.of(request));
    }

    private Guess guess(PromptSize size) {
        var now = line;
        var likely = Math.max(1, now.of(size));
        var off = Double.isNaN(now.off()) ? UNLEARNED : Math.max(LEAST_SHARE, BEYOND * now.off());
        return new Guess(Math.round(likely), (long) Math.ceil(likely + LEAST_OFF + off * likely));
    }

    /** Learns from a reported prompt size. */
    public void learn(List<ChatMessage> messages, long promptTokens) {
        learn(PromptSize.of(messages), promptTokens);
    }

    /** The same with the tools and the schema that went along. */
    public void learn(ChatRequest request, long promptTokens) {
        learn(PromptSize.of(request), promptTokens);
    }

    private synchronized void learn(PromptSize size, long promptTokens) {
        if (promptTokens <= 0) {
            return;
        }
        sizes[learned % SAMPLES] = size;
        reported[learned % SAMPLES] = promptTokens;
        learned++;
        line = fit(Math.min(learned, SAMPLES), line.wide());
    }

    /** The two ratios by turns, each from the prompts that tell of it. */
    private Line fit(int count, double before) {
        var wide = before;
        var best = line(count, wide);
        for (var i = 0; i < ROUNDS; i++) {
            var next = wideBy(best, count);
            if (Double.isNaN(next) || Math.abs(next - wide) < 1e-4) {
                break;
            }
            wide = next;
            best = line(count, wide);
        }
        return best;
    }

    /** NaN if no sample tells. */
    private double wideBy(Line line, int count) {
        var ratios = new double[count];
        var found = 0;
        for (var i = 0; i < count; i++) {
            var size = sizes[i];
            if (size.wideShare() > WIDE_SHARE) {
                ratios[found++] = ((reported[i] - line.fixed()) / line.slope() - size.tokens(0)) / size.wide();
            }
        }
        return found == 0 ? Double.NaN : Math.clamp(median(ratios, found), LEAST_WIDE, MOST_WIDE);
    }

    /** The median of all slopes between two samples: a few odd ones cannot move it. */
    private Line line(int count, double wide) {
        var guessed = new double[count];
        for (var i = 0; i < count; i++) {
            guessed[i] = sizes[i].tokens(wide);
        }
        var slope = slope(guessed, true);
        if (Double.isNaN(slope)) {
            slope = slope(guessed, false);
        }
        slope = Double.isNaN(slope) ? 1 : Math.clamp(slope, LEAST_SLOPE, MOST_SLOPE);
        var rests = new double[count];
        for (var i = 0; i < count; i++) {
            rests[i] = reported[i] - slope * guessed[i];
        }
        var fixed = median(rests, count);
        if (fixed < 0) {
            // Less than nothing for an empty prompt: the first guess was too high throughout.
            fixed = 0;
            slope = ratio(guessed);
        }
        return new Line(fixed, slope, wide, off(guessed, fixed, slope));
    }

    /** @param narrowOnly from prompts that are hardly in the other script; NaN if there are too few */
    private double slope(double[] guessed, boolean narrowOnly) {
        var count = guessed.length;
        var slopes = new double[count * (count - 1) / 2];
        var found = 0;
        for (var i = 0; i < count; i++) {
            for (var j = 0; j < i; j++) {
                var step = guessed[i] - guessed[j];
                var tells = !narrowOnly
                        || Math.max(sizes[i].wideShare(), sizes[j].wideShare()) <= WIDE_SHARE;
                if (tells && Math.abs(step) >= APART) {
                    slopes[found++] = (reported[i] - reported[j]) / step;
                }
            }
        }
        return found < (narrowOnly ? FEW : 1) ? Double.NaN : median(slopes, found);
    }

    /** Of nearly all samples; of few samples with some more. */
    private double off(double[] guessed, double fixed, double slope) {
        var offs = new double[guessed.length];
        for (var i = 0; i < offs.length; i++) {
            var likely = Math.max(1, fixed + slope * guessed[i]);
            offs[i] = Math.abs(reported[i] - likely) / (likely + SMALL);
        }
        Arrays.sort(offs);
        return offs[(int) Math.ceil(NEARLY_ALL * offs.length) - 1] + FEW_MORE / offs.length;
    }

    private double ratio(double[] guessed) {
        var ratios = new double[guessed.length];
        for (var i = 0; i < guessed.length; i++) {
            ratios[i] = reported[i] / Math.max(1, guessed[i]);
        }
        return Math.clamp(median(ratios, guessed.length), LEAST_SLOPE, MOST_SLOPE);
    }

    private static double median(double[] values, int count) {
        var sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return count % 2 == 1 ? sorted[count / 2] : (sorted[count / 2 - 1] + sorted[count / 2]) / 2;
    }
}
