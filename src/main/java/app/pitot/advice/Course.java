package app.pitot.advice;

import app.pitot.provider.Period;
import app.pitot.provider.Refill;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Requests that are sent one after the other as soon as every limit admits the next, over days and resets. Between two
 * resets every limit admits a number that only grows, and grows evenly; the least of them is what passes.
 */
final class Course {
    private static final double NANOS = 1e9;
    private static final Duration HORIZON = Duration.ofDays(3_700);
    private static final int MOST_STEPS = 100_000;
    private static final double HAIR = 1e-6;

    private final List<Bucket> buckets = new ArrayList<>();
    private final Instant start;
    private final ZonedDateTime morning;
    private final long workNanos;
    private final boolean nights;

    Course(List<Reach> reaches, Load load, Instant start, ZoneId zone) {
        reaches.stream().filter(each -> !each.free())
                .forEach(each -> buckets.add(new Bucket(each.limit().value(), each.charge(), each.aside(),
                        each.limit().refill() == Refill.FIXED
                                ? 0
                                : each.limit().value() / seconds(each.limit().period()),
                        each.limit().refill() == Refill.FIXED ? each.limit().period() : null)));
        if (load.wanted() != null) {
            buckets.add(new Bucket(1, 1, 1, load.wanted().perMinute(load.hours()) / 60, null));
        }
        this.start = start;
        this.morning = start.atZone(zone);
        this.workNanos = (long) (load.hours() * Duration.ofHours(1).toNanos());
        this.nights = load.hours() < Load.WHOLE_DAY;
    }

    /** Null if it takes longer than ten years. */
    Duration until(long requests) {
        double left = requests;
        var now = start;
        for (int step = 0; step < MOST_STEPS && left > 0; step++) {
            if (!now.isBefore(start.plus(HORIZON))) {
                return null;
            }
            if (nights && resting(now)) {
                now = pass(now, nextMorning(now), 0);
                continue;
            }
            var end = segmentEnd(now);
            double seconds = end == null ? Double.POSITIVE_INFINITY : seconds(now, end);
            double wait = secondsUntil(left);
            // What would be sent at the very moment of a reset is sent right after it.
            if (wait < seconds) {
                return Duration.between(start, now.plusNanos((long) (wait * NANOS)));
            }
            if (end == null) {
                return null;
            }
            double passed = admitted(seconds);
            left -= passed;
            now = pass(now, end, passed);
        }
        return left > 0 ? null : Duration.between(start, now);
    }

    private double secondsUntil(double count) {
        return buckets.stream().mapToDouble(each -> each.secondsUntil(count)).max().orElse(0);
    }

    private double admitted(double seconds) {
        return buckets.stream().mapToDouble(each -> each.admitted(seconds)).min().orElse(0);
    }

    private Instant pass(Instant from, Instant to, double sent) {
        double seconds = seconds(from, to);
        for (var bucket : buckets) {
            bucket.pass(seconds, sent);
            if (bucket.fixed != null && !nextReset(bucket.fixed, from).isAfter(to)) {
                bucket.level = bucket.size;
            }
        }
        return to;
    }

    private boolean resting(Instant now) {
        return !now.isBefore(thisMorning(now).plusNanos(workNanos));
    }

    private Instant thisMorning(Instant now) {
        long days = Math.max(0, Duration.between(start, now).toDays() - 1);
        while (!morning.plusDays(days + 1).toInstant().isAfter(now)) {
            days++;
        }
        return morning.plusDays(days).toInstant();
    }

    private Instant nextMorning(Instant now) {
        long days = Duration.between(start, now).toDays();
        var next = morning.plusDays(days).toInstant();
        while (!next.isAfter(now)) {
            next = morning.plusDays(++days).toInstant();
        }
        return next;
    }

    /** When something begins anew or the work of the day is over; null if nothing does. */
    private Instant segmentEnd(Instant now) {
        Instant end = nights ? thisMorning(now).plusNanos(workNanos) : null;
        for (var bucket : buckets) {
            if (bucket.fixed != null) {
                var reset = nextReset(bucket.fixed, now);
                end = end == null || reset.isBefore(end) ? reset : end;
            }
        }
        return end;
    }

    private static Instant nextReset(Period period, Instant now) {
        if (period == Period.MONTH) {
            return LocalDate.ofInstant(now, ZoneOffset.UTC).withDayOfMonth(1).plusMonths(1)
                    .atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        long length = period.length().toSeconds();
        return Instant.ofEpochSecond((Math.floorDiv(now.getEpochSecond(), length) + 1) * length);
    }

    private static double seconds(Period period) {
        return period.length().toNanos() / NANOS;
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / NANOS;
    }

    /** The state of one limit; {@code fixed} is null for one that comes back all the time. */
    private static final class Bucket {
        private final double size;
        private final double charge;
        private final double aside;
        private final double perSecond;
        private final Period fixed;
        private double level;

        Bucket(double size, double charge, double aside, double perSecond, Period fixed) {
            this.size = size;
            this.charge = charge;
            this.aside = aside;
            this.perSecond = perSecond;
            this.fixed = fixed;
            this.level = size;
        }

        /** Until so many more were sent, one at a time. */
        double secondsUntil(double count) {
            double missing = (count - 1) * charge + aside - level;
            if (missing <= HAIR) {
                return 0;
            }
            return perSecond > 0 ? missing / perSecond : Double.POSITIVE_INFINITY;
        }

        double admitted(double seconds) {
            return Math.max(0, Math.floor((level + perSecond * seconds - aside) / charge + HAIR) + 1);
        }

        void pass(double seconds, double sent) {
            level = Math.min(size, level + perSecond * seconds - sent * charge);
        }
    }
}
