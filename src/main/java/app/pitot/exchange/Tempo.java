package app.pitot.exchange;

import app.pitot.speed.SpeedReading;
import java.util.ArrayDeque;
import java.util.Deque;

/** How fast one model of one account answered lately. Safe from any thread. */
final class Tempo {
    private static final int MOST = 20;

    private final Deque<Double> ttfts = new ArrayDeque<>();
    private final Deque<Double> speeds = new ArrayDeque<>();
    private Typical earlier = Typical.UNKNOWN;

    /** A whole reply. */
    synchronized void learn(SpeedReading reading) {
        keep(ttfts, reading.ttftMs());
        keep(speeds, reading.outputTokensPerSecond());
    }

    /** Counts until a reply has told anew. */
    synchronized void restore(Typical ofEarlierRuns) {
        earlier = ofEarlierRuns;
    }

    synchronized Typical typical(Long outputTokens) {
        return new Typical(outputTokens, ttfts.isEmpty() ? earlier.ttftMs() : median(ttfts),
                speeds.isEmpty() ? earlier.tokensPerSecond() : median(speeds));
    }

    private static void keep(Deque<Double> last, Double value) {
        if (value != null) {
            last.addLast(value);
            if (last.size() > MOST) {
                last.removeFirst();
            }
        }
    }

    private static Double median(Deque<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
