package app.pitot.compare;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What the votes of one comparison come to.
 *
 * @param wins for each lane, in their order
 * @param ties rounds in which none was found best
 * @param chance how probable it is that some lane leads so clearly, or more, if all are equally good, above 0, to 1; ties
 *        left out; null without a leader
 */
public record Tally(List<Integer> wins, int ties, Double chance) {
    /** Of {@code comparison}'s votes; those for lanes that it does not have are passed over. */
    public static Tally of(Comparison comparison) {
        int lanes = comparison.lanes().size();
        var wins = IntStream.range(0, lanes)
                .mapToObj(lane -> (int) comparison.votes().stream().filter(vote -> vote.lane() == lane).count())
                .toList();
        int ties = (int) comparison.votes().stream().filter(vote -> vote.lane() == Vote.TIE).count();
        return new Tally(wins, ties, chance(wins));
    }

    public Tally {
        wins = List.copyOf(wins);
    }

    /** All of them, ties included. */
    public int votes() {
        return ties + wins.stream().mapToInt(Integer::intValue).sum();
    }

    /** Index of the lane with the most votes; -1 if there is none, or more than one. */
    public int leader() {
        return leader(wins);
    }

    private static int leader(List<Integer> wins) {
        int most = wins.stream().mapToInt(Integer::intValue).max().orElse(0);
        var first = wins.indexOf(most);
        return most == 0 || first != wins.lastIndexOf(most) ? -1 : first;
    }

    /** Binomial, exact, times the lanes that might have led; for two that is the sign test. */
    private static Double chance(List<Integer> wins) {
        if (leader(wins) < 0 || wins.size() < 2) {
            return null;
        }
        int rounds = wins.stream().mapToInt(Integer::intValue).sum();
        double each = 1.0 / wins.size();
        double tail = 0;
        for (int k = wins.get(leader(wins)); k <= rounds; k++) {
            tail += Math.exp(choose(rounds, k) + k * Math.log(each) + (rounds - k) * Math.log1p(-each));
        }
        return Math.min(1, wins.size() * tail);
    }

    /** Logarithm of the ways to choose {@code k} of {@code n}. */
    private static double choose(int n, int k) {
        return IntStream.rangeClosed(1, k).mapToDouble(i -> Math.log((n - k + i) / (double) i)).sum();
    }
}
