package app.pitot.exchange;

import app.pitot.api.ApiException;
import app.pitot.api.Endpoints;
import app.pitot.base.Texts;
import app.pitot.keys.KeySource;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Plan;
import app.pitot.provider.Provider;
import java.util.function.UnaryOperator;

/** Makes accounts from what the user named. */
public final class Accounts {
    private Accounts() {}

    /** A built-in simulator at {@code baseUrl}, enforcing {@code plan}; it needs no key. Each plan is its own account. */
    public static Account simulator(String baseUrl, Plan plan) {
        var provider = Catalogue.shipped().provider(Catalogue.SIMULATOR);
        return new Account(Catalogue.SIMULATOR + ':' + plan.id(), provider, baseUrl, plan, KeySource.none(),
                Texts.get("exchange.key.none"));
    }

    /**
     * Any endpoint. A host of a known provider gets that provider's name and header dialect.
     *
     * @param typedBaseUrl as the user typed it
     * @param keyEnvName the environment variable that holds the key, read at each request; null if none is needed
     * @param plan null if nothing is known of its limits
     * @throws ApiException of kind BAD_URL with a sentence for the user
     */
    public static Account custom(String typedBaseUrl, String keyEnvName, Plan plan) throws ApiException {
        return custom(typedBaseUrl, keyEnvName, plan, System::getenv);
    }

    /** The same with another environment, for tests. */
    public static Account custom(String typedBaseUrl, String keyEnvName, Plan plan, UnaryOperator<String> environment)
            throws ApiException {
        var baseUrl = Endpoints.normalise(typedBaseUrl);
        var place = baseUrl.substring(baseUrl.indexOf("://") + 3);
        var provider = named(Catalogue.shipped().providerForBaseUrl(baseUrl), baseUrl, place);
        var id = provider.id() + ':' + place;
        if (keyEnvName == null) {
            return new Account(id, provider, baseUrl, plan, KeySource.none(), Texts.get("exchange.key.none"));
        }
        // Two keys for one endpoint are two accounts. The name of the variable is no secret.
        return new Account(id + ':' + keyEnvName, provider, baseUrl, plan,
                KeySource.environment(keyEnvName, environment), Texts.get("exchange.key.environment", keyEnvName));
    }

    /** An endpoint that nobody knows goes by its address. */
    private static Provider named(Provider known, String baseUrl, String place) {
        return known.id().equals(Catalogue.CUSTOM) ? new Provider(known.id(), place, baseUrl, known.dialect()) : known;
    }
}
