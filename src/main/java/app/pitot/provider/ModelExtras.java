package app.pitot.provider;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * What else may be known of a model. Whatever is not known is null or empty.
 *
 * @param vendor who made it
 * @param freeContextTokens the same as {@link ModelInfo#contextTokens} under the provider's free or trial plan
 * @param freeMaxOutputTokens the same as {@link ModelInfo#maxOutputTokens} under that plan
 * @param cachedInputPrice USD per million prompt tokens that were read from the cache
 * @param priceUnverified true if the list does not say in which unit its prices are
 * @param capabilities null if unknown, empty if it is known to have none
 * @param efforts values of {@code reasoning_effort} that it takes
 * @param preview true if the provider may take it away at short notice
 * @param deprecated true if the provider advises against it, whether or not it says until when it answers
 */
public record ModelExtras(String vendor, Integer freeContextTokens, Integer freeMaxOutputTokens,
        BigDecimal cachedInputPrice, boolean priceUnverified, Set<Capability> capabilities, List<String> efforts,
        boolean preview, boolean deprecated) {
    /** Nothing else is known. */
    public static final ModelExtras NONE = new ModelExtras(null, null, null, null, false, null, List.of(), false);

    /** A model that its provider does not advise against. */
    public ModelExtras(String vendor, Integer freeContextTokens, Integer freeMaxOutputTokens,
            BigDecimal cachedInputPrice, boolean priceUnverified, Set<Capability> capabilities, List<String> efforts,
            boolean preview) {
        this(vendor, freeContextTokens, freeMaxOutputTokens, cachedInputPrice, priceUnverified, capabilities, efforts,
                preview, false);
    }

    public ModelExtras {
        capabilities = capabilities == null ? null : Set.copyOf(capabilities);
        efforts = List.copyOf(efforts);
    }
}
