package app.pitot.compare;

import app.pitot.exchange.RunningExchange;
import java.util.ArrayList;
import java.util.List;

/** A lane of a running comparison. Guarded by its {@link Course}. */
final class LaneState {
    final Lane lane;
    RunningExchange exchange;
    Trip trip;
    Sample last;
    int done;
    /** Without a whole reply between. */
    int failures;
    /** Null while it takes part. */
    Parting parting;
    /** Ticker reading at which it parted. */
    long partedAt;
    private final List<Long> used = new ArrayList<>();
    private final List<Double> took = new ArrayList<>();

    LaneState(Lane lane) {
        this.lane = lane;
    }

    /** A whole reply: the next ones will be much like it. @param tookMs from admission to the end */
    void learn(Sample sample, double tookMs) {
        var usage = sample.usage();
        if (usage != null && usage.promptTokens() != null && usage.completionTokens() != null) {
            used.add((long) usage.promptTokens() + usage.completionTokens());
        }
        took.add(tookMs);
    }

    Glance.OfLane glance() {
        var underWay = trip != null && trip.isAdmitted() && exchange != null && !exchange.result().isDone();
        return new Glance.OfLane(parting == null, last == null ? -1 : last.round(),
                used.isEmpty() ? null : median(used), took.isEmpty() ? null : median(took),
                underWay ? (Double) trip.sinceMs() : null);
    }

    /** The one that waits for its windows; null if none does. */
    RunningExchange waiting() {
        return trip == null || trip.isAdmitted() || exchange == null || exchange.result().isDone() ? null : exchange;
    }

    private static <T extends Comparable<T>> T median(List<T> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
