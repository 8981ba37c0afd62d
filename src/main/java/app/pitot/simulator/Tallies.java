package app.pitot.simulator;

import app.pitot.simulator.SimulatorState.Tally;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of the chat requests, counted by model: what clients can be held to. Safe from any thread. */
final class Tallies {
    private static final int MOST_MODELS = 64;
    private static final String OTHERS = "";

    private final Map<String, Count> models = new TreeMap<>();

    private static final class Count {
        private long requests;
        private final Map<Integer, Long> statuses = new TreeMap<>();
        private long limited;
        private long overContext;
        private long whole;
        private long broken;
        private long left;
        private long told;
        private long prompt;
        private long completion;
        private long reasoning;
        private long cached;
        private BigDecimal usd = BigDecimal.ZERO;
    }

    private Count of(String model) {
        // Anybody can name any model.
        return models.computeIfAbsent(models.containsKey(model) || models.size() < MOST_MODELS ? model : OTHERS,
                _ -> new Count());
    }

    synchronized void came(String model) {
        of(model).requests++;
    }

    /** Answered with an error instead of a reply. */
    synchronized void refused(String model, int status) {
        of(model).statuses.merge(status, 1L, Long::sum);
    }

    /** Refused over a window of the plan. */
    synchronized void limited(String model) {
        of(model).limited++;
    }

    synchronized void overContext(String model) {
        of(model).overContext++;
    }

    /** The whole reply was sent. */
    synchronized void whole(String model) {
        of(model).whole++;
    }

    /** A fault ended the reply. */
    synchronized void broken(String model) {
        of(model).broken++;
    }

    /** The client ended it. */
    synchronized void left(String model) {
        of(model).left++;
    }

    /** The client was told what it used. @param usd what the reply cost */
    synchronized void told(String model, Accounts accounts, BigDecimal usd) {
        var count = of(model);
        count.told++;
        count.prompt += accounts.promptTokens();
        count.completion += accounts.completionTokens();
        count.reasoning += accounts.reasoningTokens();
        count.cached += accounts.cachedTokens();
        count.usd = count.usd.add(usd);
    }

    synchronized List<Tally> all() {
        return models.entrySet().stream().map(each -> {
            var c = each.getValue();
            return new Tally(each.getKey(), c.requests, Map.copyOf(c.statuses), c.limited, c.overContext, c.whole,
                    c.broken, c.left, c.told, c.prompt, c.completion, c.reasoning, c.cached, c.usd);
        }).toList();
    }
}
