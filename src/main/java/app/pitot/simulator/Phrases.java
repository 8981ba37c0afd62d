package app.pitot.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The words that replies are made of, from {@code phrases.txt} and {@code snippets.txt} beside this class.
 *
 * @param topics at least one
 * @param snippets fenced code with a caption
 */
record Phrases(List<Topic> topics, List<Snippet> snippets) {
    /** @param calls words of a prompt that ask for this topic */
    record Topic(String name, List<String> calls, List<String> titles, List<String> sentences, List<String> items,
            List<String> quotes) {}

    record Snippet(String language, String caption, String code) {}

    static Phrases load() {
        return new Phrases(topics(read("phrases.txt")), snippets(read("snippets.txt")));
    }

    private static List<Topic> topics(String text) {
        var topics = new ArrayList<Topic>();
        text.lines().filter(line -> !line.isBlank()).forEach(line -> {
            var bar = line.indexOf('|');
            if (line.startsWith("# ") && bar > 0)
                topics.add(
                        new Topic(line.substring(2, bar).strip(), List.of(line.substring(bar + 1).strip().split(" ")),
                                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
            else if (!line.startsWith("//"))
                pool(topics.getLast(), line.charAt(0)).add(line.substring(2));
        });
        return List.copyOf(topics);
    }

    private static List<String> pool(Topic topic, char kind) {
        return switch (kind) {
            case 't' -> topic.titles();
            case 's' -> topic.sentences();
            case 'i' -> topic.items();
            case 'q' -> topic.quotes();
            default -> throw new IllegalStateException("phrases.txt has a line of unknown kind: " + kind);
        };
    }

    private static List<Snippet> snippets(String text) {
        var snippets = new ArrayList<Snippet>();
        for (var part : text.split("(?m)^=== ")) {
            if (part.isBlank())
                continue;
            var head = part.substring(0, part.indexOf('\n')).split(" ", 2);
            snippets.add(new Snippet(head[0], head[1], part.substring(part.indexOf('\n') + 1).stripTrailing()));
        }
        return List.copyOf(snippets);
    }

    private static String read(String name) {
        try (var in = Objects.requireNonNull(Phrases.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
