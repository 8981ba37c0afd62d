package app.pitot.compare;

import app.pitot.exchange.ExchangeResult;

/** Turns what an exchange brought into a sample. */
final class Samples {
    private Samples() {}

    /** @param place in its round @param heldMs before it was admitted */
    static Sample of(ExchangeResult result, int lane, int round, int place, double heldMs) {
        var details = result.details();
        return new Sample(result.id(), lane, round, place, result.startedAt(), heldMs, result.outcome(),
                result.finishReason(), result.answer(), result.reasoning(), result.usage(), result.speed(),
                details.curve(), result.cost(), details.costSource(), details.timing(), details.served(),
                details.protocol(), result.error());
    }
}
