package app.pitot.quota;

import app.pitot.quota.InputEstimate.Guess;
import java.util.Arrays;
import java.util.List;

/**
 * What samples say of the size of a prompt: tokens = fixed + slope × first guess, set right by its {@link Makeup}. Immutable.
 */
final class PromptLine {
    static final PromptLine UNLEARNED = new PromptLine(0, 1, 1, null);

    /** Prompts closer than this in size say nothing of the ratio between them. */
    private static final double APART = 16;
    private static final double LEAST_SLOPE = 0.25;
    private static final double MOST_SLOPE = 4;
    private static final double LEAST_WIDE = 0.1;
    private static final double MOST_WIDE = 4;
    /** Prompts with less of the other script say nothing of it. */
    private static final double WIDE_SHARE = 0.2;
    private static final int ROUNDS = 6;
    /** Of a prompt of a few words, a token more or less is a large share. */
    private static final double SMALL = 100;
    /** Before anything was learned, a guess may be off by so much. */
    private static final double OFF_UNLEARNED = 0.3;
    /** And a wide character may be but a quarter of a token. */
    private static final double WIDE_UNLEARNED = 0.75;
    /** By how much more than usual a prompt may be off. */
    private static final double BEYOND = 4;
    private static final double LEAST_SHARE = 0.02;
    private static final double LEAST_OFF = 6;

    private final double fixed;
    private final double slope;
    private final double wide;
    private final Makeup makeup;

    /**
     * @param wide tokens of a character of Chinese and the like
     * @param makeup null before anything was learned
     */
    private PromptLine(double fixed, double slope, double wide, Makeup makeup) {
        this.fixed = fixed;
        this.slope = slope;
        this.wide = wide;
        this.makeup = makeup;
    }

    double wide() {
        return wide;
    }

    /** How many tokens a prompt probably has, and at most. */
    Guess guess(PromptSize size) {
        var first = of(size);
        if (makeup == null) {
            return new Guess(
                    (long) Math.max(1, (1 - OFF_UNLEARNED) * (first - WIDE_UNLEARNED * size.wide()) - LEAST_OFF),
                    Math.round(first), (long) Math.ceil((1 + OFF_UNLEARNED) * first + LEAST_OFF));
        }
        var trust = trust(first);
        var likely = Math.max(1, first + (first + SMALL) * makeup.off(size, trust));
        return guess(likely, Math.max(LEAST_SHARE * likely, BEYOND * makeup.unsure(size, trust) * (likely + SMALL)));
    }

    private static Guess guess(double likely, double off) {
        return new Guess((long) Math.max(1, likely - LEAST_OFF - off), Math.round(likely),
                (long) Math.ceil(likely + LEAST_OFF + off));
    }

    private static double trust(double tokens) {
        return tokens / (tokens + SMALL);
    }

    private double of(PromptSize size) {
        return Math.max(1, fixed + slope * size.tokens(wide));
    }

    /** The two ratios by turns, each from the prompts that tell of it. @param before tokens of a wide character */
    static PromptLine through(List<PromptSample> samples, double before) {
        var wide = before;
        var best = line(samples, wide);
        for (var i = 0; i < ROUNDS; i++) {
            var next = best.wideBy(samples);
            if (Double.isNaN(next) || Math.abs(next - wide) < 1e-4) {
                break;
            }
            wide = next;
            best = line(samples, wide);
        }
        return new PromptLine(best.fixed, best.slope, wide, best.makeup(samples));
    }

    /** NaN if no sample tells. */
    private double wideBy(List<PromptSample> samples) {
        var ratios = new double[samples.size()];
        var found = 0;
        for (var sample : samples) {
            var size = sample.size();
            if (size.wideShare() > WIDE_SHARE) {
                ratios[found++] = ((sample.tokens() - fixed) / slope - size.tokens(0)) / size.wide();
            }
        }
        return found == 0 ? Double.NaN : Math.clamp(median(ratios, found), LEAST_WIDE, MOST_WIDE);
    }

    /**
     * The median of all slopes between two samples: a few odd ones cannot move it. Prompts in the other script tell of its own
     * ratio, and nothing of this one.
     */
    private static PromptLine line(List<PromptSample> samples, double wide) {
        var telling = samples.stream().filter(sample -> sample.size().wideShare() <= WIDE_SHARE).toList();
        var slope = Math.clamp(slope(telling, wide), LEAST_SLOPE, MOST_SLOPE);
        var fixed = fixed(telling.isEmpty() ? samples : telling, slope, wide);
        if (fixed >= 0) {
            return new PromptLine(fixed, slope, wide, null);
        }
        // Less than nothing for an empty prompt: the first guess was too high throughout.
        return new PromptLine(0, telling.isEmpty() ? 1 : ratio(telling, wide), wide, null);
    }

    private static double fixed(List<PromptSample> samples, double slope, double wide) {
        var rests = samples.stream().mapToDouble(sample -> sample.tokens() - slope * sample.size().tokens(wide))
                .toArray();
        return median(rests, rests.length);
    }

    /** 1 if no two samples tell. */
    private static double slope(List<PromptSample> samples, double wide) {
        var guessed = samples.stream().mapToDouble(sample -> sample.size().tokens(wide)).toArray();
        var slopes = new double[guessed.length * (guessed.length - 1) / 2];
        var found = 0;
        for (var i = 0; i < guessed.length; i++) {
            for (var j = 0; j < i; j++) {
                var step = guessed[i] - guessed[j];
                if (Math.abs(step) >= APART) {
                    slopes[found++] = (samples.get(i).tokens() - samples.get(j).tokens()) / step;
                }
            }
        }
        return found == 0 ? 1 : median(slopes, found);
    }

    private static double ratio(List<PromptSample> samples, double wide) {
        var ratios = samples.stream().mapToDouble(sample -> sample.tokens() / Math.max(1, sample.size().tokens(wide)))
                .toArray();
        return Math.clamp(median(ratios, ratios.length), LEAST_SLOPE, MOST_SLOPE);
    }

    private Makeup makeup(List<PromptSample> samples) {
        var offs = new double[samples.size()];
        var trust = new double[samples.size()];
        for (var i = 0; i < offs.length; i++) {
            var first = of(samples.get(i).size());
            trust[i] = trust(first);
            offs[i] = (samples.get(i).tokens() - first) / (first + SMALL);
        }
        return Makeup.of(samples.stream().map(PromptSample::size).toArray(PromptSize[]::new), offs, trust);
    }

    private static double median(double[] values, int count) {
        var sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return count % 2 == 1 ? sorted[count / 2] : (sorted[count / 2 - 1] + sorted[count / 2]) / 2;
    }
}
