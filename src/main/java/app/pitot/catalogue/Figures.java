package app.pitot.catalogue;

import java.util.Map;

/** The user's own figures of models, from earlier replies. Blocks on the disk; trouble is reported, never thrown. */
@FunctionalInterface
public interface Figures {
    /**
     * Medians by model id, over complete replies whose tokens the provider counted: at most the last 200 of each model, none
     * older than 90 days. A model without such a reply is absent.
     *
     * @param modelId null for every model of the account
     */
    Map<String, ModelEntry.Measured> measured(String accountId, String modelId);

    /** Nothing was ever measured. */
    static Figures none() {
        return (_, _) -> Map.of();
    }
}
