package app.pitot.quota;

import java.util.ArrayDeque;
import java.util.Deque;

/** When the latest requests were sent, and what they may cost. Not thread-safe; its meter sees to that. */
final class Recent {
    /** Nobody sends more of them in a minute. */
    private static final int MAX = 10_000;

    private record Sent(long nanos, long micros) {}

    private final Deque<Sent> sent = new ArrayDeque<>();

    void add(long nanos, long micros) {
        if (sent.size() == MAX) {
            sent.removeFirst();
        }
        sent.addLast(new Sent(nanos, micros));
    }

    /** How many were sent at {@code nanos} or later; forgets the others. */
    int since(long nanos) {
        while (!sent.isEmpty() && sent.peekFirst().nanos() - nanos < 0) {
            sent.removeFirst();
        }
        return sent.size();
    }

    /** What those may cost, in millionths of a dollar. */
    long microsSince(long nanos) {
        since(nanos);
        return sent.stream().mapToLong(Sent::micros).sum();
    }
}
