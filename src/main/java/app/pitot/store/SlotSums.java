package app.pitot.store;

import app.pitot.store.SlotUse.Hours;
import app.pitot.store.SlotUse.Part;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** One hour or day while it is summed up. Not thread-safe. */
final class SlotSums {
    private final long from;
    private final long until;
    private final WeekClock clock;
    private final Map<UseKey, Each> all = new LinkedHashMap<>();

    /** @param clock tells the hours of the week */
    SlotSums(long from, long until, WeekClock clock) {
        this.from = from;
        this.until = until;
        this.clock = clock;
    }

    long from() {
        return from;
    }

    private static final class Each {
        private final Sums sums;
        /** Until there is a second one, the sums need not be unpacked. */
        private Use first;
        private short[] at = new short[2];
        private long[] requests = new long[2];
        private long[] tokens = new long[2];
        private int size;

        Each(UseKey key) {
            sums = Sums.none(key.provider());
        }

        void hour(int hour, long moreRequests, long moreTokens) {
            if (size == 0 || at[size - 1] != hour) {
                if (size == at.length) {
                    at = Arrays.copyOf(at, 2 * size);
                    requests = Arrays.copyOf(requests, 2 * size);
                    tokens = Arrays.copyOf(tokens, 2 * size);
                }
                at[size++] = (short) hour;
            }
            requests[size - 1] += moreRequests;
            tokens[size - 1] += moreTokens;
        }

        Part part(UseKey key) {
            var hours = new Hours(Arrays.copyOf(at, size), Arrays.copyOf(requests, size),
                    Arrays.copyOf(tokens, size));
            return new Part(first == null ? sums.use(key) : first, hours);
        }
    }

    /** @param at a moment of the hour; -1 if it is not known when in the slot it was */
    void add(long at, Use use) {
        var each = all.get(use.key());
        if (each == null) {
            each = new Each(use.key());
            each.first = use;
            all.put(use.key(), each);
        } else {
            unpack(each);
            each.sums.add(use);
        }
        if (at >= 0 && use.counted(Count.REQUESTS) > 0) {
            each.hour(clock.hour(at), use.counted(Count.REQUESTS), use.tokens());
        }
    }

    /** @param row a row of the ledger that has ended */
    void add(UseKey key, RowValues row, boolean good) throws SQLException {
        var each = all.computeIfAbsent(key, Each::new);
        unpack(each);
        if (good) {
            each.sums.add(row);
            each.hour(clock.hour(row.number("started_ms")), 1,
                    row.number("prompt_tokens") + row.number("completion_tokens"));
        } else {
            each.sums.addDamaged();
        }
    }

    private static void unpack(Each each) {
        if (each.first != null) {
            each.sums.add(each.first);
            each.first = null;
        }
    }

    SlotUse done() {
        var parts = new ArrayList<Part>();
        all.forEach((key, each) -> parts.add(each.part(key)));
        return new SlotUse(from, until, parts);
    }
}
