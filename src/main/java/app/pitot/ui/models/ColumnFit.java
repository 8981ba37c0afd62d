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
    /** Those that every table is to have, the most wanted first. */
    private static final List<Column> WANTED = List.of(MODEL, CONTEXT, PRICE_IN, PRICE_OUT, ACCOUNT, MEASURED,
            CAPABILITIES, STATUS);
    /** Those that may take what is left once the others are as wide as they wish. */
    private static final List<Column> MORE = List.of(LIMITS, PUBLISHED, TTFT, MAX_OUTPUT, PRICE_CACHED, FREE_CONTEXT,
            LISTED);
    /** Those that are read better with more room, and their shares of what is left. */
    private static final Map<Column, Double> STRETCH = Map.of(MODEL, 3.0, ACCOUNT, 1.0, STATUS, 2.0, LIMITS, 0.5,
            CAPABILITIES, 1.0);
    /** A letter of the table's font on average, and what is around a text, in pixels. */
    private static final double LETTER = 6.5;
    private static final double LIGHT_LETTER = 6;
    private static final double SMALL_LETTER = 5.2;
    private static final double AROUND = 26;

    private ColumnFit() {}

    /** @return the columns to show, in their order, with their widths, which together are {@code room} if that is enough */
    static Map<Column, Double> of(double room, ColumnNeeds needs) {
        var fitting = new EnumMap<Column, Double>(Column.class);
        fitting.put(MODEL, MODEL.least());
        add(WANTED, fitting, room, needs);
        grow(List.of(CAPABILITIES), fitting, room, needs);
        grow(List.of(MODEL, ACCOUNT), fitting, room, needs);
        add(MORE, fitting, room, needs);
        grow(List.of(LIMITS), fitting, room, needs);
        grow(List.of(STATUS), fitting, room, needs);
        double left = Math.max(0, room - sum(fitting));
        double shares = fitting.keySet().stream().mapToDouble(each -> STRETCH.getOrDefault(each, 0.0)).sum();
        fitting.replaceAll((column, width) -> Math
                .floor(width + left * STRETCH.getOrDefault(column, 0.0) / shares));
        return fitting;
    }

    /** What is wanted less does not take the place of what had no room, but may take what is left. */
    private static void add(List<Column> columns, Map<Column, Double> fitting, double room, ColumnNeeds needs) {
        for (var column : columns) {
            if (!fitting.containsKey(column) && needs.wants(column) && sum(fitting) + column.least() <= room) {
                fitting.put(column, column.least());
            }
        }
    }

    /** As near to their wishes as there is room, all to the same part. */
    private static void grow(List<Column> columns, Map<Column, Double> fitting, double room, ColumnNeeds needs) {
        double missing = columns.stream().filter(fitting::containsKey)
                .mapToDouble(each -> wish(each, needs) - each.least()).sum();
        double part = missing == 0 ? 0 : Math.clamp((room - sum(fitting)) / missing, 0, 1);
        columns.forEach(each -> fitting.computeIfPresent(each,
                (_, width) -> width + part * (wish(each, needs) - width)));
    }

    private static double sum(Map<Column, Double> fitting) {
        return fitting.values().stream().mapToDouble(each -> each).sum();
    }

    private static double wish(Column column, ColumnNeeds needs) {
        if (column == STATUS) {
            return column.most();
        }
        double letter = column == CAPABILITIES ? SMALL_LETTER : column == ACCOUNT ? LIGHT_LETTER : LETTER;
        return Math.clamp(needs.letters(column) * letter + AROUND, column.least(), column.most());
    }
}
