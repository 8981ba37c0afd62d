package app.pitot.exchange;

import app.pitot.api.SeenHeaders;
import app.pitot.api.ServerTiming;
import app.pitot.api.Served;
import app.pitot.base.Provenance;

/**
 * What else is known of an exchange, for whoever looks closer.
 *
 * @param costSource REPORTED if the provider named the cost, ESTIMATED if it is usage times listed prices; null without a
 *     cost
 * @param served never null
 * @param headers of the last response, never null
 * @param timing by the provider's clock, or null
 */
public record ExchangeDetails(Provenance costSource, Served served, SeenHeaders headers, ServerTiming timing) {
    /** Nothing is known. */
    public static final ExchangeDetails NONE = new ExchangeDetails(null, Served.NONE, SeenHeaders.NONE, null);
}
