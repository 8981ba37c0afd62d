package app.pitot.simulator;

import app.pitot.api.ChatMessage;
import app.pitot.base.Clocks;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.provider.Plan;
import app.pitot.provider.Refill;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The simulator's limiter, errors and headers in one dialect, asked without a wire and by clocks of one's own. */
public final class VirtualProvider {
    private final Dialect dialect;
    private final Plan plan;
    private final Voice voice;
    private final Limiter limiter;

    /**
     * An answer's beginning.
     *
     * @param id names the request to {@link #settle}; 0 if it was refused
     * @param input its prompt by the simulator's tokenizer
     * @param room what the context leaves for the reply
     */
    public record Answer(int status, Map<String, String> headers, byte[] body, long id, long input, long room) {
        public boolean admitted() {
            return status == 200;
        }
    }

    public VirtualProvider(Dialect dialect, Plan plan, Clocks clocks) {
        this.dialect = dialect;
        this.plan = plan;
        voice = Voice.of(dialect);
        limiter = new Limiter(plan, clocks, voice);
    }

    public String dialect() {
        return dialect.label();
    }

    /** Prompt plus completion at most. */
    public long context(String model) {
        long own = voice.models().find(model).orElseThrow().contextTokens();
        return plan.contextTokens() == null ? own : Math.min(own, plan.contextTokens());
    }

    /** A request of these messages; {@code cap} may be null. */
    public Answer ask(String model, List<ChatMessage> messages, Integer cap) {
        return ask(model, tokens(model, messages), cap);
    }

    /** The same for a prompt whose tokens are known. */
    public Answer ask(String model, long input, Integer cap) {
        var context = context(model);
        var over = Refusals.byContext(input, cap == null ? null : Long.valueOf(cap), context, voice.errors());
        if (over.isPresent()) {
            return refused(over.get(), Map.of(), input);
        }
        var output = cap == null ? voice.rules().uncapped(plan, context - input) : cap;
        return switch (limiter.reserve(new Limiter.Ask(model, input, output))) {
            case Verdict.Refused no -> refused(no.failure(), no.headers(), input);
            case Verdict.Admitted yes -> new Answer(200, yes.headers(), new byte[0], yes.id(), input, context - input);
        };
    }

    private static Answer refused(Failure failure, Map<String, String> rates, long input) {
        var headers = new LinkedHashMap<>(rates);
        headers.putAll(failure.headers());
        return new Answer(failure.status(), headers, failure.body().toString().getBytes(StandardCharsets.UTF_8), 0,
                input, 0);
    }

    public void settle(long id, long prompt, long completion) {
        limiter.settle(id, prompt, completion);
    }

    /** The client left. */
    public void keep(long id) {
        limiter.keep(id);
    }

    /** Seconds until a request would be admitted if nothing else happened; 0 if it would be now, infinite if never. */
    public double waitSeconds(String model, long input, Integer cap) {
        var output = cap == null ? voice.rules().uncapped(plan, context(model) - input) : cap;
        var pool = voice.rules().pool(plan, model).name();
        var longest = 0.0;
        for (var state : limiter.state().limits()) {
            if (!state.pool().equals(pool)) {
                continue;
            }
            var limit = state.limit();
            var need = limit.metric() == Metric.REQUESTS ? 1 : input + output;
            if (need > limit.value()) {
                return Double.POSITIVE_INFINITY;
            }
            if (state.remaining() + 1e-6 < need) {
                longest = Math.max(longest, limit.refill() == Refill.FIXED
                        ? state.resetSeconds()
                        : (need - state.remaining()) * limit.period().length().toMillis() / 1e3 / limit.value());
            }
        }
        return longest;
    }

    /** What is left of a window, or null if there is none such. */
    public Double remaining(String model, Metric metric, Period period) {
        var pool = voice.rules().pool(plan, model).name();
        return limiter.state().limits().stream()
                .filter(state -> state.pool().equals(pool) && state.limit().metric() == metric
                        && state.limit().period() == period)
                .map(SimulatorState.LimitState::remaining).findFirst().orElse(null);
    }

    /** A prompt's size by the simulator's own tokenizer. */
    public long tokens(String model, List<ChatMessage> messages) {
        var json = JsonNodeFactory.instance.objectNode().put("model", model);
        var list = json.putArray("messages");
        messages.forEach(message -> list.addObject().put("role", message.role().wireName()).put("content",
                message.text()));
        try {
            return ChatBody.of(json, voice.rules()).promptTokens();
        } catch (ChatBody.Invalid e) {
            throw new IllegalStateException(e);
        }
    }
}
