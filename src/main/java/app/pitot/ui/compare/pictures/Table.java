package app.pitot.ui.compare.pictures;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Figures in rows: what a picture shows, for those who read it or take it elsewhere.
 *
 * @param columns their headings
 * @param rows each as long as {@code columns}
 */
record Table(List<String> columns, List<List<String>> rows) {
    Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** All of it, tab separated, as spreadsheets take it. */
    String tabs() {
        return tabs(rows);
    }

    /** Some of its rows, with the headings. */
    String tabs(List<List<String>> some) {
        return line(columns) + some.stream().map(Table::line).collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return String.join("\t", cells) + "\n";
    }
}
