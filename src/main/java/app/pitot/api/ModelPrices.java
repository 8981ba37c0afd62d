package app.pitot.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/**
 * Prices of a model in USD per million tokens; null where the list does not say or says nonsense.
 *
 * @param unverified true if the list does not say in which unit its prices are
 */
record ModelPrices(BigDecimal input, BigDecimal output, BigDecimal cached, boolean unverified) {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final int MAX_SCALE = 15;
    private static final String NUMBER = "\\d{1,9}(\\.\\d{1,30})?([eE]-?\\d{1,2})?";

    /** What one entry of a list says. */
    static ModelPrices of(JsonNode item) {
        var pricing = item.path("pricing");
        if (pricing.isObject()) {
            return new ModelPrices(perToken(pricing, "prompt"), perToken(pricing, "completion"),
                    perToken(pricing, "input_cache_read"), false);
        }
        var input = perMillion(item, "input_price");
        var output = perMillion(item, "output_price");
        return new ModelPrices(input, output, null, input != null || output != null);
    }

    boolean nothingMore() {
        return cached == null && !unverified;
    }

    /** Per million: lists name the price of one token as a decimal string. */
    private static BigDecimal perToken(JsonNode pricing, String what) {
        var price = price(pricing, what);
        // A whole dollar for one token is a mistake, not a price.
        return price == null || price.compareTo(BigDecimal.ONE) > 0
                ? null
                : price.multiply(MILLION).stripTrailingZeros();
    }

    /** The unit is not stated anywhere; the provider's own command line prints it as USD per million. */
    private static BigDecimal perMillion(JsonNode item, String what) {
        var price = price(item, what);
        return price == null || price.compareTo(MILLION) > 0 ? null : price;
    }

    private static BigDecimal price(JsonNode node, String what) {
        var text = Json.scalar(node, what);
        if (text == null || !text.strip().matches(NUMBER)) {
            return null;
        }
        var price = new BigDecimal(text.strip()).stripTrailingZeros();
        // So is a millionth of a millionth of one.
        return price.scale() <= MAX_SCALE ? price : null;
    }
}
