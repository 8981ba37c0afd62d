package app.pitot.cli;

import java.io.PrintWriter;
import java.util.List;

/** Aligned text: the first and the last column to the left, the others, which are numbers, to the right. */
final class Columns {
    private static final String GAP = "  ";

    private Columns() {}

    /** @param rows as many cells each as there are headings; a column whose cells are all empty is left out */
    static void print(List<String> headings, List<List<String>> rows, PrintWriter out) {
        int last = headings.size() - 1;
        var widths = new int[headings.size()];
        for (int column = 0; column <= last; column++) {
            int widest = 0;
            for (var row : rows) {
                widest = Math.max(widest, width(row.get(column)));
            }
            widths[column] = widest == 0 ? 0 : Math.max(widest, width(headings.get(column)));
        }
        line(headings, widths, out);
        rows.forEach(row -> line(row, widths, out));
    }

    private static void line(List<String> cells, int[] widths, PrintWriter out) {
        var line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            if (widths[column] == 0) {
                continue;
            }
            line.append(line.isEmpty() ? "" : GAP);
            var room = " ".repeat(widths[column] - width(cells.get(column)));
            boolean left = column == 0 || column == widths.length - 1;
            line.append(left ? "" : room).append(cells.get(column)).append(left ? room : "");
        }
        out.println(line.toString().stripTrailing());
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
