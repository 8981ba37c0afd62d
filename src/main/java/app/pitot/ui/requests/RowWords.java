package app.pitot.ui.requests;

import app.pitot.base.Clocks;
import app.pitot.base.Money;
import app.pitot.base.Provenance;
import app.pitot.base.Texts;
import app.pitot.speed.TokenBasis;
import app.pitot.ui.common.Format;
import app.pitot.usage.RequestRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Locale;

/** What stands in the list of a request. An en dash where nothing is known. */
final class RowWords {
    private static final DateTimeFormatter DAY_TIME = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.US);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.US);
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss.SSS", Locale.US);

    private final Names names;
    private final Clocks clocks;
    private final ZoneId zone;

    RowWords(Names names, Clocks clocks, ZoneId zone) {
        this.names = names;
        this.clocks = clocks;
        this.zone = zone;
    }

    String of(RequestRow row, Column column) {
        return switch (column) {
            case TIME -> when(row.startedAt());
            case STATUS -> StatusWords.of(row, clocks.now());
            case MODEL -> row.model() == null ? Format.UNKNOWN : row.model();
            case ACCOUNT -> names.account(row);
            case IN -> about(row.basis() == TokenBasis.ESTIMATE, Format.count(row.promptTokens()));
            case OUT -> about(row.basis() == TokenBasis.ESTIMATE, Format.count(row.completionTokens()));
            case SPEED -> about(row.basis() == TokenBasis.ESTIMATE, Format.speed(row.tokensPerSecond()));
            case TTFT -> Format.duration(row.ttftMs());
            case COST -> cost(row);
            case ATTEMPT -> row.attempt() > 1 ? Texts.get("requests.attempt.mark", row.attempt()) : "";
        };
    }

    /** All of it in one sentence, for a screen reader. */
    String spoken(RequestRow row) {
        var parts = new ArrayList<String>();
        for (var column : Column.values()) {
            var words = of(row, column);
            if (!words.isEmpty() && !words.equals(Format.UNKNOWN)) {
                parts.add(column.figure() || column == Column.ACCOUNT
                        ? Texts.get("requests.spoken", column.title().replace('\n', ' '), words)
                        : words);
            }
        }
        return String.join(", ", parts);
    }

    String cost(RequestRow row) {
        return row.costMicros() == null
                ? Format.UNKNOWN
                : about(row.costSource() != Provenance.REPORTED, Money.words(row.costMicros()));
    }

    /** "14:12:05" today, "14 Apr 14:12" this year, "14 Apr 2025" before. */
    private String when(Instant at) {
        var day = LocalDate.ofInstant(at, zone);
        var today = LocalDate.ofInstant(clocks.now(), zone);
        if (day.equals(today)) {
            return Format.second(at, zone);
        }
        return (day.getYear() == today.getYear() ? DAY_TIME : DATE).format(at.atZone(zone));
    }

    /** "14 Apr 2026, 14:12:05.120". */
    String exactly(Instant at) {
        return at == null ? Format.UNKNOWN : EXACT.format(at.atZone(zone));
    }

    Names names() {
        return names;
    }

    Instant now() {
        return clocks.now();
    }

    static String about(boolean estimate, String figure) {
        return estimate && !figure.equals(Format.UNKNOWN) ? "≈ " + figure : figure;
    }
}
