package app.pitot.provider;

import app.pitot.keys.KeySource;
import java.util.List;

/**
 * One key at one provider, with a plan.
 *
 * @param id stable; names the account in the ledger
 * @param name as the user calls it; the provider's name if they did not say
 * @param baseUrl the endpoint in use, already normalised: ends before {@code /chat/completions}
 * @param plan null if nothing is known of its limits
 * @param key where the secret is read from, at each request
 * @param keyLabel where the key lives, in words for the status strip, such as "key from $MY_KEY" or "no key needed"
 * @param models ids of models that the user added by hand; may be empty
 */
public record Account(String id, String name, Provider provider, String baseUrl, Plan plan, KeySource key,
        String keyLabel, Connection connection, List<String> models) {
    public Account {
        models = List.copyOf(models);
    }

    /** An account to which no models were added by hand. */
    public Account(String id, String name, Provider provider, String baseUrl, Plan plan, KeySource key,
            String keyLabel, Connection connection) {
        this(id, name, provider, baseUrl, plan, key, keyLabel, connection, List.of());
    }

    /** An account that goes by its provider's name and is reached directly. */
    public Account(String id, Provider provider, String baseUrl, Plan plan, KeySource key, String keyLabel) {
        this(id, provider.name(), provider, baseUrl, plan, key, keyLabel, Connection.DIRECT);
    }

    /**
     * The plan as it holds for the requests of one model; null if nothing is known. The simulator has one set of limits for
     * all models.
     */
    public Plan planFor(String modelId) {
        return plan == null || provider.simulated() ? plan : plan.forModel(modelId);
    }
}
