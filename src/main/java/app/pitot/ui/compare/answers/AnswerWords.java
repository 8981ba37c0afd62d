package app.pitot.ui.compare.answers;

import app.pitot.api.Outcome;
import app.pitot.base.Texts;
import app.pitot.compare.Comparison;
import app.pitot.compare.Lane;
import app.pitot.compare.Sample;
import app.pitot.compare.Tally;
import app.pitot.compare.difference.Difference;
import app.pitot.compare.difference.Words;
import app.pitot.ui.common.Format;
import app.pitot.ui.transcript.Notice;
import app.pitot.ui.transcript.Notice.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What stands around the answers. */
final class AnswerWords {
    /** Fewer votes are said to prove little. */
    private static final int FEW_VOTES = 30;
    /** Of fewer no lead could tell anything. */
    private static final int TELLING = 6;
    private static final double UNLIKELY = 0.05;
    private static final double PERCENT = 100;
    private static final String GAP = "  ·  ";

    private AnswerWords() {}

    /** "1,204 characters · 212 words · 310 tokens · stop"; without what would tell who it was while {@code hidden}. */
    static String facts(Sample sample, boolean hidden) {
        var text = sample.answer();
        if (text.isBlank()) {
            return "";
        }
        var parts = new ArrayList<String>();
        if (sample.again()) {
            parts.add(Texts.get("answers.again"));
        }
        parts.add(Texts.get("answers.words", Words.count(text)));
        parts.add(Texts.get("answers.characters", text.codePointCount(0, text.length())));
        var tokens = sample.speed().outputTokens();
        if (!hidden && tokens != null) {
            parts.add((sample.speed().estimated() ? "≈ " : "") + Texts.get("answers.tokens", tokens));
        }
        if (!hidden && sample.finishReason() != null) {
            parts.add(Texts.get("answers.finish", sample.finishReason()));
        }
        return String.join(GAP, parts);
    }

    /** Its facts and how much it has in common with {@code base}. */
    static String compared(Answer answer, String base) {
        if (answer.text().isBlank()) {
            return answer.facts();
        }
        return answer.base()
                ? answer.facts() + GAP + Texts.get("answers.base")
                : answer.difference() == null
                        ? answer.facts()
                        : answer.facts() + GAP + common(answer.difference(), base);
    }

    /** "62 % of the words in common with A". */
    private static String common(Difference difference, String base) {
        var share = difference.common() == null
                ? Texts.get("answers.common.none", base)
                : Texts.get("answers.common", Math.round(difference.common() * PERCENT), base);
        return switch (difference.grain()) {
            case WORDS -> share;
            case LINES -> share + GAP + Texts.get("answers.grain.lines");
            case WHOLE -> share + GAP + Texts.get("answers.grain.whole");
        };
    }

    /** What is missing of an answer, or odd about it; null for nothing. */
    static Notice notice(Sample sample, boolean hidden, boolean running) {
        if (sample == null) {
            return new Notice(Severity.INFO, Texts.get(running ? "answers.awaited" : "answers.missing"), "", "",
                    List.of());
        }
        if (sample.outcome() == Outcome.COMPLETE) {
            return "length".equals(sample.finishReason())
                    ? new Notice(Severity.INFO, Texts.get("answers.cut"), "", "", List.of())
                    : sample.answer().isBlank()
                            ? new Notice(Severity.INFO, Texts.get("answers.blank"), "", "", List.of())
                            : null;
        }
        var kept = sample.answer().isEmpty() ? "" : Texts.get("answers.kept");
        if (hidden || sample.error() == null) {
            return new Notice(Severity.WARNING,
                    Texts.get("answers.end." + sample.outcome().name().toLowerCase(Locale.ROOT)), kept, "", List.of());
        }
        var error = sample.error();
        return new Notice(sample.outcome() == Outcome.FAILED ? Severity.ERROR : Severity.WARNING,
                Texts.get("error." + error.kind().name().toLowerCase(Locale.ROOT) + ".title"),
                error.httpStatus() == null || error.httpStatus() < 400
                        ? error.message()
                        : Texts.get("reply.http", error.httpStatus(), error.message()),
                kept, List.of());
    }

    /** What the votes come to, and how little that proves; empty without votes. */
    static String tally(Comparison comparison) {
        var tally = Tally.of(comparison);
        if (tally.votes() == 0) {
            return "";
        }
        var counts = IntStream.range(0, tally.wins().size())
                .mapToObj(lane -> Texts.get("answers.wins", Lane.letter(lane), tally.wins().get(lane)))
                .collect(Collectors.joining(", "));
        var words = new ArrayList<String>();
        words.add(Texts.get("answers.tally", tally.votes(), counts, tally.ties()));
        if (tally.chance() != null && tally.votes() - tally.ties() >= TELLING) {
            words.add(Texts.get(tally.chance() <= UNLIKELY ? "answers.chance.small" : "answers.chance",
                    percent(tally.chance())));
        }
        if (tally.votes() < FEW_VOTES) {
            words.add(Texts.get("answers.few"));
        }
        return String.join(" ", words);
    }

    private static String percent(double chance) {
        return chance < 0.01 ? Texts.get("answers.below.one") : Format.count(chance * PERCENT);
    }
}
