package app.pitot.usage;

import java.math.BigDecimal;
import java.time.Instant;

/** Something that must be known to read the figures of a report. */
public sealed interface UsageNote {
    /** Requests of which no end is written down: they run, or the app died; they are in no figure. */
    record Open(long requests) implements UsageNote {}

    /** Rows that are not what was written: they are in no figure. */
    record Damaged(long rows) implements UsageNote {}

    /** Requests that end before they begin, or that the clock of this machine moved under: their times may be wrong. */
    record ClockJumps(long requests) implements UsageNote {}

    /** Days are those of UTC, because hours are no longer known that far back. */
    record UtcDays(Instant before) implements UsageNote {}

    /**
     * A listed price changed within the stretch; each request is counted at the price of its day.
     *
     * @param input USD per million prompt tokens from then on; null if unknown
     * @param output USD per million completion tokens from then on; null if unknown
     */
    record PriceChanged(String provider, String model, Instant at, BigDecimal input, BigDecimal output)
            implements
                UsageNote {}
}
