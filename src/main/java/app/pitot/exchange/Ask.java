package app.pitot.exchange;

import app.pitot.provider.ModelInfo;
import app.pitot.quota.QuotaMeter;
import app.pitot.quota.Reservation;
import app.pitot.quota.Turn;
import java.util.function.LongSupplier;

/**
 * What a request wants of the windows.
 *
 * @param input tokens of its prompt, by what is known when it is asked
 * @param maxTokens or null
 */
record Ask(LongSupplier input, Integer maxTokens, ModelInfo model) {
    Reservation reserve(QuotaMeter meter) {
        return meter.reserve(input.getAsLong(), maxTokens, model);
    }

    /** The same as a turn. */
    Turn take(QuotaMeter meter) {
        return new Turn(reserve(meter), 0.0, null);
    }

    Turn takeIfFits(QuotaMeter meter) {
        return meter.reserveIfFits(input.getAsLong(), maxTokens, model);
    }

    long tokens(QuotaMeter meter) {
        return meter.needs(input.getAsLong(), maxTokens);
    }
}
