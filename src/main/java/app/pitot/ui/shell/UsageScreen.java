package app.pitot.ui.shell;

import app.pitot.base.Texts;
import app.pitot.ui.Core;
import app.pitot.ui.advice.AdviceScreens;
import app.pitot.ui.common.FxThread;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.offer.OffersModel;
import app.pitot.ui.usage.UsageHost;
import app.pitot.ui.usage.UsageTab;
import app.pitot.usage.RequestFilter;
import java.time.ZoneId;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.control.Label;

/** Past use in the window, with what it works with; its view is made at the first visit. JavaFX thread only. */
final class UsageScreen {
    private final UsageHost host = new UsageHost();
    private final AdviceScreens advice;

    UsageScreen(Core core, OffersModel offers, FxThread fx, Executor work) {
        advice = new AdviceScreens(core.usages(), core.catalogue(), offers, core.household().settings(), core.clocks(),
                ZoneId.systemDefault(), new Jobs(work, fx));
    }

    /** @param show goes to the requests that pass a filter */
    Page page(Consumer<RequestFilter> show) {
        host.put(UsageTab.USAGE, () -> {
            var empty = new Label(Texts.get("usage.empty"));
            empty.getStyleClass().add("empty-state");
            empty.setWrapText(true);
            return empty;
        });
        host.put(UsageTab.ADVISOR, () -> advice.advisor(show));
        host.put(UsageTab.PLANNER, advice::planner);
        host.mark(UsageTab.ADVISOR, advice.marked());
        host.show(UsageTab.USAGE);
        return new Page(host, () -> {
            advice.refresh();
            host.focusTabs();
        });
    }
}
