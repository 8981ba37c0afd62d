package app.pitot.simulator;

import app.pitot.simulator.Phrases.Topic;
import app.pitot.simulator.Prompt.Length;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Writes the replies: Markdown on what Pitot is about, the same for the same prompt and seed. Safe from any thread. */
final class TextSource {
    private static final int ECHO = 60;
    /** In tokens, with room for {@link Ending} to begin. */
    private static final int LARGEST_OPENING = 200;
    /** In tokens, likewise. */
    private static final int LARGEST_SECTION = 400;
    private static final List<String> INTROS = List.of(
            "This text comes from Pitot's built-in simulator, not from a language model. Its timing, its token counts and its limits are real.",
            "You are talking to the built-in simulator: the words are canned, but they arrive and are counted as a provider would do it.",
            "No model has thought about this. The simulator writes what it knows, at the speed you asked for, and counts every token.",
            "The simulator answers here. Watch the instruments rather than the words: speed, first token and limits behave as they do at a provider.");
    private static final List<String> CLOSINGS = List.of(
            "That is all for this run. Ask again with `/fault cut` on the first line to see how a broken stream looks.",
            "Ask for \"5,000 tokens\" to see a longer stream, or \"in one sentence\" for a short one.",
            "The figures beside this reply are measured; the ones inside it are only for show.",
            "To see a real model, pick another provider and send the same prompt.");
    private static final List<String> THOUGHTS = List.of("The user has sent a prompt to the simulator.",
            "First I should settle what kind of answer fits.", "The request does not need any tools.",
            "I should keep the structure clear, with a heading and short paragraphs.",
            "A table may help if there are figures to compare.", "A code sample is useful only if it is short.",
            "The answer must not pretend to come from a real model.",
            "I will begin with the main point and add detail after it.",
            "If the length is given I must respect it.", "Numbers should have units.",
            "The limits are counted for this reply as well, so there is no reason to waste tokens.",
            "It is better to say that something is unknown than to guess.",
            "A list is easier to scan than a long sentence.",
            "I have enough to write the answer now.");

    private final Phrases phrases;

    private TextSource(Phrases phrases) {
        this.phrases = phrases;
    }

    static TextSource load() {
        return new TextSource(Phrases.load());
    }

    /** 40 to 200 tokens of plain sentences; none for the effort {@code none}. */
    String reasoning(Prompt prompt, String effort, SplittableRandom random) {
        if ("none".equals(effort))
            return "";
        var dice = new Dice(random);
        var sentences = switch (effort == null ? "medium" : effort) {
            case "low" -> dice.between(4, 5);
            case "high" -> dice.between(10, 12);
            default -> dice.between(5, 9);
        };
        var text = new StringBuilder();
        for (int i = 0; i < sentences; i++)
            text.append(i == 0 ? "" : " ").append(dice.draw(THOUGHTS));
        return text.toString();
    }

    /** For what is no whole answer. */
    Section section(SplittableRandom random) {
        return new Section(phrases, new Dice(random));
    }

    String answer(Prompt prompt, SplittableRandom random) {
        var dice = new Dice(random);
        var section = new Section(phrases, dice);
        var topics = topics(prompt, dice);
        return switch (prompt.length()) {
            case Length.OneSentence() -> section.paragraph(topics.getFirst(), 1);
            case Length.About(var least, var most) -> natural(prompt, section, topics, least, most);
            case Length.Exactly(var tokens) -> exact(prompt, section, topics, tokens);
        };
    }

    private String natural(Prompt prompt, Section section, List<Topic> topics, int least, int most) {
        if (most < 200)
            return section.paragraph(topics.getFirst(), 4) + "\n";
        var text = opening(prompt, section);
        for (int i = 0; text.tokens() < least; i++)
            text.append(section.write(topics.get(i % topics.size()), 0));
        return text.append(section.dice().draw(CLOSINGS)).append("\n").toString();
    }

    /** Sections while any fits, then whole sentences up to the last token. */
    private String exact(Prompt prompt, Section section, List<Topic> topics, int tokens) {
        var text = tokens < LARGEST_OPENING ? new Counted() : opening(prompt, section);
        for (int i = 0; text.tokens() + LARGEST_SECTION < tokens; i++)
            text.append(section.write(topics.get(i / 3 % topics.size()), i + 1));
        new Ending(section, topics).write(text, tokens);
        return text.toString();
    }

    private Counted opening(Prompt prompt, Section section) {
        return new Counted().append("# " + heading(prompt) + "\n\n" + section.dice().draw(INTROS) + "\n\n");
    }

    private static String heading(Prompt prompt) {
        var flat = prompt.text().replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        if (flat.isEmpty())
            return prompt.faultSpec() == null ? "A reply from the simulator" : "A reply with a fault";
        var cut = flat.codePointCount(0, flat.length()) <= ECHO
                ? flat
                : flat.substring(0, flat.offsetByCodePoints(0, ECHO)).stripTrailing() + "…";
        return cut.replaceAll("([\\\\`*_{}\\[\\]<>()#+!|~&-])", "\\\\$1");
    }

    /** The topics that the prompt names come first and twice, then the others by chance. */
    private List<Topic> topics(Prompt prompt, Dice dice) {
        var words = List.of(prompt.text().toLowerCase(Locale.ROOT).split("[^a-z0-9]+"));
        var named = new ArrayList<Topic>();
        var others = new ArrayList<Topic>();
        for (int i = 0; i < phrases.topics().size(); i++) {
            var topic = dice.draw(phrases.topics());
            (words.stream().anyMatch(topic.calls()::contains) ? named : others).add(topic);
        }
        named.sort(Comparator.comparingLong(topic -> -words.stream().filter(topic.calls()::contains).count()));
        var order = new ArrayList<>(named);
        order.addAll(named);
        order.addAll(others);
        return order;
    }
}
