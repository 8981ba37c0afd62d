package app.pitot.usage;

import app.pitot.api.KeyStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * What a provider says that a key spent in a day, beside what the ledger has of its account. Money is in millionths of a US
 * dollar.
 *
 * @param account id
 * @param day of UTC, as providers count
 * @param at when the provider said it; what began later is not counted
 * @param reportedMicros by the provider
 * @param countedMicros by the ledger, of the requests whose cost is known
 * @param countedReportedMicros of these, what replies named; the rest is tokens times listed prices
 * @param taken requests that cost something
 * @param priced of these, those whose cost is known
 */
public record Reconciliation(String account, LocalDate day, Instant at, long reportedMicros, long countedMicros,
        long countedReportedMicros, long taken, long priced) {
    private static final int MICROS = 6;
    /** A hundredth of a cent is the least that is shown. */
    private static final long LEAST_MICROS = 100;
    private static final double SAME = 0.01;

    /** How the two compare. */
    public enum Verdict {
        /** Within 1 %. */
        SAME,
        /** The provider names more: other programs use the key, or it charges otherwise than listed. */
        MORE_REPORTED,
        /** The ledger has more: the provider counts with a delay, or charges less than listed. */
        MORE_COUNTED
    }

    /** What to ask the ledger for, to compare it with what the provider said {@code at} that time. */
    public static UsageQuery query(String account, Instant at) {
        var begin = day(at).atStartOfDay(ZoneOffset.UTC).toInstant();
        return new UsageQuery(begin, at, Step.DAY, Grouping.ACCOUNT, ZoneOffset.UTC, Set.of(account), Set.of(), true);
    }

    /**
     * Null if the provider does not say what was spent in the day.
     *
     * @param at when it said so
     * @param counted the answer to {@link #query}
     */
    public static Reconciliation of(String account, KeyStatus status, Instant at, Totals counted) {
        if (status.usageDaily() == null) {
            return null;
        }
        var reported = status.usageDaily().movePointRight(MICROS).setScale(0, RoundingMode.HALF_UP);
        if (reported.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE / 2)) > 0) {
            return null;
        }
        return new Reconciliation(account, day(at), at, reported.longValue(), counted.costMicros(),
                counted.reportedMicros(), counted.taken(), counted.priced());
    }

    /** Positive if the provider names more. */
    public long differenceMicros() {
        return reportedMicros - countedMicros;
    }

    /** The difference as a share of the larger of the two, 0 to 1. */
    public double share() {
        long larger = Math.max(Math.abs(reportedMicros), Math.abs(countedMicros));
        return larger == 0 ? 0 : (double) Math.abs(differenceMicros()) / larger;
    }

    public Verdict verdict() {
        if (Math.abs(differenceMicros()) < LEAST_MICROS || share() <= SAME) {
            return Verdict.SAME;
        }
        return differenceMicros() > 0 ? Verdict.MORE_REPORTED : Verdict.MORE_COUNTED;
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
