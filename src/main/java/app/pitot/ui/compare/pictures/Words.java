package app.pitot.ui.compare.pictures;

import app.pitot.base.Texts;
import app.pitot.compare.Lane;
import app.pitot.compare.Measure;
import app.pitot.compare.Mode;
import app.pitot.compare.VerdictWords;

/** The titles of the pictures. */
final class Words {
    private Words() {}

    /** "Where the time went, median of 9"; without the number where there is but one reply of each. */
    static String waterfall(Results results) {
        return race(results)
                ? Texts.get("pictures.waterfall")
                : Texts.get("pictures.waterfall.median", results.waterfall().replies());
    }

    /** "Output speed, every round". */
    static String strips(Results results, Measure measure) {
        return Texts.get(stripsKey(results), VerdictWords.name(measure));
    }

    /** Of a text that holds a measure's name. */
    static String stripsKey(Results results) {
        return results != null && race(results) ? "pictures.strips.race" : "pictures.strips";
    }

    /** "A against the others, output speed". */
    static String intervals(Intervals intervals) {
        var name = VerdictWords.name(intervals.measure());
        return intervals.leader() < 0
                ? Texts.get("pictures.intervals.short", name)
                : Texts.get("pictures.intervals", Lane.letter(intervals.leader()), name);
    }

    /** "9 rounds, shuffled", "a race, all at once". */
    static String rounds(Results results) {
        var rounds = results.run().samples().stream().mapToInt(each -> each.round()).max().orElse(0);
        return race(results) ? Texts.get("pictures.file.race") : Texts.get("pictures.file.rounds", rounds);
    }

    static boolean race(Results results) {
        return results.run().mode() == Mode.RACE;
    }
}
