package app.pitot.ui.models;

import app.pitot.base.Texts;
import app.pitot.ui.common.Format;
import app.pitot.ui.offer.ModelChoice;
import app.pitot.ui.offer.OfferWords;
import java.util.ArrayList;
import java.util.List;

/** All that is known of one model, in words. */
final class Details {
    private static final String BETWEEN = "  ·  ";

    private Details() {}

    /** Which model of which account under which plan. */
    static String place(ModelChoice choice) {
        var parts = new ArrayList<String>();
        if (!choice.model().name().equals(choice.model().id())) {
            parts.add(choice.model().name());
        }
        if (choice.model().extras().vendor() != null) {
            parts.add(choice.model().extras().vendor());
        }
        parts.addAll(OfferWords.place(choice.account()));
        return String.join(BETWEEN, parts);
    }

    static String facts(ModelChoice choice, ModelsModel model) {
        var info = choice.model();
        var facts = new ArrayList<String>();
        facts.add(OfferWords.contexts(choice.account(), info));
        if (info.maxOutputTokens() != null) {
            facts.add(Texts.get("models.details.output", OfferWords.context(info.maxOutputTokens())));
        }
        facts.add(OfferWords.prices(info));
        facts.add(OfferWords.limits(choice.account(), info.id()));
        var can = OfferWords.capabilities(info);
        facts.add(can.equals(Format.UNKNOWN) ? "" : can);
        if (info.publishedSpeed() != null) {
            facts.add(Texts.get("models.details.published", Format.count(info.publishedSpeed())));
        }
        var own = model.own(choice);
        facts.add(own.isEmpty() ? Texts.get("models.details.unmeasured") : own);
        return joined(facts);
    }

    /** The row for a screen reader. */
    static String spoken(ModelChoice choice, ModelsModel model) {
        return joined(List.of(choice.model().id(), place(choice), model.status(choice), facts(choice, model)))
                .replace(BETWEEN, ", ");
    }

    private static String joined(List<String> facts) {
        return String.join(BETWEEN, facts.stream().filter(fact -> !fact.isEmpty()).toList());
    }
}
