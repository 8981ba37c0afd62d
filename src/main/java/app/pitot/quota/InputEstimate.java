package app.pitot.quota;

import app.pitot.api.ChatMessage;
import app.pitot.api.ChatRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * Guesses prompt tokens before sending: a characters-per-token ratio learned per model from reported usage, one for scripts
 * such as Chinese and one for all others, plus a fixed part per message and per request. Tool definitions and schemas count
 * by their characters; a picture counts one token for every 32 × 32 pixels, as models that see cut it up, within bounds: no
 * provider says exactly. Safe from any thread.
 */
public final class InputEstimate {
    /** How many prompts it goes by, at most. */
    public static final int MOST = 48;
    private static final int KINDS = 12;
    private static final double SHORT = 200;
    private static final double CODE = 0.08;
    private static final double[] WIDE = {0.1, 0.6};

    private final PromptSizes sizes = new PromptSizes();
    private final List<PromptSample> samples = new ArrayList<>();
    private volatile PromptLine line = PromptLine.UNLEARNED;

    /**
     * Tokens of a prompt.
     *
     * @param least hardly ever fewer; at least 1
     * @param likely as likely too low as too high; at least 1
     * @param most hardly ever exceeded
     */
    public record Guess(long least, long likely, long most) {
        private static final double CAREFUL = 0.12;
        private static final double GOOD = 0.1;
        private static final double POOR = 0.3;
        private static final double SMALL = 100;

        /**
         * What a refusal is foretold by: a little less than is likely, and the less the worse the guess is. One that may be off by half
         * foretells nothing that would not happen to the least.
         */
        double sure() {
            var spread = likely - least;
            var poor = (spread / (likely + SMALL) - GOOD) / (POOR - GOOD);
            return likely - Math.clamp(CAREFUL + poor, CAREFUL, 1) * spread;
        }

        /** Off by a quarter. */
        public static Guess about(long tokens) {
            return new Guess(Math.max(1, tokens - tokens / 4), tokens, tokens + tokens / 4);
        }

        /** Of a prompt whose size is known. */
        static Guess exactly(long tokens) {
            return new Guess(tokens, tokens, tokens);
        }
    }

    /** Estimated prompt tokens, at least 1. */
    public long of(List<ChatMessage> messages) {
        return guess(messages).likely();
    }

    /** The same with the tools and the schema that go along. */
    public long of(ChatRequest request) {
        return guess(request).likely();
    }

    /** How many tokens a prompt probably has, and at most. */
    public Guess guess(List<ChatMessage> messages) {
        return line.guess(sizes.of(messages));
    }

    /** The same with the tools and the schema that go along. */
    public Guess guess(ChatRequest request) {
        return line.guess(sizes.of(request));
    }

    /** Learns from a reported prompt size. */
    public void learn(List<ChatMessage> messages, long promptTokens) {
        learn(sizes.of(messages), promptTokens);
    }

    /** The same with the tools and the schema that went along. */
    public void learn(ChatRequest request, long promptTokens) {
        learn(sizes.of(request), promptTokens);
    }

    private synchronized void learn(PromptSize size, long promptTokens) {
        if (promptTokens <= 0) {
            return;
        }
        keep(new PromptSample(size, promptTokens));
        line = PromptLine.through(samples, line.wide());
    }

    /** What it goes by, oldest first: sizes, no texts. */
    public synchronized List<PromptSample> samples() {
        return List.copyOf(samples);
    }

    /** Adds what earlier runs learned, oldest first, before what was learned since. */
    public synchronized void restore(List<PromptSample> earlier) {
        var since = List.copyOf(samples);
        samples.clear();
        earlier.forEach(this::keep);
        since.forEach(this::keep);
        if (!samples.isEmpty()) {
            line = PromptLine.through(samples, line.wide());
        }
    }

    /**
     * Where there are too many, the oldest of the commonest kind goes: what was learned of Chinese must not be forgotten
     * over an hour of English.
     */
    private void keep(PromptSample sample) {
        samples.add(sample);
        if (samples.size() <= MOST) {
            return;
        }
        var counts = new int[KINDS];
        var most = 0;
        for (var each : samples) {
            var kind = kind(each.size());
            if (++counts[kind] > counts[most]) {
                most = kind;
            }
        }
        for (var i = 0; i < samples.size(); i++) {
            if (kind(samples.get(i).size()) == most) {
                samples.remove(i);
                return;
            }
        }
    }

    private static int kind(PromptSize size) {
        var wide = size.wideShare() < WIDE[0] ? 0 : size.wideShare() < WIDE[1] ? 1 : 2;
        return 4 * wide + (size.markShare() < CODE ? 0 : 2) + (size.tokens(1) < SHORT ? 0 : 1);
    }
}
