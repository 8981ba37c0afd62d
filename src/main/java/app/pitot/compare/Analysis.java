package app.pitot.compare;

import app.pitot.statistics.Interval;
import java.util.List;
import java.util.Set;

/**
 * What the samples of one comparison say of one measure.
 *
 * @param lanes one for each lane, in their order
 * @param pairs every pair of lanes once, {@code a} before {@code b}
 * @param ranking indices of the lanes with at least one value, the fastest median first
 * @param verdict of the fastest lane against the next
 * @param fairness what makes the comparison unfair or hard to read; empty if nothing
 * @param moreRounds about how many more rounds a verdict between the first two needs; null if none does or it cannot be told
 */
public record Analysis(Measure measure, List<LaneSummary> lanes, List<Pair> pairs, List<Integer> ranking,
        Verdict verdict, List<Fairness> fairness, Integer moreRounds) {
    public Analysis {
        lanes = List.copyOf(lanes);
        pairs = List.copyOf(pairs);
        ranking = List.copyOf(ranking);
        fairness = List.copyOf(fairness);
    }

    /** What can be said of two lanes. Texts: {@code verdict.<name>}. */
    public enum Verdict {
        /** Fewer than six rounds in common. */
        NOT_ENOUGH,
        /** Within five percent of each other. */
        TIE,
        /** The first is faster. */
        FASTER,
        /** The second is faster. */
        SLOWER,
        /** The interval holds both. */
        UNDECIDED
    }

    /**
     * One lane.
     *
     * @param values of the samples that count, in the order of rounds
     * @param median null without values
     * @param lowerQuartile null below four values
     * @param upperQuartile null below four values
     * @param medianInterval by order statistics; null below six values
     * @param p95 null below 59 values
     * @param p99 null below 299 values
     * @param failed requests of counted rounds that brought no whole reply
     * @param withoutValue whole replies of which this measure is unknown
     */
    public record LaneSummary(int lane, List<Double> values, Double median, Double lowerQuartile,
            Double upperQuartile, Interval medianInterval, Double p95, Double p99, int failed, int withoutValue) {
        public LaneSummary {
            values = List.copyOf(values);
        }
    }

    /**
     * Two lanes, round by round.
     *
     * @param rounds in which both have a value
     * @param ratio how many times as fast {@code a} is as {@code b}, above 0; null without common rounds
     * @param interval of that ratio, at the level at which it was tested; null below six rounds
     * @param moreRounds about how many more a verdict needs; null if none does or it cannot be told
     */
    public record Pair(int a, int b, int rounds, Double ratio, Interval interval, Verdict verdict,
            Integer moreRounds) {}

    /**
     * Something to know before believing a difference.
     *
     * @param lanes indices of the lanes that it is about
     * @param figure a number that belongs to its sentence, such as percent; null for none
     */
    public record Fairness(Flag flag, Set<Integer> lanes, Double figure) {
        public Fairness {
            lanes = Set.copyOf(lanes);
        }
    }

    /** Texts: {@code fairness.<name>}. */
    public enum Flag {
        /** The answers differ in length by more than a fifth of the longest; figure: percent. */
        LENGTH,
        /** Cut at max tokens. */
        CUT,
        /** Lost, stopped or broken in mid-stream. */
        TRUNCATED,
        /** Part of the prompt came from a cache. */
        CACHED,
        /** Some lanes think before they answer, others do not. */
        REASONING,
        /** A router was served by different providers. */
        SERVED,
        /** Some connections were open before, others not. */
        CONNECTION,
        /** Different protocols. */
        PROTOCOL,
        /** The text came in one burst: its speed cannot be known. */
        BURST,
        /** Too few tokens to time. */
        FEW_TOKENS,
        /** Token counts of some lanes are estimates. */
        ESTIMATED,
        /** The difference changed over the rounds; figure: rank correlation. */
        DRIFT,
        /** Rounds that follow each other are alike: the interval is taken from blocks; figure: correlation. */
        CORRELATED,
        /** Some lanes were asked with other parameters. */
        PARAMETERS,
        /** Requests failed; figure: how many. */
        FAILED,
        /** Asked again after the run, which counts for nothing; figure: how often. */
        AGAIN,
        /** The lanes ran at once and shared the client. */
        SHARED_CLIENT
    }
}
