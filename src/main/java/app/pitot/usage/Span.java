package app.pitot.usage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * A stretch of days that a user asks about, up to and with today unless they say otherwise.
 *
 * @param from the first day if {@code kind} is OWN; else null
 * @param to the last day, inclusive, not before {@code from}, if {@code kind} is OWN; else null
 */
public record Span(Kind kind, LocalDate from, LocalDate to) {
    /** At most so many days are told hour by hour. */
    private static final long HOURLY_DAYS = 2;
    private static final Span TODAY = of(Kind.TODAY);

    /** How far back it goes. */
    public enum Kind {
        TODAY(1), DAYS_7(7), DAYS_30(30), DAYS_90(90), ALL(0), OWN(0);

        private final int days;

        Kind(int days) {
            this.days = days;
        }
    }

    public Span {
        if ((kind == Kind.OWN) != (from != null && to != null) || kind == Kind.OWN && to.isBefore(from)) {
            throw new IllegalArgumentException(kind + " from " + from + " to " + to);
        }
    }

    public static Span today() {
        return TODAY;
    }

    /** @param kind any but OWN */
    public static Span of(Kind kind) {
        return new Span(kind, null, null);
    }

    /** @throws IllegalArgumentException if {@code to} is before {@code from} */
    public static Span own(LocalDate from, LocalDate to) {
        return new Span(Kind.OWN, from, to);
    }

    /** When it begins: at a midnight of {@code zone}, or before all time. */
    public Instant begin(Instant now, ZoneId zone) {
        return switch (kind) {
            case OWN -> from.atStartOfDay(zone).toInstant();
            case ALL -> Instant.EPOCH;
            default -> now.atZone(zone).toLocalDate().minusDays(kind.days - 1L).atStartOfDay(zone).toInstant();
        };
    }

    /** When it ends, exclusive: at the midnight after its last day. */
    public Instant end(Instant now, ZoneId zone) {
        var last = kind == Kind.OWN ? to : now.atZone(zone).toLocalDate();
        return last.plusDays(1).atStartOfDay(zone).toInstant();
    }

    public Step step() {
        return kind == Kind.TODAY || kind == Kind.OWN && ChronoUnit.DAYS.between(from, to) < HOURLY_DAYS
                ? Step.HOUR
                : Step.DAY;
    }
}
