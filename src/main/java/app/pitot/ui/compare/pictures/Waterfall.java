package app.pitot.ui.compare.pictures;

import app.pitot.compare.Comparison;
import app.pitot.compare.Lane;
import app.pitot.compare.Sample;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * Where the time went, lane by lane: medians of each part over the replies that count.
 *
 * @param rows one for each lane, in their order
 */
record Waterfall(List<Row> rows) {
    /**
     * One lane.
     *
     * @param parts ms of those that took any time; empty without replies. They need not add up to {@code whole}
     * @param whole median ms from the beginning to the last token; null without replies
     * @param replies how many this rests on
     * @param told true if the provider's own clock says how long queue and prompt took
     */
    record Row(int lane, Map<Part, Double> parts, Double whole, int replies, boolean told) {
        Row {
            var copy = new EnumMap<Part, Double>(Part.class);
            copy.putAll(parts);
            parts = copy;
        }

        String letter() {
            return Lane.letter(lane);
        }

        double sum() {
            return parts.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    Waterfall {
        rows = List.copyOf(rows);
    }

    static Waterfall of(Comparison run) {
        var rows = new ArrayList<Row>();
        for (var i = 0; i < run.lanes().size(); i++) {
            var lane = i;
            rows.add(row(lane, run.samples().stream().filter(each -> each.lane() == lane && each.counts()).toList()));
        }
        return new Waterfall(rows);
    }

    private static Row row(int lane, List<Sample> samples) {
        var splits = samples.stream().map(Split::of).filter(Objects::nonNull).toList();
        if (splits.isEmpty()) {
            return new Row(lane, Map.of(), null, 0, false);
        }
        var told = splits.stream().filter(Split::told).toList();
        // What only few replies say of the wait would not be that of the others.
        var enough = 2 * told.size() >= splits.size();
        var parts = new EnumMap<Part, Double>(Part.class);
        for (var part : Part.values()) {
            put(parts, part, switch (part) {
                case QUEUE, PROMPT -> enough ? median(told, each -> each.of(part)) : 0;
                case WAIT -> enough ? median(told, each -> each.of(part)) : median(splits, Split::toFirst);
                case CONNECT, THINK, WRITE -> median(splits, each -> each.of(part));
            });
        }
        return new Row(lane, parts, median(splits, Split::whole), splits.size(), enough);
    }

    private static void put(Map<Part, Double> parts, Part part, double ms) {
        if (ms > 0) {
            parts.put(part, ms);
        }
    }

    private static double median(List<Split> splits, ToDoubleFunction<Split> value) {
        return Middle.of(splits.stream().mapToDouble(value).toArray());
    }

    /** Ms of the longest row, its parts or its whole; 0 if no lane has replies. */
    double longest() {
        return rows.stream().mapToDouble(row -> Math.max(row.sum(), row.whole() == null ? 0 : row.whole())).max()
                .orElse(0);
    }

    /** Parts that any lane has, in their order. */
    List<Part> parts() {
        return List.of(Part.values()).stream().filter(part -> rows.stream().anyMatch(row -> row.parts()
                .containsKey(part))).toList();
    }

    /** The most replies that a row rests on. */
    int replies() {
        return rows.stream().mapToInt(Row::replies).max().orElse(0);
    }
}
