package app.pitot.provider;

import java.time.LocalDate;
import java.util.List;

/**
 * Dated facts for the people who use a provider. Whatever is not known is null.
 *
 * @param keyPrefix how its keys begin; a hint, never a test
 * @param keyVariable the environment variable that its users keep the key in
 * @param keysPage where a key is made
 * @param onboarding what to do to get a key, in order; may be empty
 * @param keyCheck path below the base URL that tells for no tokens whether a key is good, such as {@code /models}
 * @param keyStatus path below the base URL that tells use and limits of a key, such as {@code /key}
 * @param publicModels URL of a model list that needs no key
 * @param local true for a server on the user's own machine, which needs no key
 * @param asOf the day to which the facts belong; null only if there are none
 * @param source where they were read, in words
 */
public record ProviderFacts(String keyPrefix, String keyVariable, String keysPage, List<Step> onboarding,
        String keyCheck, String keyStatus, String publicModels, boolean local, LocalDate asOf, String source) {
    /** Nothing is known. */
    public static final ProviderFacts NONE = new ProviderFacts(null, null, null, List.of(), "/models", null, null,
            false, null, null);

    public ProviderFacts {
        onboarding = List.copyOf(onboarding);
    }

    /**
     * One thing to do.
     *
     * @param text a sentence
     * @param url where to do it, or null
     */
    public record Step(String text, String url) {}
}
