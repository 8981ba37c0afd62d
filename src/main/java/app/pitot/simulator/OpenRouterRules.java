package app.pitot.simulator;

import app.pitot.provider.Plan;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Models whose id ends in {@code :free} share the plan's limits, which count requests only; all others have none. A
 * request is counted when it is admitted and stays counted. Fields and values that a model cannot use are dropped.
 */
final class OpenRouterRules implements Rules {
    /** A key with a limit of its own, in USD. */
    static final String LIMITED_KEY = "limited";
    static final BigDecimal KEY_LIMIT = new BigDecimal("0.01");
    /** Our own choice: it states none. */
    private static final int PICTURES = 20;
    private static final String FREE = ":free";

    @Override
    public void check(JsonNode body) {
        // Nothing is refused.
    }

    @Override
    public int mostPictures(Plan plan) {
        return PICTURES;
    }

    @Override
    public boolean takesAddresses() {
        return true;
    }

    @Override
    public List<String> pictureTypes() {
        return List.of("image/png", "image/jpeg", "image/webp", "image/gif");
    }

    @Override
    public String effort(JsonNode body) {
        var own = body.path("reasoning").path("effort");
        return own.isTextual() ? own.asText() : Rules.super.effort(body);
    }

    @Override
    public boolean mindsEffort() {
        return false;
    }

    @Override
    public Optional<Failure> byKey(String key, BigDecimal spent, Errors errors) {
        return switch (key) {
            case "wrong" -> Optional.of(errors.wrongKey());
            case "broke" -> Optional.of(errors.special(Fault.Kind.STATUS_402));
            case LIMITED_KEY -> spent.compareTo(KEY_LIMIT) < 0
                    ? Optional.empty()
                    : Optional.of(errors.special(Fault.Kind.KEY_402));
            default -> Optional.empty();
        };
    }

    @Override
    public Pool pool(Plan plan, String model) {
        return model.endsWith(FREE) ? new Pool(FREE, plan.limits()) : new Pool("", List.of());
    }

    @Override
    public long uncapped(Plan plan, long room) {
        return plan.unsetOutputReserve() == null ? room : plan.unsetOutputReserve();
    }
}
