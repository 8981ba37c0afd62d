package app.pitot.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Several tests at once, so that the chance of even one false finding among them stays that of a single test. */
public final class Holm {
    private Holm() {}

    /**
     * At which chance of error each test is made: the strongest finding at {@code error / n}, the next at
     * {@code error / (n − 1)}, and from the first that fails on, all others at its own. An interval drawn at {@code 1 −} this
     * excludes what the test refutes, and nothing else.
     *
     * @param chances of findings as strong where there is nothing, 0 to 1
     * @param error in all, above 0 and below 1
     */
    public static double[] errors(double[] chances, double error) {
        var order = IntStream.range(0, chances.length).boxed().sorted(Comparator.comparingDouble(i -> chances[i]))
                .toList();
        var errors = new double[chances.length];
        var left = chances.length;
        var failed = false;
        for (var test : order) {
            errors[test] = error / left;
            failed |= chances[test] > errors[test];
            left -= failed ? 0 : 1;
        }
        return errors;
    }
}
