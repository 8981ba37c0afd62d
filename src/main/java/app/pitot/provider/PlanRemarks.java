package app.pitot.provider;

import java.util.List;

/**
 * What is known of a plan beside its figures.
 *
 * @param confidence {@code documented} by the provider, {@code reported} by others or {@code inferred} by us
 * @param status {@code current}, or {@code historical} if it is no longer offered
 * @param optional limits that others report and the provider does not document; not in force unless the user sets them
 * @param billing how it is paid for; null if unknown
 */
public record PlanRemarks(String confidence, String status, List<Limit> optional, Billing billing) {
    public PlanRemarks {
        optional = List.copyOf(optional);
    }
}
