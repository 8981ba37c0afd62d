package app.pitot.compare;

import app.pitot.base.Texts;
import app.pitot.compare.Analysis.Pair;
import app.pitot.compare.Analysis.Verdict;
import app.pitot.statistics.Interval;
import app.pitot.statistics.PairedRatio;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What a comparison shows, in sentences with the letters of lanes: the same in the window, the exports and the command line. */
public final class VerdictWords {
    private VerdictWords() {}

    /** Such as "Output speed". */
    public static String name(Measure measure) {
        return Texts.get("measure." + key(measure));
    }

    /** Such as "undecided". */
    public static String name(Verdict verdict) {
        return Texts.get("verdict." + key(verdict));
    }

    /** Who is faster, without a full stop: "A is 3.0 × faster than B". */
    public static String headline(Analysis analysis) {
        if (analysis.ranking().size() < 2) {
            return Texts.get(analysis.ranking().isEmpty() ? "verdict.head.none" : "verdict.head.one",
                    letters(analysis.ranking()));
        }
        return headline(analysis, leading(analysis));
    }

    /** What the headline rests on: "95 % interval 2.8 to 3.2, paired over 9 rounds."; empty without a second lane. */
    public static String evidence(Analysis analysis) {
        if (analysis.ranking().size() < 2) {
            return "";
        }
        var pair = fasterFirst(leading(analysis));
        if (pair.interval() == null) {
            return pair.moreRounds() == null
                    ? Texts.get("verdict.once")
                    : Texts.get("verdict.rounds", pair.rounds(), PairedRatio.FEWEST_ROUNDS);
        }
        var level = number(100 * pair.interval().level(), 1).replace(".0", "");
        var evidence = Texts.get(level.equals("95") ? "verdict.interval" : "verdict.interval.strict", interval(pair),
                pair.rounds(), level, analysis.pairs().size());
        return pair.verdict() == Verdict.UNDECIDED ? evidence + " " + more(pair.moreRounds(), pair) : evidence;
    }

    /** One sentence for each other pair that is clear, without those that follow from two of the others. */
    public static List<String> others(Analysis analysis) {
        var told = new ArrayList<String>();
        for (var pair : ClearPairs.of(analysis)) {
            told.add(Texts.get("verdict.other." + key(analysis.measure()), Lane.letter(pair.a()),
                    Lane.letter(pair.b()), ratio(pair), interval(pair)));
        }
        return told;
    }

    /** What makes it unfair or hard to read, one sentence each. */
    public static List<String> fairness(Analysis analysis) {
        return analysis.fairness().stream().map(VerdictWords::fairness).toList();
    }

    /** One sentence: "The answers of C are up to 34 % shorter than the longest." */
    public static String fairness(Analysis.Fairness fairness) {
        var figure = fairness.figure() == null ? 0 : fairness.figure();
        return Texts.get("fairness." + key(fairness.flag()), letters(fairness.lanes()), figure,
                String.format(Locale.ROOT, "%.2f", figure).replace('-', '\u2212'), fairness.lanes().size());
    }

    /** Everything in the order in which it is to be read. */
    public static List<String> all(Analysis analysis) {
        var all = new ArrayList<String>();
        all.add(headline(analysis) + ".");
        if (!evidence(analysis).isEmpty()) {
            all.add(evidence(analysis));
        }
        all.addAll(others(analysis));
        all.addAll(fairness(analysis));
        return all;
    }

    /** As "3.0"; as exact as its interval needs to be told from 1. */
    static String ratio(Pair pair) {
        return number(pair.ratio(), decimals(pair));
    }

    /** "A", "A and B", "A, B and C"; in the order of the alphabet. */
    static String letters(Collection<Integer> lanes) {
        var letters = lanes.stream().sorted().map(Lane::letter).toList();
        return letters.size() < 2
                ? String.join("", letters)
                : Texts.get("verdict.and", String.join(", ", letters.subList(0, letters.size() - 1)),
                        letters.getLast());
    }

    private static String headline(Analysis analysis, Pair pair) {
        var faster = fasterFirst(pair);
        var a = Lane.letter(faster.a());
        var b = Lane.letter(faster.b());
        return switch (faster.verdict()) {
            case FASTER, SLOWER -> Texts.get("verdict.faster." + key(analysis.measure()), a, b, ratio(faster));
            case TIE -> Texts.get("verdict.equal", a, b);
            case UNDECIDED -> Texts.get("verdict.open", a, b);
            case NOT_ENOUGH -> Texts.get("verdict.few", a, b);
        };
    }

    private static String interval(Pair pair) {
        var decimals = decimals(pair);
        return Texts.get("verdict.range", number(pair.interval().low(), decimals),
                number(pair.interval().high(), decimals));
    }

    private static String more(Integer rounds, Pair pair) {
        return rounds == null || rounds + pair.rounds() > ComparisonSetup.MOST_ROUNDS
                ? Texts.get("verdict.close", ComparisonSetup.MOST_ROUNDS)
                : Texts.get("verdict.more", rounds);
    }

    /** The first two of the ranking, the first as {@code a}. */
    private static Pair leading(Analysis analysis) {
        return ClearPairs.between(analysis, analysis.ranking().get(0), analysis.ranking().get(1));
    }

    private static Pair fasterFirst(Pair pair) {
        return pair.verdict() == Verdict.SLOWER ? ClearPairs.turned(pair) : pair;
    }

    private static int decimals(Pair pair) {
        var interval = pair.interval() == null ? new Interval(pair.ratio(), pair.ratio(), 0) : pair.interval();
        var decimals = pair.ratio() >= 10 ? 0 : pair.ratio() >= 2 ? 1 : 2;
        while (decimals < 4 && hides(interval, decimals)) {
            decimals++;
        }
        return decimals;
    }

    /** True if an end would be rounded to 1, or beyond, though it is not. */
    private static boolean hides(Interval interval, int decimals) {
        var one = number(1, decimals);
        return number(interval.low(), decimals).equals(one) && interval.low() != 1
                || number(interval.high(), decimals).equals(one) && interval.high() != 1;
    }

    private static String number(double value, int decimals) {
        return String.format(Locale.US, "%,." + decimals + "f", value);
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
