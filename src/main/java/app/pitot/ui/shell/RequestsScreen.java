package app.pitot.ui.shell;

import app.pitot.ui.Core;
import app.pitot.ui.common.FxThread;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.export.ExportBar;
import app.pitot.ui.export.ExportMenu;
import app.pitot.ui.export.ExportModel;
import app.pitot.ui.offer.OffersModel;
import app.pitot.ui.requests.DetailsModel;
import app.pitot.ui.requests.Names;
import app.pitot.ui.requests.RequestsExport;
import app.pitot.ui.requests.RequestsModel;
import app.pitot.ui.requests.RequestsView;
import app.pitot.ui.transcript.Clip;
import app.pitot.usage.RequestFilter;
import app.pitot.usage.report.AccountLabels;
import java.time.ZoneId;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;

/** The requests in the window, with what they work with; the view is made at the first visit. JavaFX thread only. */
final class RequestsScreen {
    private final Core core;
    private final Jobs jobs;
    private final RequestsModel model;
    private final DetailsModel details;
    private final Names names;
    private final Navigator navigator;

    RequestsScreen(Core core, OffersModel offers, Navigator navigator, FxThread fx, Executor work) {
        this.core = core;
        this.jobs = new Jobs(work, fx);
        var zone = ZoneId.systemDefault();
        var traces = core.traces();
        this.navigator = navigator;
        this.names = new Names(offers::accounts, core.catalogue());
        this.model = new RequestsModel(core.usages(), traces, jobs, fx, core.clocks(), zone);
        this.details = new DetailsModel(traces, jobs, names, core.clocks(), zone);
        core.exchanges().onRequests(() -> fx.later(model::news));
        navigator.current().subscribe(now -> model.look(now == View.REQUESTS));
    }

    Page page(BooleanProperty instrumentsShown) {
        var view = new RequestsView(model, details, names, instrumentsShown, () -> navigator.go(View.CHAT));
        showExport(view);
        return new Page(view, view::enter);
    }

    private void showExport(RequestsView view) {
        var zone = ZoneId.systemDefault();
        var export = new ExportModel(jobs, Clip::markdown);
        export.subject().bind(model.shown().map(filter -> new RequestsExport(filter, core.usages(),
                () -> AccountLabels.of(core.household().book().entries()), zone, core.clocks().now())));
        view.addTool(new ExportMenu(export, RequestsExport.words()));
        view.addLine(new ExportBar(export));
    }

    /** Goes to the requests that pass {@code filter}. */
    void show(RequestFilter filter) {
        navigator.go(View.REQUESTS);
        model.show(filter);
    }

    /** Goes to one exchange with all its attempts. */
    void show(String exchangeId) {
        navigator.go(View.REQUESTS);
        model.showExchange(exchangeId);
    }

    void close() {
        model.close();
    }
}
