package app.pitot.ui.compare.pictures;

import app.pitot.base.Texts;
import app.pitot.compare.Analysis;
import app.pitot.compare.Lane;
import app.pitot.compare.VerdictWords;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be said, in words.
 *
 * @param headline in one line
 * @param sentences what it rests on, the most important first
 */
record Verdicts(String headline, List<String> sentences) {
    Verdicts {
        sentences = List.copyOf(sentences);
    }

    /** With all that is clear of other lanes; what makes it unfair is told elsewhere. */
    static Verdicts of(Results results, Analysis analysis) {
        var sentences = evidence(analysis);
        sentences.addAll(VerdictWords.others(analysis));
        return new Verdicts(headline(results, analysis), sentences);
    }

    /** Where there may be no room for all: what makes it unfair comes before a second pair of lanes. */
    static Verdicts inShort(Results results, Analysis analysis) {
        var sentences = evidence(analysis);
        var others = VerdictWords.others(analysis);
        sentences.addAll(others.stream().limit(1).toList());
        sentences.addAll(VerdictWords.fairness(analysis));
        sentences.addAll(others.stream().skip(1).toList());
        return new Verdicts(headline(results, analysis), sentences);
    }

    private static List<String> evidence(Analysis analysis) {
        var sentences = new ArrayList<String>();
        if (!VerdictWords.evidence(analysis).isEmpty()) {
            sentences.add(VerdictWords.evidence(analysis));
        }
        return sentences;
    }

    /** One race has an order, but no verdict. */
    private static String headline(Results results, Analysis analysis) {
        var ranking = analysis.ranking();
        return Words.race(results) && ranking.size() > 1
                ? Texts.get("pictures.verdict.race", Lane.letter(ranking.get(0)), Lane.letter(ranking.get(1)))
                : VerdictWords.headline(analysis);
    }
}
