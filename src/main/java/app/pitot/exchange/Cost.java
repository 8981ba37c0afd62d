package app.pitot.exchange;

import app.pitot.api.StreamEnd;
import app.pitot.api.Usage;
import app.pitot.base.Provenance;
import app.pitot.provider.ModelInfo;
import app.pitot.quota.Micros;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a reply cost.
 *
 * @param usd exact; null if unknown
 * @param source REPORTED by the provider, or ESTIMATED from its price list; null if unknown
 */
record Cost(BigDecimal usd, Provenance source) {
    /** The provider's own figure, else usage times listed prices. */
    static Cost of(StreamEnd end, ModelInfo model) {
        if (end.served().cost() != null) {
            return new Cost(end.served().cost(), Provenance.REPORTED);
        }
        var listed = listed(end.usage(), model);
        return new Cost(listed, listed == null ? null : Provenance.ESTIMATED);
    }

    /** Millionths of a dollar, rounded up; 0 if unknown. */
    long micros() {
        return usd == null ? 0 : Math.max(0, Micros.of(usd, RoundingMode.CEILING));
    }

    /**
     * USD, exact; null if usage or a price that it needs is unknown. Prices are per million tokens. Prompt tokens from the
     * cache cost what the list says of them, and as much as others where it says nothing. Prices of an unknown unit are no prices.
     */
    static BigDecimal listed(Usage usage, ModelInfo model) {
        if (usage == null || model.extras().priceUnverified()) {
            return null;
        }
        var input = input(usage, model);
        var output = part(usage.completionTokens(), model.outputPrice());
        return input == null || output == null ? null : input.add(output);
    }

    private static BigDecimal input(Usage usage, ModelInfo model) {
        var cachedPrice = model.extras().cachedInputPrice();
        if (usage.promptTokens() == null || usage.cachedTokens() == null || cachedPrice == null) {
            return part(usage.promptTokens(), model.inputPrice());
        }
        int cached = Math.clamp(usage.cachedTokens(), 0, usage.promptTokens());
        var fresh = part(usage.promptTokens() - cached, model.inputPrice());
        return fresh == null ? null : fresh.add(part(cached, cachedPrice));
    }

    private static BigDecimal part(Integer tokens, BigDecimal pricePerMillion) {
        if (tokens == null || pricePerMillion == null) {
            return null;
        }
        return pricePerMillion.multiply(BigDecimal.valueOf(tokens)).movePointLeft(6);
    }
}
