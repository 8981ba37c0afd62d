package app.pitot.ui.transcript;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What is known of the request behind a reply, for whoever looks closer.
 *
 * @param title names it for screen readers
 * @param sections those without lines are left out
 */
public record Details(String title, List<Section> sections) {
    /** How likely a token was; its line says it in figures, too. */
    public enum Chance {
        SURE, LIKELY, UNSURE, UNLIKELY
    }

    /**
     * One thing and what is known of it.
     *
     * @param chance null where the line is of no token
     */
    public record Line(String label, String value, Chance chance) {
        public Line(String label, String value) {
            this(label, value, null);
        }
    }

    /** Lines under a heading. */
    public record Section(String heading, List<Line> lines) {
        public Section {
            lines = List.copyOf(lines);
        }
    }

    /** Nothing is known. */
    public static final Details NONE = new Details("", List.of());

    public Details {
        sections = sections.stream().filter(section -> !section.lines().isEmpty()).toList();
    }

    /** True if there is nothing to show. */
    public boolean isEmpty() {
        return sections.isEmpty();
    }

    /** All of it as plain text, a line each. */
    public String text() {
        return sections.stream().map(Details::text).collect(Collectors.joining("\n\n"));
    }

    private static String text(Section section) {
        return section.heading() + "\n" + section.lines().stream().map(line -> line.label() + ": " + line.value())
                .collect(Collectors.joining("\n"));
    }
}
