package app.pitot.ui.connect;

import app.pitot.base.Texts;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Plan;
import java.util.ArrayList;
import java.util.List;

/** Which plans an account of a provider may have. */
public final class Plans {
    private Plans() {}

    /**
     * The provider's own plans, the one to assume first. A custom endpoint may stand before any provider: those plans of
     * others follow that limit something.
     */
    public static List<Plan> of(Catalogue catalogue, String providerId) {
        var plans = new ArrayList<>(catalogue.plans(providerId));
        if (providerId.equals(Catalogue.CUSTOM)) {
            catalogue.providers().stream().filter(each -> !each.simulated() && !each.id().equals(providerId))
                    .flatMap(each -> catalogue.plans(each.id()).stream()).filter(plan -> !plan.limits().isEmpty())
                    .forEach(plans::add);
        }
        return List.copyOf(plans);
    }

    /** The plan's name, with its provider's if that is another than the account's. */
    public static String name(Plan plan, String providerId, Catalogue catalogue) {
        return plan.providerId().equals(providerId)
                ? plan.name()
                : Texts.get("connect.plan.other", catalogue.provider(plan.providerId()).name(), plan.name());
    }
}
