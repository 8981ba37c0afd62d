package app.pitot.provider;

import java.util.Map;

/**
 * Which models of an account a plan's limits hold for, and which of them share one set of windows.
 *
 * @param scope whether all covered models draw on the same windows
 * @param suffix how the id of a covered model ends, such as {@code :free}; null if every model is covered
 * @param models by model id: the whole plan as it holds for that model where it differs; may be empty
 */
public record PlanReach(Scope scope, String suffix, Map<String, Plan> models) {
    /** Who draws on one set of windows. */
    public enum Scope {
        ACCOUNT, MODEL
    }

    /** One set of windows for the whole account. */
    public static final PlanReach ACCOUNT = new PlanReach(Scope.ACCOUNT, null, Map.of());

    public PlanReach {
        models = Map.copyOf(models);
    }

    /** True if the limits hold for {@code modelId} at all. */
    public boolean covers(String modelId) {
        return suffix == null || modelId.endsWith(suffix);
    }
}
