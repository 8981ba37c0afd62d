package app.pitot.ui.shell;

import app.pitot.base.SystemZone;
import app.pitot.base.Texts;
import app.pitot.provider.Account;
import app.pitot.store.UsageChoice;
import app.pitot.ui.Core;
import app.pitot.ui.advice.AdviceScreens;
import app.pitot.ui.common.FxThread;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.export.ExportBar;
import app.pitot.ui.export.ExportMenu;
import app.pitot.ui.export.ExportModel;
import app.pitot.ui.export.Exportable;
import app.pitot.ui.export.NodePicture;
import app.pitot.ui.offer.OffersModel;
import app.pitot.ui.transcript.Clip;
import app.pitot.ui.usage.Names;
import app.pitot.ui.usage.UsageHost;
import app.pitot.ui.usage.UsageModel;
import app.pitot.ui.usage.UsageTab;
import app.pitot.ui.usage.UsageView;
import app.pitot.ui.usage.export.UsageExport;
import app.pitot.ui.usage.reported.ReportedLines;
import app.pitot.ui.usage.reported.ReportedModel;
import app.pitot.usage.RequestFilter;
import app.pitot.usage.report.AccountLabels;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;

/** Past use in the window, with what it works with; its view is made at the first visit. JavaFX thread only. */
final class UsageScreen {
    private final Core core;
    private final Navigator navigator;
    private final Consumer<RequestFilter> open;
    private final UsageHost host = new UsageHost();
    private final Jobs jobs;
    private final UsageModel model;
    private final ReportedModel reported;
    private final AdviceScreens advice;

    /**
     * @param saves one change after the other
     * @param open goes to requests
     */
    UsageScreen(Core core, OffersModel offers, FxThread fx, Executor work, Executor saves, Navigator navigator,
            Consumer<RequestFilter> open) {
        this.core = core;
        this.navigator = navigator;
        this.open = open;
        this.jobs = new Jobs(work, fx);
        this.reported = new ReportedModel(core.exchanges(), core.usages(), offers::accounts,
                id -> labels().of(id), jobs, core.clocks());
        this.model = new UsageModel(core.usages(), this::names, core.clocks(), ZoneId.systemDefault(),
                SystemZone::now, jobs, fx,
                core.settings().usage(), choice -> saves.execute(() -> keep(choice)));
        this.advice = new AdviceScreens(core.usages(), core.catalogue(), offers, core.household().settings(),
                core.clocks(), ZoneId.systemDefault(), jobs);
        core.exchanges().onRequests(() -> fx.execute(model::changed));
        core.exchanges().onKeyStatus(_ -> fx.execute(model::changed));
        model.shown().subscribe(report -> {
            if (report != null) {
                reported.refresh();
            }
        });
        core.household().book().subscribe(() -> fx.execute(model::changed));
    }

    Page page() {
        host.put(UsageTab.USAGE, this::view);
        host.put(UsageTab.ADVISOR, () -> advice.advisor(open));
        host.put(UsageTab.PLANNER, advice::planner);
        host.mark(UsageTab.ADVISOR, advice.marked());
        host.show(UsageTab.USAGE);
        navigator.current().subscribe(_ -> look());
        host.shown().subscribe(_ -> look());
        return new Page(host, () -> {
            advice.refresh();
            host.focusTabs();
        });
    }

    private UsageView view() {
        var view = new UsageView(model, open, () -> navigator.go(View.CHAT));
        view.addLine(new ReportedLines(reported));
        var export = new ExportModel(jobs, Clip::markdown);
        // What providers report is known a little later than the report.
        export.subject().bind(Bindings.<Exportable>createObjectBinding(() -> exportable(view), model.shown(),
                reported.lines()));
        var menu = new ExportMenu(export, UsageExport.words());
        menu.visibleProperty().bind(host.shown().isEqualTo(UsageTab.USAGE));
        menu.managedProperty().bind(menu.visibleProperty());
        host.addTool(menu);
        host.addLine(new ExportBar(export));
        return view;
    }

    private UsageExport exportable(UsageView view) {
        var report = model.shown().getValue();
        return report == null
                ? null
                : new UsageExport(report, core.usages(), this::labels,
                        reported.lines().stream().map(ReportedModel.Line::said).toList(), core.clocks().now(),
                        () -> NodePicture.of(view.all(), jobs));
    }

    private AccountLabels labels() {
        return new AccountLabels(accounts());
    }

    private void look() {
        model.visible(navigator.current().get() == View.USAGE && host.shown().get() == UsageTab.USAGE);
    }

    private void keep(UsageChoice choice) {
        core.household().settings().update(settings -> settings.withUsage(choice));
    }

    /** Also of accounts that are not offered at the moment. */
    private Map<String, String> accounts() {
        var accounts = new HashMap<String, String>();
        core.accounts().forEach(each -> accounts.put(each.id(), name(each)));
        core.household().book().entries().forEach(each -> accounts.put(each.id(), each.name()));
        return accounts;
    }

    private Names names() {
        var providers = new HashMap<String, String>();
        core.catalogue().providers().forEach(each -> providers.put(each.id(), each.name()));
        return new Names(accounts(), providers);
    }

    /** Each plan that the simulator keeps to is an account of its own. */
    private static String name(Account account) {
        return account.provider().simulated() && account.plan() != null
                ? Texts.get("usage.group.simulator", account.plan().name())
                : account.name();
    }
}
