package app.pitot.quota;

import java.util.ArrayDeque;
import java.util.Deque;

/** When the latest requests were sent. Not thread-safe; its meter sees to that. */
final class Recent {
    /** Nobody sends more of them in a minute. */
    private static final int MAX = 10_000;

    private final Deque<Long> sent = new ArrayDeque<>();

    void add(long nanos) {
        if (sent.size() == MAX) {
            sent.removeFirst();
        }
        sent.addLast(nanos);
    }

    /** How many were sent at {@code nanos} or later; forgets the others. */
    int since(long nanos) {
        while (!sent.isEmpty() && sent.peekFirst() - nanos < 0) {
            sent.removeFirst();
        }
        return sent.size();
    }
}
