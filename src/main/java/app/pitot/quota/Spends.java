package app.pitot.quota;

import java.util.Arrays;

/** Amounts with their times, to the second, and what they sum up to. Not thread-safe. */
final class Spends {
    private static final long SECOND = 1_000_000_000;

    private long[] at = new long[16];
    /** Up to and with each. */
    private long[] sums = new long[16];
    private int size;
    private long forgotten;

    /** In any order, best in that of time. Nothing happens for an amount of 0 or less. */
    void add(long nanos, long amount) {
        if (amount <= 0) {
            return;
        }
        var i = firstFrom(nanos + 1);
        if (i > 0 && nanos - at[i - 1] < SECOND) {
            i--;
        } else {
            insert(i, nanos);
        }
        for (; i < size; i++) {
            sums[i] += amount;
        }
    }

    int size() {
        return size;
    }

    long at(int i) {
        return at[i];
    }

    /** All that was spent at {@code nanos} or later. */
    long since(long nanos) {
        return size == 0 ? 0 : sums[size - 1] - before(firstFrom(nanos));
    }

    /** All before the one of index {@code i}. */
    long before(int i) {
        return i == 0 ? forgotten : sums[i - 1];
    }

    /** Index of the first at {@code nanos} or later; {@link #size} if there is none. */
    int firstFrom(long nanos) {
        var found = Arrays.binarySearch(at, 0, size, nanos);
        return found < 0 ? -found - 1 : found;
    }

    /** What lies before {@code nanos} is no longer needed. */
    void forget(long nanos) {
        var gone = firstFrom(nanos);
        // Moving the rest is not worth it for a few.
        if (gone > 0 && gone >= size / 2) {
            forgotten = sums[gone - 1];
            System.arraycopy(at, gone, at, 0, size - gone);
            System.arraycopy(sums, gone, sums, 0, size - gone);
            size -= gone;
        }
    }

    private void insert(int i, long nanos) {
        if (size == at.length) {
            at = Arrays.copyOf(at, 2 * size);
            sums = Arrays.copyOf(sums, 2 * size);
        }
        System.arraycopy(at, i, at, i + 1, size - i);
        System.arraycopy(sums, i, sums, i + 1, size - i);
        at[i] = nanos;
        sums[i] = before(i);
        size++;
    }
}
