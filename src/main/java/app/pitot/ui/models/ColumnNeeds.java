package app.pitot.ui.models;

import app.pitot.ui.offer.ModelChoice;
import app.pitot.ui.offer.Offer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * What the columns have to say now.
 *
 * @param letters of the longest text, for the columns whose width follows it
 * @param remarks true if the shown rows say anything of retirement
 */
record ColumnNeeds(Map<Column, Integer> letters, boolean remarks) {
    static final ColumnNeeds NONE = new ColumnNeeds(Map.of(), false);

    private static final List<Column> MEASURED = List.of(Column.MODEL, Column.ACCOUNT, Column.CAPABILITIES,
            Column.LIMITS);
    /** More of one account would not say more of the width, and a list may be very long. */
    private static final int LOOKED_AT = 200;

    /** Looks at all that is offered, so that no width changes while the user filters and sorts. */
    static Map<Column, Integer> letters(List<Offer> offers, BiFunction<Column, ModelChoice, String> text) {
        var letters = new EnumMap<Column, Integer>(Column.class);
        for (var offer : offers) {
            offer.listing().models().stream().limit(LOOKED_AT)
                    .map(entry -> ModelChoice.of(offer.account(), entry))
                    .forEach(choice -> MEASURED.forEach(
                            column -> letters.merge(column, text.apply(column, choice).length(), Math::max)));
        }
        return letters;
    }

    int letters(Column column) {
        return letters.getOrDefault(column, 0);
    }

    /** False for a column that would stand empty. */
    boolean wants(Column column) {
        return column != Column.STATUS || remarks;
    }

    ColumnNeeds withLetters(Map<Column, Integer> now) {
        return new ColumnNeeds(now, remarks);
    }

    ColumnNeeds withRemarks(boolean now) {
        return new ColumnNeeds(letters, now);
    }
}
