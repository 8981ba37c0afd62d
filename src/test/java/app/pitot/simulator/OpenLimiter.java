package app.pitot.simulator;

import app.pitot.base.Clocks;
import app.pitot.provider.Metric;
import app.pitot.provider.Plan;
import app.pitot.provider.Refill;
import java.util.Map;

/** A simulator's limiter without its server: for trials on a clock that stands still. */
public final class OpenLimiter {
    private final Limiter limiter;
    private final Voice voice;
    private final Plan plan;

    public OpenLimiter(Plan plan, Dialect dialect, Clocks clocks) {
        this.voice = Voice.of(dialect);
        this.plan = plan;
        this.limiter = new Limiter(plan, clocks, voice);
    }

    /** @param id null if it was refused */
    public record Answer(Long id, Map<String, String> headers) {}

    public static int tokens(CharSequence text) {
        return Tokenizer.count(text);
    }

    /** Output that a request without a cap sets aside. */
    public long uncapped(long room) {
        return voice.rules().uncapped(plan, room);
    }

    public Answer reserve(String model, long input, long output) {
        var verdict = limiter.reserve(new Limiter.Ask(model, input, output));
        return new Answer(verdict instanceof Verdict.Admitted admitted ? admitted.id() : null, verdict.headers());
    }

    public void settle(long id, long prompt, long completion) {
        limiter.settle(id, prompt, completion);
    }

    /** Seconds until so many requests with so many tokens in all would be admitted if nothing else happens. */
    public double waitSeconds(String model, int count, long need) {
        var pool = voice.rules().pool(plan, model).name();
        return limiter.state().limits().stream().filter(state -> state.pool().equals(pool)).mapToDouble(state -> {
            double amount = state.limit().metric() == Metric.REQUESTS ? count : need;
            double missing = amount - state.remaining();
            if (missing <= 1e-6) {
                return 0;
            }
            return state.limit().refill() == Refill.FIXED
                    ? state.resetSeconds()
                    : missing * state.limit().period().length().toSeconds() / state.limit().value();
        }).max().orElse(0);
    }
}
