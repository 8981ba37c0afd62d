package app.pitot.catalogue;

import app.pitot.provider.ModelExtras;
import app.pitot.provider.ModelInfo;

/** One model from two sources: what the better one says holds, and the other one fills the gaps. */
final class Merge {
    private Merge() {}

    /** Either may be null; null for both. */
    static ModelInfo over(ModelInfo better, ModelInfo other) {
        if (better == null || other == null) {
            return better == null ? other : better;
        }
        // Prices belong together: half of one table and half of another would be the price of nothing.
        var priced = better.inputPrice() != null || better.outputPrice() != null ? better : other;
        return new ModelInfo(better.id(), better.name().equals(better.id()) ? other.name() : better.name(),
                first(better.contextTokens(), other.contextTokens()),
                first(better.maxOutputTokens(), other.maxOutputTokens()), priced.inputPrice(), priced.outputPrice(),
                first(better.reasons(), other.reasons()), first(better.publishedSpeed(), other.publishedSpeed()),
                first(better.retiredOn(), other.retiredOn()), first(better.replacement(), other.replacement()),
                extras(better.extras(), other.extras(), priced.extras()));
    }

    /** The model without its retirement: a list that is newer than what we know names it. */
    static ModelInfo inService(ModelInfo model) {
        return new ModelInfo(model.id(), model.name(), model.contextTokens(), model.maxOutputTokens(),
                model.inputPrice(), model.outputPrice(), model.reasons(), model.publishedSpeed(), null, null,
                model.extras());
    }

    /** The model with another successor, which may be null. */
    static ModelInfo followedBy(String replacement, ModelInfo model) {
        return new ModelInfo(model.id(), model.name(), model.contextTokens(), model.maxOutputTokens(),
                model.inputPrice(), model.outputPrice(), model.reasons(), model.publishedSpeed(), model.retiredOn(),
                replacement, model.extras());
    }

    private static ModelExtras extras(ModelExtras better, ModelExtras other, ModelExtras priced) {
        return new ModelExtras(first(better.vendor(), other.vendor()),
                first(better.freeContextTokens(), other.freeContextTokens()),
                first(better.freeMaxOutputTokens(), other.freeMaxOutputTokens()), priced.cachedInputPrice(),
                priced.priceUnverified(), first(better.capabilities(), other.capabilities()),
                better.efforts().isEmpty() ? other.efforts() : better.efforts(),
                better.preview() || other.preview(), better.deprecated() || other.deprecated());
    }

    private static <T> T first(T better, T other) {
        return better == null ? other : better;
    }
}
