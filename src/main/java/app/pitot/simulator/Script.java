package app.pitot.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A whole reply, fixed before the first byte is sent.
 *
 * @param chunks reasoning first, then the answer
 * @param reasoningTokens part of {@code tokens}
 * @param finish {@code stop} or {@code length}
 */
record Script(List<Chunk> chunks, int tokens, int reasoningTokens, String finish) {
    /** One event's text. */
    record Chunk(boolean reasoning, String text, int tokens) {}

    /** @param limit largest number of tokens; reasoning spends it first */
    static Script of(String reasoning, String answer, long limit, double speed, SplittableRandom random) {
        var thoughts = Tokenizer.split(reasoning);
        var words = Tokenizer.split(answer);
        int thinking = (int) Math.min(thoughts.size(), limit);
        int saying = (int) Math.min(words.size(), limit - thinking);
        var chunks = new ArrayList<Chunk>();
        pack(thoughts.subList(0, thinking), true, speed, random, chunks);
        pack(words.subList(0, saying), false, speed, random, chunks);
        var whole = thinking == thoughts.size() && saying == words.size();
        return new Script(List.copyOf(chunks), thinking + saying, thinking, whole ? "stop" : "length");
    }

    String text(boolean reasoning) {
        var all = new StringBuilder();
        chunks.stream().filter(chunk -> chunk.reasoning() == reasoning).forEach(chunk -> all.append(chunk.text()));
        return all.toString();
    }

    /** About 375 events per second: 6 to 10 tokens each at 3,000 tokens/s, 1 or 2 below 500. */
    private static void pack(List<String> tokens, boolean reasoning, double speed, SplittableRandom random,
            List<Chunk> into) {
        var mean = Math.max(1.5, speed / 375);
        int least = Math.max(1, (int) Math.round(mean * 0.75));
        int most = Math.max(2, (int) Math.round(mean * 1.25));
        for (int at = 0; at < tokens.size();) {
            int end = Math.min(tokens.size(), at + random.nextInt(least, most + 1));
            into.add(new Chunk(reasoning, String.join("", tokens.subList(at, end)), end - at));
            at = end;
        }
    }
}
