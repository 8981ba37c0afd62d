package app.pitot.ui.usage;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is read at one place of a chart.
 *
 * @param title where it is
 * @param lines what is there
 */
record Reading(String title, List<Line> lines) {
    /**
     * @param fill as it is drawn; null if it is not
     * @param chosen true if the arrow keys point at it
     */
    record Line(Fill fill, String name, String value, boolean chosen) {
        private String words() {
            return value.isEmpty() ? name : name + ": " + value;
        }
    }

    Reading {
        lines = List.copyOf(lines);
    }

    /** The whole of it, or the line that is pointed at. */
    String spoken() {
        var chosen = lines.stream().filter(Line::chosen).toList();
        return Stream.concat(Stream.of(title), (chosen.isEmpty() ? lines : chosen).stream().map(Line::words))
                .collect(Collectors.joining(". "));
    }
}
