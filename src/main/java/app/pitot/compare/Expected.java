package app.pitot.compare;

import app.pitot.exchange.Exchanges;
import app.pitot.quota.PreFlight;
import java.math.BigDecimal;

/** Guesses what a request of a lane will take, before any has told. */
final class Expected {
    /** Of a model that has not answered yet: a few paragraphs. */
    private static final long USUAL_OUTPUT = 600;
    /** Of one that thinks before it answers. */
    private static final long USUAL_WITH_REASONING = 1_200;
    private static final double USUAL_SPEED = 200;
    /** Connection, queue and prompt. */
    private static final double USUAL_WAIT_MS = 400;

    private Expected() {}

    /** @param check of the lane's request */
    static Load load(Exchanges exchanges, Lane lane, PreFlight check) {
        var typical = exchanges.typical(lane.account(), lane.model());
        var output = output(typical.outputTokens(), lane);
        var used = check.inputTokens() + output;
        var wait = typical.ttftMs() == null ? USUAL_WAIT_MS : typical.ttftMs();
        return new Load(exchanges.pool(lane.account(), lane.model()), 1, check.tokens(), used,
                wait + output * 1_000 / speed(typical.tokensPerSecond(), lane),
                cost(lane, check.inputTokens(), output));
    }

    /** Tokens of a reply: as the model's last ones were, else a usual length; never more than its cap. */
    private static long output(Long typical, Lane lane) {
        var output = typical != null
                ? typical
                : Boolean.TRUE.equals(lane.model().reasons()) ? USUAL_WITH_REASONING : USUAL_OUTPUT;
        var cap = lane.parameters().maxTokens();
        return cap == null ? output : Math.min(output, cap);
    }

    /** Tokens per second: as the model's last replies, else as it is advertised, else a usual speed. */
    private static double speed(Double typical, Lane lane) {
        var published = lane.model().publishedSpeed();
        return typical != null ? typical : published != null && published > 0 ? published : USUAL_SPEED;
    }

    private static BigDecimal cost(Lane lane, long input, long output) {
        var model = lane.model();
        if (model.inputPrice() == null || model.outputPrice() == null || model.extras().priceUnverified()) {
            return null;
        }
        return model.inputPrice().multiply(BigDecimal.valueOf(input))
                .add(model.outputPrice().multiply(BigDecimal.valueOf(output))).movePointLeft(6);
    }
}
