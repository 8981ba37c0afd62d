package app.pitot.ui.advice;

import app.pitot.advice.PastReader;
import app.pitot.provider.Catalogue;
import app.pitot.store.SettingsStore;
import app.pitot.base.Clocks;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.offer.OffersModel;
import app.pitot.usage.RequestFilter;
import app.pitot.usage.Usages;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;

/** The advisor and the planner with what they work with. JavaFX thread only. */
public final class AdviceScreens {
    private final AdvisorModel advisor;
    private final PlannerModel planner;
    private final Clocks clocks;
    private final ZoneId zone;
    /** True once the planner was opened. */
    private boolean planned;

    public AdviceScreens(Usages usages, Catalogue catalogue, OffersModel offers, SettingsStore settings, Clocks clocks,
            ZoneId zone, Jobs jobs) {
        this.clocks = clocks;
        this.zone = zone;
        advisor = new AdvisorModel(usages, catalogue, () -> accounts(offers, catalogue), clocks, jobs,
                settings.current().dismissed(),
                edit -> settings.update(now -> now.withDismissed(edit.apply(now.dismissed()))));
        planner = new PlannerModel(catalogue, new PastReader(usages), () -> accounts(offers, catalogue), clocks, zone,
                jobs);
    }

    private static List<AdviceAccount> accounts(OffersModel offers, Catalogue catalogue) {
        return offers.offers().stream().map(offer -> AdviceAccount.of(offer.account(), offer.listing(), catalogue))
                .toList();
    }

    /** Reads what happened since; the mark of the advisor and, if they were made, the views follow. */
    public void refresh() {
        advisor.refresh();
        if (planned) {
            planner.refresh();
        }
    }

    /** True while it is time to change something and the user has not dismissed that. */
    public ReadOnlyBooleanProperty marked() {
        return advisor.marked();
    }

    /** @param show opens the requests of a filter; null if there is no place for that */
    public AdvisorView advisor(Consumer<RequestFilter> show) {
        return new AdvisorView(advisor, clocks, zone, show);
    }

    public PlannerView planner() {
        planned = true;
        return new PlannerView(planner);
    }
}
