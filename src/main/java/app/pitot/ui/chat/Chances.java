package app.pitot.ui.chat;

import app.pitot.api.TokenChance;
import app.pitot.base.Texts;
import app.pitot.ui.transcript.Details.Chance;
import app.pitot.ui.transcript.Details.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How sure a model was of its tokens, a line each. */
final class Chances {
    /** What a popup can show; the rest is counted. */
    static final int MOST = 200;
    private static final int ALTERNATIVES = 5;

    private Chances() {}

    static List<Line> of(List<TokenChance> chances) {
        var lines = new ArrayList<Line>();
        if (!chances.isEmpty()) {
            lines.add(new Line(Texts.get("details.chance.key"), Texts.get("details.chance.bands")));
        }
        for (var chance : chances.subList(0, Math.min(MOST, chances.size()))) {
            var others = chance.others().stream().filter(other -> !other.token().equals(chance.token()))
                    .limit(ALTERNATIVES).map(other -> shown(other.token()) + " " + percent(other.logprob()))
                    .collect(Collectors.joining(" · "));
            lines.add(new Line(shown(chance.token()), others.isEmpty()
                    ? percent(chance.logprob())
                    : Texts.get("details.chance.others", percent(chance.logprob()), others), band(chance.logprob())));
        }
        if (chances.size() > MOST) {
            lines.add(new Line("…", Texts.get("details.chance.more", chances.size() - MOST)));
        }
        return lines;
    }

    /** In which of the bands that the first line names a token falls. */
    private static Chance band(double logprob) {
        double chance = Math.exp(logprob);
        if (chance >= 0.9) {
            return Chance.SURE;
        }
        if (chance >= 0.5) {
            return Chance.LIKELY;
        }
        return chance >= 0.1 ? Chance.UNSURE : Chance.UNLIKELY;
    }

    /** A natural logarithm as per cent; what is not 0 never reads as such. */
    static String percent(double logprob) {
        double percent = 100 * Math.exp(logprob);
        return percent < 0.05 ? "< 0.1 %" : String.format(Locale.ROOT, "%.1f %%", Math.min(percent, 100));
    }

    /** Blanks and line ends in sight. */
    private static String shown(String token) {
        return token.replace("\n", "⏎").replace("\t", "⇥").replace(' ', '␣');
    }
}
