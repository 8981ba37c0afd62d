package app.pitot.simulator;

import app.pitot.simulator.Phrases.Topic;
import java.util.List;
import java.util.stream.Stream;

/** Finishes a text of a given length with whole sentences, chosen so that the last one ends with the last token. */
record Ending(Section section, List<Topic> topics) {
    /** From here on the sentences are searched for; the longest has about half as many tokens. */
    private static final int SEARCH = 65;
    /** By so many tokens a sentence may count differently in its place than alone. */
    private static final int SEAM = 3;
    private static final int MOST_SENTENCES = 3;
    private static final int PARAGRAPH = 3;
    /** Characters within which no sentence comes twice. */
    private static final int RECENT = 1_500;

    /** Of 1, 2, 3 … tokens: what is left after a sentence, or all of a very short reply. */
    private static final List<String> SHORT = List.of("Yes.", "That is all.", "Stop.", "Quite so.", "No more here.",
            "The end.", "Here it ends.", "That was the count.", "All tokens are spent.", "Nothing is left to say.",
            "The number is reached, so it ends.", "The count that was asked for is full.",
            "This is where the count says that it must end.", "The reply is as long as it was asked to be, no more.");

    /** @param tokens of the text alone */
    private record Candidate(String text, int tokens) {}

    /** Appends until the text has exactly so many tokens; it must be empty or end with a whole block. */
    void write(Counted text, int tokens) {
        int sentences = 0;
        for (int i = 0; tokens - text.tokens() > SEARCH; i++, sentences++) {
            var topic = topics.get(i / PARAGRAPH % topics.size());
            text.append(seam(sentences)).append(section.paragraph(topic, 1));
        }
        var candidates = candidates(text.tail(RECENT));
        for (int most = 1; most <= MOST_SENTENCES; most++) {
            if (search(text, seam(sentences), tokens, candidates, most))
                return;
        }
        throw new IllegalStateException("no sentences end a text of " + tokens + " tokens");
    }

    private static String seam(int sentences) {
        return sentences == 0 ? "" : sentences % PARAGRAPH == 0 ? "\n\n" : " ";
    }

    /**
     * Appends so many candidates that end with the last token, if there are any.
     *
     * @param more goes before the next one: those chosen so far, and the space after them
     */
    private static boolean search(Counted text, String more, int tokens, List<Candidate> candidates, int count) {
        int need = tokens - text.tokensWith(more);
        for (var next : candidates) {
            var fits = count == 1 ? Math.abs(next.tokens() - need) <= SEAM : next.tokens() < need;
            if (!fits || more.contains(next.text()))
                continue;
            var longer = more + next.text();
            if (count > 1) {
                if (search(text, longer + " ", tokens, candidates, count - 1))
                    return true;
            } else if (text.tokensWith(longer) == tokens) {
                text.append(longer);
                return true;
            }
        }
        return false;
    }

    /** All sentences on all topics in a new order, except for those that were just used. */
    private List<Candidate> candidates(String recent) {
        var all = topics.stream().distinct().flatMap(topic -> topic.sentences().stream()).toList();
        var filled = Stream.generate(() -> section.dice().fill(section.dice().draw(all))).limit(all.size());
        return Stream.concat(filled, SHORT.stream()).filter(one -> !recent.contains(one))
                .map(one -> new Candidate(one, Tokenizer.count(one))).toList();
    }
}
