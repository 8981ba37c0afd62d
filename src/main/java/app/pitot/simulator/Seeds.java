package app.pitot.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Turns a request into one number: the first, the second, the third time that the same request comes, each has its own,
 * the same in every run. So another version of an answer reads differently, unless the request has a seed. Safe from any
 * thread.
 */
final class Seeds {
    /** Requests that are remembered; the one that was not asked for longest is forgotten. */
    private static final int KNOWN = 1_000;
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private final Map<Long, Integer> asked = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Integer> eldest) {
            return size() > KNOWN;
        }
    };

    /** Counts {@code body} as asked once more. */
    long next(long seed, ChatBody body) {
        long first = of(seed, body);
        return body.seed() == null ? first + (times(first) - 1) * STEP : first;
    }

    private synchronized int times(long request) {
        return asked.merge(request, 1, Integer::sum);
    }

    private static long of(long seed, ChatBody body) {
        long mix = seed * STEP + body.model().hashCode();
        for (var message : body.messages())
            mix = mix * 31 + message.role().hashCode() * 17L + message.text().hashCode();
        mix = mix * 31 + (body.temperature() == null ? 1 : Double.hashCode(body.temperature()));
        return mix * 31 + (body.seed() == null ? 1 : body.seed() + 2);
    }
}
