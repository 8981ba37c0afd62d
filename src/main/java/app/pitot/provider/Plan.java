package app.pitot.provider;

import java.time.LocalDate;
import java.util.List;

/**
 * A dated table of limits, as published by a provider or by somebody who looked.
 *
 * @param id stable, such as {@code cerebras-free-2026-04}
 * @param name as shown: "Free plan, April 2026"
 * @param providerId the provider it belongs to
 * @param asOf the day to which the figures belong
 * @param source where they were read, in words
 * @param limits all must admit a request; empty if the provider states none
 * @param contextTokens prompt and completion together, or null if unknown
 * @param unsetOutputReserve tokens that the provider sets aside for output when the request names no cap; null means the
 *     rest of the context
 * @param notes short remarks for the user; may be empty, never null
 */
public record Plan(String id, String name, String providerId, LocalDate asOf, String source, List<Limit> limits,
        Integer contextTokens, Integer unsetOutputReserve, String notes) {
    public Plan {
        limits = List.copyOf(limits);
    }
}
