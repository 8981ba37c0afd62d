package app.pitot.ui.controls;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into runs so that its digits can stand on equal advances: every digit is a run of its own, everything
 * between digits stays together. (JavaFX cannot ask a font for its tabular figures.)
 */
final class TabularLayout {
    private TabularLayout() {}

    /** The runs of {@code text} in order; joined they are the text. */
    static List<String> runs(String text) {
        var runs = new ArrayList<String>();
        var start = 0;
        for (var i = 0; i < text.length(); i++) {
            if (digit(text.charAt(i))) {
                if (start < i) {
                    runs.add(text.substring(start, i));
                }
                runs.add(text.substring(i, i + 1));
                start = i + 1;
            }
        }
        if (start < text.length()) {
            runs.add(text.substring(start));
        }
        return runs;
    }

    /**
     * Left edges of the runs, and the whole width as the last element.
     *
     * @param widths natural width of each run
     * @param cell advance of every digit
     */
    static double[] positions(List<String> runs, double[] widths, double cell) {
        var x = new double[runs.size() + 1];
        var at = 0.0;
        for (var i = 0; i < runs.size(); i++) {
            var isDigit = digit(runs.get(i).charAt(0));
            x[i] = isDigit ? at + (cell - widths[i]) / 2 : at;
            at += isDigit ? cell : widths[i];
        }
        x[runs.size()] = at;
        return x;
    }

    static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
