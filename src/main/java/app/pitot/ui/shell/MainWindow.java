package app.pitot.ui.shell;

import app.pitot.base.Clocks;
import app.pitot.base.Texts;
import app.pitot.desktop.Notifications;
import app.pitot.provider.Account;
import app.pitot.store.Settings;
import app.pitot.store.StoreProblem;
import app.pitot.ui.Core;
import app.pitot.ui.chat.Beginnings;
import app.pitot.ui.chat.ChatModel;
import app.pitot.ui.chat.ChatView;
import app.pitot.ui.chat.Playground;
import app.pitot.ui.chat.KeyWays;
import app.pitot.ui.attach.AttachModel;
import app.pitot.ui.attach.Thumbnails;
import app.pitot.ui.budgets.BannerView;
import app.pitot.ui.common.CaretRest;
import app.pitot.ui.common.FocusRing;
import app.pitot.ui.common.FxThread;
import app.pitot.ui.common.InTurn;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.common.PulseLoop;
import app.pitot.ui.compare.CompareModel;
import app.pitot.ui.instruments.InstrumentsModel;
import app.pitot.ui.mini.CornerModel;
import app.pitot.ui.mini.MiniModel;
import app.pitot.ui.models.ModelsModel;
import app.pitot.ui.models.ModelsView;
import app.pitot.ui.offer.ModelChoice;
import app.pitot.ui.offer.OffersModel;
import app.pitot.ui.params.PresetsModel;
import app.pitot.ui.picker.PickerActions;
import app.pitot.ui.picker.PickerModel;
import app.pitot.ui.theme.ThemeManager;
import app.pitot.ui.transcript.PulseTurns;
import app.pitot.ui.transcript.TranscriptModel;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** The one window: rail, chat, instruments, status strip, and the wiring between their models. JavaFX thread only. */
public final class MainWindow {
    private static final double MIN_WIDTH = 760;
    private static final double MIN_HEIGHT = 520;

    private final Stage stage;
    private final FxThread fx;
    private final Clocks clocks;
    private final Executor work = task -> Thread.ofVirtual().name("models").start(task);
    /** The last choice is the one that stays. */
    private final Executor saves = new InTurn(work);
    private final OffersModel offers;
    private final PickerModel picker;
    private final ChatModel chat;
    private final TranscriptModel transcript;
    private final InstrumentsModel instruments;
    private final StatusModel status = new StatusModel();
    private final BooleanProperty parametersOpen = new SimpleBooleanProperty();
    private final BooleanProperty instrumentsOpen = new SimpleBooleanProperty(true);
    /** False while the user closed them or there is no room for them. */
    private final BooleanProperty instrumentsShown = new SimpleBooleanProperty(true);
    private final BooleanProperty historyOpen = new SimpleBooleanProperty(true);
    /** False while the user closed the list or there is no room for it. */
    private final BooleanProperty historyShown = new SimpleBooleanProperty(true);
    private final AccountScreens accounts;
    private final BudgetNotes budgets;
    private final DesktopLinks links = new DesktopLinks();
    private final ThemeManager themes;
    private final ChatView view;
    private final Navigator navigator;
    private final Deck deck;
    private final WindowKeys keys;
    private final Conversations conversations;
    private final Corner corner;
    private final CompareScreen compare;
    private final RequestsScreen requests;
    private final Scene scene;

    public MainWindow(Stage stage, Core core, ThemeManager themes, FxThread fx) {
        this.stage = stage;
        this.fx = fx;
        this.themes = themes;
        this.clocks = core.clocks();
        this.offers = new OffersModel(core.models(), core.accounts(), fx);
        this.picker = new PickerModel(offers, core.clocks(), work, fx);
        this.transcript = new TranscriptModel(core.clocks().ticker(), new PulseTurns());
        this.instruments = new InstrumentsModel(core.clocks(), ZoneId.systemDefault(), fx);
        // The loop and the model need each other; the loop runs only once the model has asked for it.
        var loop = new PulseLoop[1];
        this.chat = new ChatModel(core.exchanges(), core.clocks(), core.history(), offers, picker, transcript,
                instruments, new Jobs(work, fx), fx, () -> loop[0].request());
        loop[0] = new PulseLoop(_ -> chat.pulse());
        this.accounts = new AccountScreens(core, fx, () -> go(View.SETTINGS), this::begin);
        this.budgets = new BudgetNotes(core, fx, work, Notifications.ofSystem(), chat::refresh);
        chat.repeats().bind(accounts.sending().again());
        chat.onKeyTrouble(new KeyWays(accounts::own, accounts::edit, accounts::unlock));
        var playground = playground(core);
        this.view = new ChatView(chat, picker, ways(), transcript, links, status.health(), parametersOpen,
                instrumentsShown, this::newChat, historyShown,
                new Beginnings(accounts.firstRun(), this::trySimulator, accounts::connect), playground);
        this.compare = new CompareScreen(core, offers, picker, fx, work);
        view.onCompare((question, choice) -> {
            compare.model().take(question, choice);
            go(View.COMPARE);
        });
        var pages = pages(core);
        this.navigator = new Navigator(pages.keySet());
        this.requests = new RequestsScreen(core, offers, navigator, chat, accounts::bodies, fx, work);
        this.deck = new Deck(navigator, pages);
        this.conversations = new Conversations(stage, core, chat, fx, () -> go(View.CHAT));
        this.corner = new Corner(stage,
                new CornerModel(core.settings().corner(), change -> save(core, change)), new MiniModel(instruments),
                themes, core.settings().corner(), this::bringForward);
        this.keys = new WindowKeys(navigator, chat, view, conversations, compare, requests);
        this.scene = scene(core, themes);
        new StatusFeed(status, chat, picker, offers);
        navigator.current().subscribe(now -> status.compare(now == View.COMPARE ? compare.status() : null));
        picker.selected().subscribe(choice -> {
            if (choice != null) {
                instruments.showPlan(choice.account().plan());
            }
        });
        chat.running().subscribe(running -> {
            if (running) {
                accounts.welcomed(); // whoever just asks has begun
            }
        });
        FirstModel.select(core, picker);
        new AccountFeed(core, offers, fx);
        if (!core.named()) {
            chat.resume(); // read while the window is being made
        }
        stage.setTitle(Texts.get("app.name"));
        WindowIcon.set(stage);
        stage.setScene(scene);
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        stage.focusedProperty().addListener((_, _, here) -> {
            if (here) {
                accounts.refresh();
            }
        });
    }

    public void show() {
        afterFirstFrame(() -> {
            conversations.model().load();
            firstList();
            corner.restore();
            budgets.begin();
        });
        stage.show();
        view.focusComposer();
        chat.refresh();
    }

    /** Shows the window in front of all others, out of the dock or the tray, and gives it the keyboard. */
    public void bringForward() {
        if (!stage.isShowing()) {
            stage.show();
        }
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    /** What stays in view while the user works elsewhere, and what ends it all. */
    public Corner corner() {
        return corner;
    }

    public void focusComposer() {
        view.focusComposer();
    }

    /** Which view is shown; the way to another. */
    public Navigator navigator() {
        return navigator;
    }

    public ChatModel chat() {
        return chat;
    }

    public CompareModel compare() {
        return compare.model();
    }

    /** The accounts and what each offers. */
    OffersModel offers() {
        return offers;
    }

    /** Ends what runs; completes once all that came of it is handed to the store. */
    public CompletableFuture<?> close() {
        requests.close();
        return CompletableFuture.allOf(chat.close(), compare.close());
    }

    /** What is shown of the open conversation. */
    public TranscriptModel transcript() {
        return transcript;
    }

    public void toggleParameters() {
        parametersOpen.set(!parametersOpen.get());
    }

    public PickerModel picker() {
        return picker;
    }

    public Stage stage() {
        return stage;
    }

    public Scene scene() {
        return scene;
    }

    /** Says in the status strip what did not work on the disk, until it is over. */
    public void problem(StoreProblem problem) {
        status.problem(problem);
    }

    /** Puts the window and its panels back as they were. */
    public void restore(Settings settings) {
        parametersOpen.set(settings.parametersOpen());
        view.transcript().zoom().set(settings.zoom());
        instrumentsOpen.set(settings.instrumentsOpen());
        historyOpen.set(settings.historyOpen());
        new WindowPlacement(stage).restore(settings.window());
    }

    /** Puts what this window changed into the settings as they are then; {@code before} as they were when it opened. */
    public UnaryOperator<Settings> remember(Settings before) {
        var choice = picker.selected().get();
        boolean parameters = parametersOpen.get();
        int zoom = view.transcript().zoom().get();
        boolean panel = instrumentsOpen.get();
        boolean list = historyOpen.get();
        var place = new WindowPlacement(stage).current(before.window());
        var small = corner.remember();
        return settings -> {
            var now = small.apply(settings).withParametersOpen(parameters).withZoom(zoom).withInstrumentsOpen(panel)
                    .withHistoryOpen(list)
                    .withWindow(place);
            return choice == null ? now : now.withLastModel(choice.account().id(), choice.model().id());
        };
    }

    private void save(Core core, UnaryOperator<Settings.Corner> change) {
        saves.execute(() -> core.household().settings()
                .update(settings -> settings.withCorner(change.apply(settings.corner()))));
    }

    private PickerActions ways() {
        return new PickerActions(accounts::connect, () -> navigator.go(View.MODELS));
    }

    private Map<View, Supplier<Page>> pages(Core core) {
        var pages = new EnumMap<View, Supplier<Page>>(View.class);
        pages.put(View.CHAT, () -> new Page(view, view::focusComposer));
        pages.put(View.COMPARE, () -> compare.page(ways(), links));
        pages.put(View.USAGE,
                () -> new UsageScreen(core, offers, fx, work, saves, navigator, requests::show).page());
        pages.put(View.MODELS, this::modelsPage);
        pages.put(View.REQUESTS, () -> requests.page(instrumentsShown));
        pages.put(View.SETTINGS, () -> accounts.page(themes.themeProperty(), corner.model(), links));
        return pages;
    }

    private void go(View to) {
        navigator.go(to);
    }

    private void trySimulator() {
        accounts.welcomed();
        view.focusComposer();
    }

    /** Goes to the chat with an account that was just made. */
    private void begin(Account account, String modelId) {
        if (modelId == null) {
            picker.prefer(account);
        } else {
            picker.select(account, modelId);
        }
        chat.beginWith();
        go(View.CHAT);
    }

    private Page modelsPage() {
        var model = new ModelsModel(offers, clocks, ZoneId.systemDefault(), work, fx);
        var models = new ModelsView(model, this::use, ways().connect(), instrumentsShown, fx);
        return new Page(models, () -> {
            model.visited();
            models.focusFilter();
        });
    }

    private void use(ModelChoice choice) {
        picker.select(choice);
        navigator.go(View.CHAT);
    }

    private Playground playground(Core core) {
        var jobs = new Jobs(work, fx);
        var presets = new PresetsModel(core.history(), jobs, chat.parameters());
        presets.load();
        return new Playground(presets, new AttachModel(chat.pictures(), picker.selected(), jobs),
                new Thumbnails(jobs));
    }

    private Scene scene(Core core, ThemeManager themes) {
        var panel = new InstrumentsPanel(core, chat, picker, instruments, new Jobs(work, fx), fx).view();
        panel.addTool(corner.button());
        panel.onBudget(() -> accounts.budgets(picker.account(), instruments.dayProperty().get().own()));
        var list = conversations.view();
        var middle = new VBox(new BannerView(budgets.banners(), accounts::budget), deck);
        middle.setMinWidth(0);
        VBox.setVgrow(deck, Priority.ALWAYS);
        var body = new HBox(new Rail(navigator, themes.themeProperty()), list, middle, panel);
        HBox.setHgrow(middle, Priority.ALWAYS);
        view.setMinWidth(0);
        var root = new BorderPane();
        var made = new Scene(root, 1366, 768);
        themes.apply(made); // before anything is in it: editors take their colours as soon as they have a scene
        root.setCenter(body);
        root.setBottom(new StatusStrip(status));
        var panels = new Panels(made.widthProperty(), navigator.current());
        panels.instrumentsWanted().bindBidirectional(instrumentsOpen);
        panels.historyWanted().bindBidirectional(historyOpen);
        instrumentsShown.bindBidirectional(panels.instrumentsSwitch());
        panel.visibleProperty().bind(panels.instruments());
        panel.managedProperty().bind(panel.visibleProperty());
        historyShown.bind(panels.history());
        list.visibleProperty().bind(historyShown);
        list.managedProperty().bind(list.visibleProperty());
        FocusRing.watch(made);
        CaretRest.watch(made, fx);
        made.getAccelerators().putAll(keys.actions(parametersOpen, instrumentsShown, panels, corner::toggleMini,
                corner::quit));
        keys.stepWithTab(made);
        return made;
    }

    private void newChat() {
        keys.newChat();
    }

    /** Whom the command line named or who runs in here is asked; an account, and the keychain, only once the user acts. */
    private void firstList() {
        var account = picker.account();
        if (account != null && !accounts.own(account)) {
            offers.refresh(account, false);
        }
    }

    /** Nobody waits for a model list; the window comes first. */
    private void afterFirstFrame(Runnable work) {
        var listener = new Runnable[1];
        listener[0] = () -> {
            scene.removePostLayoutPulseListener(listener[0]);
            fx.later(work);
        };
        scene.addPostLayoutPulseListener(listener[0]);
    }
}
