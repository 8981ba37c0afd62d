package app.pitot.usage;

import java.time.Instant;
import java.util.Set;

/**
 * Which requests are meant.
 *
 * @param from by the time at which they began, inclusive; null from the first on
 * @param until exclusive; null up to now
 * @param statuses only these; empty for all
 * @param accounts only these ids; empty for all
 * @param providers only these ids; empty for all
 * @param models only these ids; empty for all
 * @param text what must be in the model, the ids, the finish reason or the error's kind, in any case; blank for all
 * @param ids only these attempts, which is how those are named whose bodies hold a text; null for all
 */
public record RequestFilter(Instant from, Instant until, Set<Status> statuses, Set<String> accounts,
        Set<String> providers, Set<String> models, String text, Set<String> ids) {
    /** Every request. */
    public static final RequestFilter ALL = new RequestFilter(null, null, Set.of(), Set.of(), Set.of(), Set.of(), "",
            null);

    public RequestFilter {
        statuses = Set.copyOf(statuses);
        accounts = Set.copyOf(accounts);
        providers = Set.copyOf(providers);
        models = Set.copyOf(models);
        ids = ids == null ? null : Set.copyOf(ids);
    }

    /** How a request stands, as a user tells them apart. */
    public enum Status {
        COMPLETE,
        /** It began and ended without an end. */
        TRUNCATED, STOPPED,
        /** Refused over a quota window. */
        LIMITED,
        /** Refused because the prompt was over the context. */
        TOO_LONG,
        /** Refused for any other reason. */
        REFUSED, FAILED,
        /** No end is written down: it runs, or the app died. */
        OPEN
    }
}
