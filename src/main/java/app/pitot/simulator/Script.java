package app.pitot.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * A whole reply, fixed before the first byte is sent.
 *
 * @param chunks reasoning first, then the answer or the calls
 * @param reasoningTokens part of {@code tokens}
 * @param finish {@code stop}, {@code length} or {@code tool_calls}
 */
record Script(List<Chunk> chunks, int tokens, int reasoningTokens, String finish) {
    /**
     * One event's text.
     *
     * @param call the call to whose arguments the text belongs; null for reasoning and answer
     * @param odds JSON text of the list of its tokens' probabilities, or null
     */
    record Chunk(boolean reasoning, String text, int tokens, Piece call, String odds) {}

    /**
     * Which call a chunk belongs to.
     *
     * @param id null but in the first chunk of a call
     * @param name likewise
     */
    record Piece(int index, String id, String name) {}

    /**
     * @param limit largest number of tokens; reasoning spends it first
     * @param topLogprobs alternatives to each token of the answer; null if no probabilities are wanted
     */
    static Script of(Plot plot, long limit, double speed, Integer topLogprobs, SplittableRandom random) {
        var writer = new Writer(limit, speed, random);
        writer.text(plot.reasoning(), true, null);
        int thinking = writer.tokens;
        writer.text(plot.answer(), false, topLogprobs);
        for (int i = 0; i < plot.calls().size(); i++)
            writer.call(i, plot.calls().get(i));
        var finish = writer.whole ? plot.calls().isEmpty() ? "stop" : "tool_calls" : "length";
        return new Script(List.copyOf(writer.chunks), writer.tokens, thinking, finish);
    }

    /** Of what is no call. */
    String text(boolean reasoning) {
        return chunks.stream().filter(chunk -> chunk.call() == null && chunk.reasoning() == reasoning)
                .map(Chunk::text).collect(Collectors.joining());
    }

    /** As far as they are whole or begun. */
    List<Plot.Call> calls() {
        var calls = new ArrayList<Plot.Call>();
        for (var chunk : chunks) {
            if (chunk.call() == null)
                continue;
            if (chunk.call().id() != null)
                calls.add(new Plot.Call(chunk.call().id(), chunk.call().name(), ""));
            var last = calls.removeLast();
            calls.add(new Plot.Call(last.id(), last.name(), last.arguments() + chunk.text()));
        }
        return calls;
    }

    /** Of the whole answer, as JSON text of a list; null if no probabilities were wanted. */
    String odds() {
        var lists = chunks.stream().map(Chunk::odds).filter(odds -> odds != null && odds.length() > 2)
                .map(odds -> odds.substring(1, odds.length() - 1)).toList();
        return lists.isEmpty() ? null : "[" + String.join(",", lists) + "]";
    }

    /** Writes chunks while there are tokens left. */
    private static final class Writer {
        private final List<Chunk> chunks = new ArrayList<>();
        private final long limit;
        private final SplittableRandom random;
        private final int least;
        private final int most;
        private int tokens;
        private boolean whole = true;

        /** About 375 events per second: 6 to 10 tokens each at 3,000 tokens/s, 1 or 2 below 500. */
        Writer(long limit, double speed, SplittableRandom random) {
            this.limit = limit;
            this.random = random;
            var mean = Math.max(1.5, speed / 375);
            least = Math.max(1, (int) Math.round(mean * 0.75));
            most = Math.max(2, (int) Math.round(mean * 1.25));
        }

        private void text(String text, boolean reasoning, Integer topLogprobs) {
            var odds = topLogprobs == null ? null : random.split();
            for (var part : pack(text))
                chunks.add(new Chunk(reasoning, String.join("", part), part.size(), null,
                        odds == null ? null : Odds.of(part, topLogprobs, odds)));
        }

        /** The name comes first and alone. */
        private void call(int index, Plot.Call call) {
            var name = Tokenizer.count(call.name());
            if (name > limit - tokens) {
                whole = false;
                return;
            }
            tokens += name;
            chunks.add(new Chunk(false, "", name, new Piece(index, call.id(), call.name()), null));
            for (var part : pack(call.arguments()))
                chunks.add(new Chunk(false, String.join("", part), part.size(), new Piece(index, null, null), null));
        }

        /** The tokens of the chunks that still fit. */
        private List<List<String>> pack(String text) {
            var all = Tokenizer.split(text);
            int fit = (int) Math.min(all.size(), limit - tokens);
            whole &= fit == all.size();
            tokens += fit;
            var parts = new ArrayList<List<String>>();
            for (int at = 0; at < fit;) {
                int end = Math.min(fit, at + random.nextInt(least, most + 1));
                parts.add(all.subList(at, end));
                at = end;
            }
            return parts;
        }
    }
}
