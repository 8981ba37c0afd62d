package app.pitot.ui.requests;

import app.pitot.base.Provenance;
import app.pitot.base.Texts;
import app.pitot.speed.TokenBasis;
import app.pitot.ui.common.Format;
import app.pitot.usage.RequestRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of one request, each with where it comes from. */
final class Figures {
    private final List<Fact> facts = new ArrayList<>();

    private Figures() {}

    static List<Fact> of(RequestRow row, RowWords words) {
        var made = new Figures();
        made.tokens(row);
        made.times(row);
        made.rest(row, words);
        return List.copyOf(made.facts);
    }

    private void tokens(RequestRow row) {
        boolean guess = row.basis() == TokenBasis.ESTIMATE;
        var counted = guess ? Provenance.ESTIMATED : Provenance.REPORTED;
        add("in", RowWords.about(guess, Format.count(row.promptTokens())), counted);
        if (row.cachedTokens() != null) {
            add("cached", Format.count(row.cachedTokens()), Provenance.REPORTED);
        }
        add("out", RowWords.about(guess, Format.count(row.completionTokens())), counted);
        if (row.reasoningTokens() != null) {
            add("reasoning", Format.count(row.reasoningTokens()), Provenance.REPORTED);
        }
        if (row.sent()) {
            add("reserved", Format.count(row.reservedTokens()), Provenance.ESTIMATED);
        }
        add("speed", RowWords.about(guess, speed(row.tokensPerSecond())),
                guess ? Provenance.ESTIMATED : Provenance.MEASURED);
        if (row.serverTokensPerSecond() != null) {
            add("speed.server", speed(row.serverTokensPerSecond()), Provenance.REPORTED);
        }
    }

    private void times(RequestRow row) {
        add("ttft", Format.duration(row.ttftMs()), Provenance.MEASURED);
        if (row.firstAnswerMs() != null && !row.firstAnswerMs().equals(row.ttftMs())) {
            add("answer", Format.duration(row.firstAnswerMs()), Provenance.MEASURED);
        }
        add("total", Format.duration(row.totalMs()), Provenance.MEASURED);
        add("connect", Format.duration(row.connectMs()), Provenance.MEASURED);
        if (row.timing() != null && row.timing().totalSeconds() != null) {
            add("total.server", Format.duration(row.timing().totalSeconds() * 1_000), Provenance.REPORTED);
        }
        add("chunks", Format.count(row.chunks()), Provenance.MEASURED);
    }

    private void rest(RequestRow row, RowWords words) {
        add("cost", words.cost(row),
                row.costSource() == Provenance.REPORTED ? Provenance.REPORTED : Provenance.ESTIMATED);
        if (row.httpStatus() != null) {
            add("http", row.httpStatus().toString(), Provenance.REPORTED);
        }
        if (row.finishReason() != null) {
            add("finish", row.nativeFinishReason() == null || row.nativeFinishReason().equals(row.finishReason())
                    ? row.finishReason()
                    : Texts.get("requests.finish", row.finishReason(), row.nativeFinishReason()), Provenance.REPORTED);
        }
        if (row.upstream() != null) {
            add("upstream", row.upstream(), Provenance.REPORTED);
        }
    }

    private static String speed(Double tokensPerSecond) {
        return tokensPerSecond == null
                ? Format.UNKNOWN
                : Texts.get("requests.speed", Format.speed(tokensPerSecond));
    }

    /** What is unknown comes from nowhere. */
    private void add(String key, String value, Provenance source) {
        facts.add(new Fact(Texts.get("requests.figure." + key), value, value.equals(Format.UNKNOWN)
                ? ""
                : Texts.get("requests.source." + source.name().toLowerCase(Locale.ROOT))));
    }
}
