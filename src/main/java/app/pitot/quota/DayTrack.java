package app.pitot.quota;

import java.util.ArrayDeque;
import java.util.Arrays;

/** What we sent on the present UTC day, and how fast tokens went in the last minutes. */
final class DayTrack {
    static final long DAY_MILLIS = 86_400_000;
    private static final long BURN_NANOS = 300_000_000_000L;
    private static final double BURN_MINUTES = 5;
    private static final long PACE_NANOS = 3_600_000_000_000L;
    /** A forecast from less than this would take one long reply for the pace of a day. */
    private static final double LEAST_PACE_MINUTES = 15;
    private static final double NANOS_PER_MINUTE = 60e9;
    private static final long SECOND = 1_000_000_000;
    private static final int MINUTES = 1_440;

    /** Tokens that went within one second. */
    private record Spent(long nanos, long tokens) {}

    private final ArrayDeque<Spent> recent = new ArrayDeque<>();
    private final long[] usedAt = new long[MINUTES];
    private long day;
    private long tokens;
    private int requests;
    private int refused;

    DayTrack(Now now) {
        start(now);
    }

    void advance(Now now) {
        if (dayOf(now.wallMillis()) > day) {
            start(now);
        }
        while (!recent.isEmpty() && now.nanos() - recent.peekFirst().nanos() >= PACE_NANOS) {
            recent.removeFirst();
        }
    }

    /** A request of {@code spent} tokens ended at {@code at}, which may lie before now. */
    void count(Now at, long spent, boolean wasRefused) {
        if (spent > 0) {
            var last = recent.peekLast();
            if (last != null && at.nanos() - last.nanos() < SECOND) {
                recent.removeLast();
                recent.addLast(new Spent(last.nanos(), last.tokens() + spent));
            } else {
                recent.addLast(new Spent(at.nanos(), spent));
            }
        }
        if (dayOf(at.wallMillis()) == day) {
            tokens += spent;
            requests++;
            refused += wasRefused ? 1 : 0;
        }
    }

    /** Notes that {@code used} tokens of the day were gone at {@code at}. */
    void sample(Now at, long used) {
        if (dayOf(at.wallMillis()) == day) {
            usedAt[minuteOf(at)] = used;
        }
    }

    long tokens() {
        return tokens;
    }

    int requests() {
        return requests;
    }

    int refused() {
        return refused;
    }

    /** Tokens per minute over the last five minutes. */
    double burnPerMinute(Now now) {
        return recent.stream().filter(spent -> now.nanos() - spent.nanos() < BURN_NANOS).mapToLong(Spent::tokens).sum()
                / BURN_MINUTES;
    }

    /** Tokens per minute over the last hour, or since the first use in it: what a forecast goes by. */
    double pacePerMinute(Now now) {
        if (recent.isEmpty()) {
            return 0;
        }
        var minutes = (now.nanos() - recent.peekFirst().nanos()) / NANOS_PER_MINUTE;
        return recent.stream().mapToLong(Spent::tokens).sum() / Math.max(LEAST_PACE_MINUTES, minutes);
    }

    long startMillis() {
        return day * DAY_MILLIS;
    }

    /** The minutes of which something is known, ascending: the day's start, each change, and now. */
    int[] minutes(Now now) {
        var minutes = new int[MINUTES];
        var count = 1;
        var last = minuteOf(now);
        for (var minute = 1; minute <= last; minute++) {
            if (usedAt[minute] >= 0 || minute == last) {
                minutes[count++] = minute;
            }
        }
        return Arrays.copyOf(minutes, count);
    }

    /** Use at {@code minutes}; the last of them is {@code used}. Never falls, whatever a header corrected. */
    long[] samples(int[] minutes, long used) {
        var samples = new long[minutes.length];
        for (var i = 1; i < minutes.length; i++) {
            samples[i] = Math.min(used, Math.max(samples[i - 1], usedAt[minutes[i]]));
        }
        if (minutes.length > 1) {
            samples[minutes.length - 1] = used;
        }
        return samples;
    }

    private void start(Now now) {
        day = dayOf(now.wallMillis());
        tokens = 0;
        requests = 0;
        refused = 0;
        Arrays.fill(usedAt, -1);
    }

    private int minuteOf(Now at) {
        return Math.clamp((at.wallMillis() - startMillis()) / 60_000, 0, MINUTES - 1);
    }

    private static long dayOf(long wallMillis) {
        return Math.floorDiv(wallMillis, DAY_MILLIS);
    }
}
