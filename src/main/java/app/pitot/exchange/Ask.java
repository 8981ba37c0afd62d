package app.pitot.exchange;

import app.pitot.provider.ModelInfo;
import app.pitot.quota.InputEstimate;
import app.pitot.quota.QuotaMeter;
import app.pitot.quota.Reservation;
import app.pitot.quota.Turn;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What a request wants of the windows.
 *
 * @param input tokens of its prompt, by what is known when it is asked
 * @param maxTokens or null
 */
record Ask(Supplier<InputEstimate.Guess> input, Integer maxTokens, ModelInfo model) {
    /** Of a prompt of which nobody knows how far the estimate may be off. */
    Ask(LongSupplier input, Integer maxTokens, ModelInfo model) {
        this(() -> InputEstimate.Guess.about(input.getAsLong()), maxTokens, model);
    }

    Reservation reserve(QuotaMeter meter) {
        return meter.reserve(input.get(), maxTokens, model);
    }

    /** The same as a turn. */
    Turn take(QuotaMeter meter) {
        return new Turn(reserve(meter), 0.0, null);
    }

    Turn takeIfFits(QuotaMeter meter) {
        return meter.reserveIfFits(input.get(), maxTokens, model);
    }

    /** Null if it may leave now. */
    Turn turn(QuotaMeter meter) {
        return meter.turn(input.get(), maxTokens, model);
    }

    long tokens(QuotaMeter meter) {
        return meter.needs(input.get().likely(), maxTokens);
    }
}
