package app.pitot.ui.usage;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Amounts over time.
 *
 * @param layers the lowest first; may be empty
 */
record Stack(Unit unit, List<Layer> layers) {
    Stack {
        layers = List.copyOf(layers);
    }

    double sum(int bin) {
        return layers.stream().mapToDouble(layer -> layer.values()[bin]).sum();
    }

    boolean estimated(int bin) {
        return layers.stream().anyMatch(layer -> layer.estimated()[bin] && layer.values()[bin] > 0);
    }

    /** The highest sum; 0 without layers. */
    double peak() {
        return layers.isEmpty()
                ? 0
                : IntStream.range(0, layers.getFirst().values().length).mapToDouble(this::sum).max().orElse(0);
    }

    /** The same without its unit, for where that is known. */
    String figure(double value, boolean estimate) {
        return estimate && value > 0 ? "≈ " + unit.figure(value) : unit.figure(value);
    }

    /** With "≈" if it is an estimate. */
    String words(double value, boolean estimate) {
        return estimate && value > 0 ? "≈ " + unit.words(value) : unit.words(value);
    }
}
