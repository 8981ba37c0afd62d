package app.pitot.ui.connect;

import app.pitot.base.Texts;
import app.pitot.provider.Plan;
import app.pitot.quota.WindowLabels;
import app.pitot.ui.common.Format;
import java.util.ArrayList;

/** What a plan limits, in one line. */
public final class PlanWords {
    private PlanWords() {}

    /** "5 RPM · 30K TPM uncached · 65,536 tokens of context", or that no limits are known. */
    public static String limits(Plan plan) {
        var words = new ArrayList<String>();
        for (var limit : plan.limits()) {
            words.add(
                    Format.shortCount(limit.value()) + ' ' + WindowLabels.afterFigure(limit.metric(), limit.period()));
        }
        if (words.isEmpty()) {
            words.add(Texts.get("screens.plan.unlimited"));
        }
        if (plan.contextTokens() != null) {
            words.add(Texts.get("screens.plan.context", Format.count(plan.contextTokens())));
        }
        return String.join(" · ", words);
    }
}
