package app.pitot.quota;

import app.pitot.provider.Metric;

/** What an ended request takes from a window. */
final class Charge {
    private Charge() {}

    /** @param held what it had set aside, which stays charged if nothing better is known */
    static long of(Settlement settlement, Metric metric, long held) {
        return switch (settlement.kind()) {
            case USED -> switch (metric) {
                case REQUESTS -> 1;
                case TOKENS -> settlement.promptTokens() + settlement.completionTokens();
                case USD -> settlement.costMicros();
                case UNCACHED_TOKENS -> Math.max(0,
                        settlement.promptTokens() + settlement.completionTokens() - settlement.cachedTokens());
            };
            case UNKNOWN -> metric == Metric.REQUESTS ? 1 : held;
            case REFUSED, DECLINED, NOT_SENT -> 0;
        };
    }
}
