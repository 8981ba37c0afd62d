package app.pitot.advice;

import app.pitot.provider.ModelInfo;
import java.math.BigDecimal;

/**
 * What tokens cost by a list.
 *
 * @param input USD per million tokens of the prompt
 * @param cached the same of those from the cache
 * @param output USD per million tokens of the reply
 */
record Price(BigDecimal input, BigDecimal cached, BigDecimal output) {
    static final Price NOTHING = new Price(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /** Null if a price is unknown. Where the list says nothing of the cache, its tokens cost as much as others. */
    static Price of(ModelInfo model) {
        if (model == null || model.extras().priceUnverified() || model.inputPrice() == null
                || model.outputPrice() == null) {
            return null;
        }
        var cached = model.extras().cachedInputPrice();
        return new Price(model.inputPrice(), cached == null ? model.inputPrice() : cached, model.outputPrice());
    }

    /** USD, exact. */
    BigDecimal of(BigDecimal prompt, BigDecimal fromCache, BigDecimal reply) {
        return input.multiply(prompt.subtract(fromCache)).add(cached.multiply(fromCache)).add(output.multiply(reply))
                .movePointLeft(6);
    }

    BigDecimal of(Load load) {
        var prompt = BigDecimal.valueOf(load.input());
        return of(prompt, prompt.multiply(BigDecimal.valueOf(load.cached())), BigDecimal.valueOf(load.output()));
    }
}
