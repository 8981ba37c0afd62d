package app.pitot.ui.usage;

import app.pitot.usage.Quartiles;
import app.pitot.usage.Totals;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * Medians over time and between what half of the values lie.
 *
 * @param spread one for each bin; null where nothing was measured
 */
record Band(Unit unit, Quartiles[] spread) {
    static Band of(Unit unit, Bins bins, Function<Totals, Quartiles> of) {
        return new Band(unit, bins.list().stream().map(bin -> of.apply(bin.total())).toArray(Quartiles[]::new));
    }

    boolean empty() {
        return Arrays.stream(spread).allMatch(each -> each == null);
    }

    /** All ends of it that are above 0, for an axis. */
    double[] ends() {
        return Arrays.stream(spread).filter(each -> each != null)
                .flatMapToDouble(each -> DoubleStream.of(each.low(), each.median(), each.high()))
                .filter(each -> each > 0).toArray();
    }
}
