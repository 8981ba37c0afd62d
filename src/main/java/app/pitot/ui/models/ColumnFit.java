package app.pitot.ui.models;

import static app.pitot.ui.models.Column.ACCOUNT;
import static app.pitot.ui.models.Column.CAPABILITIES;
import static app.pitot.ui.models.Column.CONTEXT;
import static app.pitot.ui.models.Column.FREE_CONTEXT;
import static app.pitot.ui.models.Column.LIMITS;
import static app.pitot.ui.models.Column.LISTED;
import static app.pitot.ui.models.Column.MAX_OUTPUT;
import static app.pitot.ui.models.Column.MEASURED;
import static app.pitot.ui.models.Column.MODEL;
import static app.pitot.ui.models.Column.PRICE_CACHED;
import static app.pitot.ui.models.Column.PRICE_IN;
import static app.pitot.ui.models.Column.PRICE_OUT;
import static app.pitot.ui.models.Column.PUBLISHED;
import static app.pitot.ui.models.Column.STATUS;
import static app.pitot.ui.models.Column.TTFT;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which columns a table of a given width has room for, and how wide each is. */
final class ColumnFit {
    /** The most wanted first. */
    private static final List<Column> WANTED = List.of(MODEL, CONTEXT, PRICE_IN, PRICE_OUT, MEASURED, ACCOUNT, STATUS,
            TTFT, LIMITS, PUBLISHED, CAPABILITIES, FREE_CONTEXT, MAX_OUTPUT, PRICE_CACHED, LISTED);
    /** Those that are read better with more room, and their shares of what is left. */
    private static final Map<Column, Double> STRETCH = Map.of(MODEL, 3.0, ACCOUNT, 1.0, STATUS, 2.0, LIMITS, 0.5,
            CAPABILITIES, 0.5);

    private ColumnFit() {}

    /** @return the columns to show, in their order, with their widths, which together are {@code room} if that is enough */
    static Map<Column, Double> of(double room) {
        var fitting = new EnumMap<Column, Double>(Column.class);
        double used = 0;
        for (var column : WANTED) {
            // What is wanted less does not take the place of what had no room, but may take what is left.
            if (column == MODEL || used + column.width() <= room) {
                fitting.put(column, column.width());
                used += column.width();
            }
        }
        double left = Math.max(0, room - used);
        double shares = fitting.keySet().stream().mapToDouble(each -> STRETCH.getOrDefault(each, 0.0)).sum();
        fitting.replaceAll((column, width) -> Math
                .floor(width + left * STRETCH.getOrDefault(column, 0.0) / shares));
        return fitting;
    }
}
