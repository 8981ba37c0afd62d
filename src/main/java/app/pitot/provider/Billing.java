package app.pitot.provider;

import java.math.BigDecimal;

/**
 * How a plan is paid for.
 *
 * @param creditUsd what it starts with, for CREDIT; else null
 * @param creditDays after how many days what is left of that is gone; null if it stays
 */
public record Billing(Kind kind, BigDecimal creditUsd, Integer creditDays) {
    /** Who pays. */
    public enum Kind {
        /** Nobody: it costs nothing. */
        FREE,
        /** A credit that comes with the plan, until it is used up. */
        CREDIT,
        /** The user, by listed prices. */
        PER_TOKEN
    }
}
