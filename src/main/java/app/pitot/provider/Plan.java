package app.pitot.provider;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * A dated table of limits, as published by a provider or by somebody who looked.
 *
 * @param id stable, such as {@code cerebras-free-2026-04}
 * @param name as shown: "Free plan, April 2026"
 * @param providerId the provider it belongs to
 * @param asOf the day to which the figures belong
 * @param source where they were read, in words
 * @param limits all must admit a request; empty if the provider states none
 * @param contextTokens prompt and completion together, or null if unknown
 * @param unsetOutputReserve tokens that the provider sets aside for output when the request names no cap; null means the
 *     rest of the context, 0 that nothing is set aside or that nobody knows how much
 * @param notes short remarks for the user; may be empty, never null
 * @param reach which models share the limits, and where they differ by model; never null
 */
public record Plan(String id, String name, String providerId, LocalDate asOf, String source, List<Limit> limits,
        Integer contextTokens, Integer unsetOutputReserve, String notes, PlanReach reach) {
    private static final int GOOD_FOR_DAYS = 90;

    public Plan {
        limits = List.copyOf(limits);
    }

    /** A plan whose limits hold for all models of the account together. */
    public Plan(String id, String name, String providerId, LocalDate asOf, String source, List<Limit> limits,
            Integer contextTokens, Integer unsetOutputReserve, String notes) {
        this(id, name, providerId, asOf, source, limits, contextTokens, unsetOutputReserve, notes, PlanReach.ACCOUNT);
    }

    /** True if the figures are so old that they may no longer hold: from the 91st day after {@link #asOf} on. */
    public boolean outdated(LocalDate today) {
        return asOf.plusDays(GOOD_FOR_DAYS).isBefore(today);
    }

    /** The plan as it holds for one model: with that model's own limits, or with none if it is not covered. */
    public Plan forModel(String modelId) {
        return reach.covers(modelId) ? reach.models().getOrDefault(modelId, this) : withLimits(List.of());
    }

    /** The same plan with other limits. */
    public Plan withLimits(List<Limit> other) {
        return new Plan(id, name, providerId, asOf, source, other, contextTokens, unsetOutputReserve, notes, reach);
    }

    /**
     * The plan with the user's own figures, which are marked so; a limit that the plan does not have is added.
     * What the user says holds for every model.
     */
    public Plan edited(List<LimitEdit> edits) {
        var now = new ArrayList<>(limits);
        for (var edit : edits) {
            int at = now.size();
            var refill = edit.period().compareTo(Period.DAY) >= 0 ? Refill.FIXED : Refill.CONTINUOUS;
            for (int i = 0; i < now.size(); i++) {
                if (now.get(i).metric() == edit.metric() && now.get(i).period() == edit.period()) {
                    refill = now.remove(i).refill();
                    at = i;
                    break;
                }
            }
            if (edit.value() != null) {
                now.add(at, new Limit(edit.metric(), edit.period(), edit.value(), refill, true));
            }
        }
        var models = new HashMap<String, Plan>();
        reach.models().forEach((model, plan) -> models.put(model, plan.edited(edits)));
        return new Plan(id, name, providerId, asOf, source, now, contextTokens, unsetOutputReserve, notes,
                new PlanReach(reach.scope(), reach.suffix(), models));
    }
}
