package app.pitot.ui.compare.pictures;

import app.pitot.base.Texts;
import app.pitot.compare.Analysis;
import app.pitot.compare.Analysis.Pair;
import app.pitot.compare.Lane;
import app.pitot.compare.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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

    /** "faster", of the first of a pair. */
    static String brief(Pair pair) {
        return Texts.get("pictures.verdict." + pair.verdict().name().toLowerCase(Locale.ROOT));
    }

    static Verdicts of(Results results, Analysis analysis) {
        var intervals = results.intervals().get(analysis.measure());
        var sentences = new ArrayList<String>();
        if (analysis.ranking().isEmpty()) {
            return new Verdicts(Texts.get("pictures.verdict.none"), sentences);
        }
        var leader = Lane.letter(intervals.leader());
        if (intervals.rows().isEmpty()) {
            return new Verdicts(Texts.get("pictures.verdict.alone", leader), sentences);
        }
        var next = intervals.rows().getFirst();
        if (results.run().mode() == Mode.RACE) {
            sentences.add(Texts.get("pictures.verdict.race.why"));
        } else if (next.interval() != null) {
            sentences.add(Texts.get("pictures.verdict.interval", Quantities.percent(next.interval().level()),
                    Quantities.ratio(next.interval().low()), Quantities.ratio(next.interval().high()),
                    next.rounds()));
        }
        if (analysis.moreRounds() != null) {
            sentences.add(Texts.get("pictures.verdict.more", analysis.moreRounds()));
        }
        return new Verdicts(results.run().mode() == Mode.RACE
                ? Texts.get("pictures.verdict.race", leader, Quantities.ratio(next.ratio()))
                : Texts.get("pictures.verdict.head." + next.verdict().name().toLowerCase(Locale.ROOT), leader,
                        next.letter(), Quantities.ratio(next.ratio())),
                sentences);
    }
}
