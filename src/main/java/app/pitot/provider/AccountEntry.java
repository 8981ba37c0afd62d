package app.pitot.provider;

import java.util.List;

/**
 * An account as it is written down: everything but its secrets, of which only the places are named.
 *
 * @param id a random UUID; null in a draft
 * @param providerId a provider of the catalogue
 * @param name as the user calls it; never blank
 * @param baseUrl normalised
 * @param dialect header dialect, or null for the provider's own
 * @param planId null if none was picked
 * @param limits what the user changed of the plan's limits
 * @param enabled false if it is kept but not offered
 * @param models ids that the user added by hand
 */
public record AccountEntry(String id, String providerId, String name, String baseUrl, String dialect, String planId,
        List<LimitEdit> limits, KeyPlace key, boolean enabled, List<String> models, Route route) {
    public AccountEntry {
        limits = List.copyOf(limits);
        models = List.copyOf(models);
    }

    public AccountEntry withName(String other) {
        return new AccountEntry(id, providerId, other, baseUrl, dialect, planId, limits, key, enabled, models, route);
    }

    public AccountEntry withPlan(String other) {
        return new AccountEntry(id, providerId, name, baseUrl, dialect, other, limits, key, enabled, models, route);
    }

    public AccountEntry withLimits(List<LimitEdit> other) {
        return new AccountEntry(id, providerId, name, baseUrl, dialect, planId, other, key, enabled, models, route);
    }

    public AccountEntry withEnabled(boolean other) {
        return new AccountEntry(id, providerId, name, baseUrl, dialect, planId, limits, key, other, models, route);
    }

    /**
     * How the endpoint is reached, as it is written down.
     *
     * @param headers the user's own
     * @param proxy null to connect directly
     * @param certificatePem additional CA certificates, or null
     * @param waits null for the usual waiting times
     */
    public record Route(List<Header> headers, ProxyEntry proxy, String certificatePem, Connection.Waits waits) {
        /** Straight, with nothing added. */
        public static final Route DIRECT = new Route(List.of(), null, null, null);

        public Route {
            headers = List.copyOf(headers);
        }
    }

    /**
     * A header of the user's own.
     *
     * @param value null if it is a secret
     * @param place where the secret value is kept; null if it is none
     */
    public record Header(String name, String value, KeyPlace place) {}

    /**
     * A proxy.
     *
     * @param user null if it asks for none
     * @param password null if it asks for none
     */
    public record ProxyEntry(Connection.Proxy.Kind kind, String host, int port, String user, KeyPlace password) {}
}
