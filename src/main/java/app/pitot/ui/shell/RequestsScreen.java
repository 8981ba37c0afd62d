package app.pitot.ui.shell;

import app.pitot.base.Texts;
import app.pitot.exchange.ExchangeSpec;
import app.pitot.provider.Account;
import app.pitot.provider.ModelInfo;
import app.pitot.ui.Core;
import app.pitot.ui.chat.ChatModel;
import app.pitot.ui.chat.PreFlightLine;
import app.pitot.ui.common.FxThread;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.export.ExportBar;
import app.pitot.ui.export.ExportMenu;
import app.pitot.ui.export.ExportModel;
import app.pitot.ui.offer.ModelChoice;
import app.pitot.ui.offer.OffersModel;
import app.pitot.ui.requests.ActionsModel;
import app.pitot.ui.requests.DetailsModel;
import app.pitot.ui.requests.DifferenceModel;
import app.pitot.ui.requests.Links;
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
    private final ActionsModel actions;
    private final DifferenceModel difference;
    private final Links links;
    private final OffersModel offers;
    private RequestsView view;

    /**
     * @param chat where the conversations are opened, and from which one comes
     * @param bodies goes to where the user says how long bodies are kept
     */
    RequestsScreen(Core core, OffersModel offers, Navigator navigator, ChatModel chat, Runnable bodies, FxThread fx,
            Executor work) {
        this.core = core;
        this.jobs = new Jobs(work, fx);
        var zone = ZoneId.systemDefault();
        var traces = core.traces();
        this.offers = offers;
        this.navigator = navigator;
        this.names = new Names(offers::accounts, core.catalogue());
        this.model = new RequestsModel(core.usages(), traces, jobs, fx, core.clocks(), zone);
        this.details = new DetailsModel(traces, jobs, names, core.clocks(), zone);
        this.difference = new DifferenceModel(traces, jobs, details);
        this.links = new Links(() -> navigator.go(View.CHAT), bodies, (conversation, message) -> {
            chat.open(conversation, message);
            navigator.go(View.CHAT);
        }, core.history(), core.exchanges(), spec -> preFlight(core, spec), this::model);
        this.actions = new ActionsModel(details, names, links, jobs, model::select);
        chat.onRequestWanted(this::show);
        core.exchanges().onRequests(() -> fx.later(model::news));
        navigator.current().subscribe(now -> model.look(now == View.REQUESTS));
    }

    Page page(BooleanProperty instrumentsShown) {
        view = new RequestsView(model, details, actions, difference, jobs, names, links, instrumentsShown);
        showExport(view);
        return new Page(view, view::enter);
    }

    /** Gives the focus to where one types what to look for. */
    void find() {
        if (view != null) {
            view.find();
        }
    }

    private void showExport(RequestsView in) {
        var zone = ZoneId.systemDefault();
        var export = new ExportModel(jobs, Clip::markdown);
        export.subject().bind(model.shown().map(filter -> new RequestsExport(filter, core.usages(),
                () -> AccountLabels.of(core.household().book().entries()), zone, core.clocks())));
        in.addTool(new ExportMenu(export, RequestsExport.words()));
        in.addLine(new ExportBar(export));
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

    private static String preFlight(Core core, ExchangeSpec spec) {
        var line = PreFlightLine.of(core.exchanges().preFlight(spec), spec.request().maxTokens() != null);
        return Texts.get("requests.resend.preflight", line.verdict(), line.detail());
    }

    /** What is known of it, or no more than its id. */
    private ModelInfo model(Account account, String id) {
        return offers.offer(account.id()).stream().flatMap(offer -> offer.choices().stream()).map(ModelChoice::model)
                .filter(each -> each.id().equals(id)).findFirst().orElseGet(() -> ModelInfo.ofId(id));
    }
}
