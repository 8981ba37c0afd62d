package app.pitot.ui.requests;

import app.pitot.base.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A column of the list, in the order in which they stand. */
enum Column {
    TIME(false, 98), STATUS(false, 92), MODEL(false, 120), ACCOUNT(false, 120), IN(true, 54), OUT(true, 54),
    SPEED(true, 54), TTFT(true, 66), COST(true, 92), ATTEMPT(true, 40);

    /** The most wanted first. */
    private static final List<Column> WANTED = List.of(TIME, STATUS, MODEL, OUT, SPEED, TTFT, IN, COST, ACCOUNT,
            ATTEMPT);
    /** Of what is left over, to those whose words may be long. */
    private static final Map<Column, Double> STRETCH = Map.of(MODEL, 3.0, ACCOUNT, 2.0);

    private final boolean figure;
    private final double width;

    Column(boolean figure, double width) {
        this.figure = figure;
        this.width = width;
    }

    String title() {
        return Texts.get("requests.column." + name().toLowerCase(Locale.ROOT));
    }

    /** True for numbers, which stand at the right. */
    boolean figure() {
        return figure;
    }

    /** Those that a list of {@code room} pixels has room for, with their widths, which together are {@code room}. */
    static Map<Column, Double> fit(double room) {
        var fitting = new EnumMap<Column, Double>(Column.class);
        double left = room;
        for (var column : WANTED) {
            if (fitting.size() < 3 || column.width <= left) {
                fitting.put(column, column.width);
                left -= column.width;
            } else {
                break; // what is wanted less does not take the place of what had no room
            }
        }
        double spare = Math.max(0, left);
        double shares = fitting.keySet().stream().mapToDouble(each -> STRETCH.getOrDefault(each, 0.0)).sum();
        fitting.replaceAll((column, width) -> Math.floor(width + spare * STRETCH.getOrDefault(column, 0.0) / shares));
        return fitting;
    }
}
