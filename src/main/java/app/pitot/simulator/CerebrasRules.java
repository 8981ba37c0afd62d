package app.pitot.simulator;

import app.pitot.provider.Plan;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A request sets aside its prompt and its cap, or else what the plan says or the rest of the context; what the reply took
 * replaces that when it has ended. All models draw on the same windows. Cached tokens do not occur.
 */
final class CerebrasRules implements Rules {
    @Override
    public void check(JsonNode body) throws ChatBody.Invalid {
        if (body.has("include_reasoning"))
            throw new ChatBody.Invalid("The field \"include_reasoning\" is not supported.", "include_reasoning");
    }

    @Override
    public Optional<Failure> byKey(String key, BigDecimal spent, Errors errors) {
        return switch (key) {
            case "wrong" -> Optional.of(errors.wrongKey());
            case "broke" -> Optional.of(errors.special(Fault.Kind.STATUS_402));
            case "models-only" -> Optional.of(errors.special(Fault.Kind.METHOD_402));
            default -> Optional.empty();
        };
    }

    @Override
    public Pool pool(Plan plan, String model) {
        return Pool.all(plan);
    }

    @Override
    public long uncapped(Plan plan, long room) {
        return plan.unsetOutputReserve() == null ? room : plan.unsetOutputReserve();
    }
}
