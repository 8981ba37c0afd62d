package app.pitot.ui.usage;

import app.pitot.base.Texts;
import app.pitot.ui.common.Format;
import app.pitot.usage.Quartiles;
import app.pitot.usage.Totals;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;

/** What the table tells of each group. */
enum GroupColumn {
    NAME(_ -> null, GroupRow::name),
    REQUESTS(row -> (double) row.totals().requests(), row -> Format.count(row.totals().requests())),
    REFUSED(row -> (double) row.totals().refused(), row -> Format.count(row.totals().refused())),
    FAILED(row -> (double) row.totals().failed(), row -> Format.count(row.totals().failed())),
    TOKENS(row -> (double) row.totals().tokens(), row -> tokens(row, row.totals().tokens())),
    SHARE(GroupRow::share, row -> row.share() == null ? Format.UNKNOWN : HeadFigures.percent(row.share())),
    IN(row -> (double) row.totals().promptTokens(), row -> tokens(row, row.totals().promptTokens())),
    OUT(row -> (double) row.totals().completionTokens(), row -> tokens(row, row.totals().completionTokens())),
    CACHED(row -> (double) row.totals().cachedTokens(), row -> Format.count(row.totals().cachedTokens())),
    REASONING(row -> (double) row.totals().reasoningTokens(), row -> Format.count(row.totals().reasoningTokens())),
    COST(row -> row.totals().priced() == 0 ? null : (double) row.totals().costMicros(),
            row -> HeadFigures.briefCost(row.totals())),
    TTFT(row -> median(row.totals().ttftMs()), row -> Format.duration(median(row.totals().ttftMs()))),
    SPEED(row -> median(row.totals().tokensPerSecond()), row -> Format.speed(median(row.totals().tokensPerSecond())));

    private final Function<GroupRow, Double> value;
    private final Function<GroupRow, String> words;

    GroupColumn(Function<GroupRow, Double> value, Function<GroupRow, String> words) {
        this.value = value;
        this.words = words;
    }

    String title() {
        return Texts.get("usage.column." + name().toLowerCase(Locale.ROOT));
    }

    String help() {
        return Texts.get("usage.column." + name().toLowerCase(Locale.ROOT) + ".help");
    }

    String words(GroupRow row) {
        return words.apply(row);
    }

    /** What is unknown comes last either way, and so does the sum. */
    Comparator<GroupRow> order(boolean rising) {
        Comparator<GroupRow> order = this == NAME
                ? Comparator.comparing(GroupRow::name, String.CASE_INSENSITIVE_ORDER)
                : Comparator.comparing(row -> value.apply(row) == null ? 0 : value.apply(row));
        var directed = rising ? order : order.reversed();
        return Comparator.comparing(GroupRow::sum)
                .thenComparing(row -> this != NAME && value.apply(row) == null)
                .thenComparing(directed);
    }

    private static String tokens(GroupRow row, long tokens) {
        return HeadFigures.tokens(tokens, row.totals());
    }

    private static Double median(Quartiles values) {
        return values == null ? null : Double.valueOf(values.median());
    }

    /** "half of them 120 ms to 180 ms, 40 measured"; null for a column without quartiles or a group without values. */
    String more(Totals totals) {
        var values = this == TTFT ? totals.ttftMs() : this == SPEED ? totals.tokensPerSecond() : null;
        var unit = this == TTFT ? Unit.TIME : Unit.SPEED;
        return values == null
                ? null
                : Texts.get("usage.column.more", unit.range(values.low(), values.high()), values.count());
    }
}
