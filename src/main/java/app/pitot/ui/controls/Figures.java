package app.pitot.ui.controls;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Figures in rows: what a picture shows, for those who read it or take it elsewhere.
 *
 * @param columns their headings
 * @param rows each as long as {@code columns}
 */
public record Figures(List<String> columns, List<List<String>> rows) {
    public Figures {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** All of it, tab separated, as spreadsheets take it. */
    public String tabs() {
        return tabs(rows);
    }

    /** Some of its rows, with the headings. */
    public String tabs(List<List<String>> some) {
        return line(columns) + some.stream().map(Figures::line).collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return String.join("\t", cells) + "\n";
    }
}
