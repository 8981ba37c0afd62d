package app.pitot.simulator;

import app.pitot.simulator.Phrases.Topic;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes one section of a reply: a heading, a paragraph, and something to look at. */
record Section(Phrases phrases, Dice dice) {
    private static final List<Integer> EXTRAS = List.of(0, 1, 2, 3, 4, 5, 6);
    private static final List<String> TABLE_LEADS = List.of("In figures:", "The same as a table:",
            "Worked out for one case:",
            "A few rows say it better:");
    private static final List<String> LIST_LEADS = List.of("What to look at:", "In short:", "Worth remembering:",
            "A short check list:", "Step by step:");

    /** @param number shown before the title in long replies; 0 for none */
    String write(Topic topic, int number) {
        var text = new StringBuilder(number == 0 ? "## " : "## " + number + ". ").append(dice.draw(topic.titles()))
                .append("\n\n").append(paragraph(topic, dice.between(2, 4))).append("\n\n");
        switch (dice.draw(EXTRAS)) {
            case 0 -> text.append(dice.draw(TABLE_LEADS)).append("\n\n").append(dice.draw(Tables.KINDS).apply(dice));
            case 1, 2 -> text.append(code());
            case 3 -> text.append("> ").append(dice.fill(dice.draw(topic.quotes()))).append('\n');
            case 4 -> text.append(list(topic, "- "));
            case 5 -> text.append(list(topic, "1. "));
            default -> text.append(nested(topic));
        }
        return text.append('\n').toString();
    }

    /** So many sentences on the topic. */
    String paragraph(Topic topic, int sentences) {
        var text = new StringBuilder();
        for (int i = 0; i < sentences; i++)
            text.append(i == 0 ? "" : " ").append(dice.fill(dice.draw(topic.sentences())));
        return text.toString();
    }

    private String code() {
        var snippet = dice.draw(phrases.snippets());
        return snippet.caption() + ":\n\n```" + snippet.language() + "\n" + plain(dice.fill(snippet.code()))
                + "\n```\n";
    }

    private String list(Topic topic, String bullet) {
        var text = new StringBuilder(dice.draw(LIST_LEADS)).append("\n\n");
        for (var item : items(topic, dice.between(3, 5)))
            text.append(bullet).append(item).append('\n');
        return text.toString();
    }

    /** At most so many, each once: a pool that runs out within a list would repeat itself. */
    private Set<String> items(Topic topic, int most) {
        var drawn = new LinkedHashSet<String>();
        for (int i = 0; i < most; i++)
            drawn.add(dice.fill(dice.draw(topic.items())));
        return drawn;
    }

    private String nested(Topic topic) {
        var text = new StringBuilder(dice.draw(LIST_LEADS)).append("\n\n");
        var items = List.copyOf(items(topic, 6));
        for (int i = 0; i < items.size(); i++)
            text.append(i % 3 == 0 ? "- **" + items.get(i) + "**" : "  - " + items.get(i)).append('\n');
        return text.toString();
    }

    /** Code has no thousands separators. */
    private static String plain(String code) {
        return code.replaceAll("(?<=\\d),(?=\\d{3}\\b)", "");
    }
}
