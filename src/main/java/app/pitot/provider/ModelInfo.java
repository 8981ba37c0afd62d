package app.pitot.provider;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One model of one provider. Whatever is not known is null.
 *
 * @param id as sent in requests; never null
 * @param name as shown; never null
 * @param contextTokens largest prompt plus completion
 * @param maxOutputTokens largest completion
 * @param inputPrice USD per million prompt tokens
 * @param outputPrice USD per million completion tokens
 * @param reasons true if it thinks before it answers; null if unknown
 * @param publishedSpeed output tokens per second that the provider advertises
 * @param retiredOn the day on which it stopped or stops answering
 * @param replacement the id to use instead
 * @param extras what else is known; never null
 */
public record ModelInfo(String id, String name, Integer contextTokens, Integer maxOutputTokens, BigDecimal inputPrice,
        BigDecimal outputPrice, Boolean reasons, Integer publishedSpeed, LocalDate retiredOn, String replacement,
        ModelExtras extras) {
    /** A model of which nothing else is known. */
    public ModelInfo(String id, String name, Integer contextTokens, Integer maxOutputTokens, BigDecimal inputPrice,
            BigDecimal outputPrice, Boolean reasons, Integer publishedSpeed, LocalDate retiredOn, String replacement) {
        this(id, name, contextTokens, maxOutputTokens, inputPrice, outputPrice, reasons, publishedSpeed, retiredOn,
                replacement, ModelExtras.NONE);
    }

    /** The largest prompt plus completion under {@code plan}, which may be null; null if neither says. */
    public Integer contextUnder(Plan plan) {
        var byPlan = plan == null ? null : plan.forModel(id).contextTokens();
        if (byPlan == null || contextTokens == null) {
            return byPlan == null ? contextTokens : byPlan;
        }
        return Math.min(byPlan, contextTokens);
    }

    /** True if it has stopped answering by {@code today}. */
    public boolean retired(LocalDate today) {
        return retiredOn != null && !retiredOn.isAfter(today);
    }

    /** A model of which only the id is known, for example one that the user typed. */
    public static ModelInfo ofId(String id) {
        return new ModelInfo(id, id, null, null, null, null, null, null, null, null);
    }
}
