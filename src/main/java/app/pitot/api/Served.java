package app.pitot.api;

import java.math.BigDecimal;

/**
 * What a router said of who served a reply and for how much; null where it did not say.
 *
 * @param by the provider behind the router, cleaned, at most 60 characters
 * @param nativeFinishReason that provider's own word for the end, cleaned, at most 60 characters
 * @param cost USD as charged
 */
public record Served(String by, String nativeFinishReason, BigDecimal cost) {
    /** Nothing was said. */
    public static final Served NONE = new Served(null, null, null);

    /** Both together; where both say something, the later. */
    Served then(Served later) {
        return later == NONE
                ? this
                : new Served(later.by != null ? later.by : by,
                        later.nativeFinishReason != null ? later.nativeFinishReason : nativeFinishReason,
                        later.cost != null ? later.cost : cost);
    }
}
