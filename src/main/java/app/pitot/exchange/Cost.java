package app.pitot.exchange;

import app.pitot.api.Usage;
import app.pitot.provider.ModelInfo;
import java.math.BigDecimal;

/** What a reply cost by the provider's price list. */
final class Cost {
    private Cost() {}

    /** USD, exact; null if usage or a price that it needs is unknown. Prices are per million tokens. */
    static BigDecimal of(Usage usage, ModelInfo model) {
        if (usage == null) {
            return null;
        }
        var input = part(usage.promptTokens(), model.inputPrice());
        var output = part(usage.completionTokens(), model.outputPrice());
        return input == null || output == null ? null : input.add(output);
    }

    private static BigDecimal part(Integer tokens, BigDecimal pricePerMillion) {
        if (tokens == null || pricePerMillion == null) {
            return null;
        }
        return pricePerMillion.multiply(BigDecimal.valueOf(tokens)).movePointLeft(6);
    }
}
