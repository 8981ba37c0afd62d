package app.pitot.ui.shell;

import app.pitot.accounts.Household;
import app.pitot.api.CheckStep;
import app.pitot.api.ChatClient;
import app.pitot.api.LocalServers;
import app.pitot.api.Target;
import app.pitot.cli.Build;
import app.pitot.exchange.Budgets;
import app.pitot.exchange.Traces;
import app.pitot.keys.KeyException;
import app.pitot.keys.KeychainStore;
import app.pitot.provider.Account;
import app.pitot.provider.AccountEntry;
import app.pitot.store.Backups;
import app.pitot.store.Theme;
import app.pitot.ui.Core;
import app.pitot.ui.common.FxThread;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.connect.AccountTools;
import app.pitot.ui.connect.AccountTools.Found;
import app.pitot.ui.connect.KeyRoom;
import app.pitot.ui.mini.CornerModel;
import app.pitot.ui.settings.BackupsModel;
import app.pitot.ui.settings.BodiesModel;
import app.pitot.ui.settings.SendingModel;
import app.pitot.ui.settings.SettingsFacts;
import app.pitot.ui.settings.SettingsModel;
import app.pitot.ui.settings.SettingsSection;
import app.pitot.ui.settings.SettingsView;
import app.pitot.ui.transcript.LinkOpener;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives the settings and the wizard what they work with, and the window its ways to them. JavaFX thread only. */
final class AccountScreens {
    private static final Logger LOG = LoggerFactory.getLogger(AccountScreens.class);

    private final Household household;
    private final Runnable show;
    private final Jobs jobs;
    private final SettingsModel model;
    private final SendingModel sending;
    private final Budgets budgets;
    private final Traces traces;
    /** The last choice: writes that overtake each other all write this. */
    private volatile boolean sendAgain;
    private final ReadOnlyBooleanWrapper firstRun = new ReadOnlyBooleanWrapper();

    /**
     * @param show goes to the settings
     * @param chat called when an account was made, with the id of a model to begin with, null if none is known
     */
    AccountScreens(Core core, FxThread fx, Runnable show, BiConsumer<Account, String> chat) {
        this.household = core.household();
        this.show = show;
        this.jobs = new Jobs(work -> Thread.ofVirtual().name("accounts").start(work), fx);
        var tools = new AccountTools(household.book(), core.keyCheck(),
                (account, steps) -> test(core.client(), account, steps), () -> local(core), room(),
                core.catalogue(), core.clocks(), jobs, fx);
        this.budgets = core.budgets();
        this.traces = core.traces();
        this.model = new SettingsModel(tools, BudgetNotes.tools(core, jobs),
                (entry, modelId) -> household.book().accounts().stream()
                        .filter(account -> account.id().equals(entry.id())).findFirst()
                        .ifPresent(account -> chat.accept(account, modelId)));
        this.sending = new SendingModel(core.settings().sendAgain(), this::keep);
        firstRun.set(!core.named() && !core.settings().welcomed() && household.book().entries().isEmpty());
    }

    /** True until the user chose how to begin. */
    ReadOnlyBooleanProperty firstRun() {
        return firstRun.getReadOnlyProperty();
    }

    Page page(ObjectProperty<Theme> theme, CornerModel corner, LinkOpener links) {
        var folders = household.folders();
        var backups = new BackupsModel(Backups.in(folders.data()), jobs, ZoneId.systemDefault());
        var bodies = new BodiesModel(household.settings().current().bodies(),
                allowed -> household.settings().update(settings -> settings.withBodies(allowed)), traces, jobs,
                ZoneId.systemDefault());
        var view = new SettingsView(model, theme, corner, sending, links, new SettingsFacts(Build.version(),
                folders.data().toString(),
                folders.configuration().resolve("settings.json").toString(),
                backups, bodies,
                () -> new DesktopLinks().show(folders.data())));
        return new Page(view, () -> {
            backups.look();
            bodies.look();
            model.visited();
            view.focusFirst();
        });
    }

    /** What may be sent without being asked for. */
    SendingModel sending() {
        return sending;
    }

    private void keep(boolean again) {
        sendAgain = again;
        jobs.start(() -> {
            household.settings().update(settings -> settings.withSendAgain(sendAgain));
            return null;
        }, _ -> {}, _ -> {});
    }

    /** Remembers that the choice of the first start was made. */
    void welcomed() {
        if (firstRun.get()) {
            firstRun.set(false);
            jobs.start(() -> {
                household.settings().update(settings -> settings.withWelcomed(true));
                return null;
            }, _ -> {}, _ -> {});
        }
    }

    /** Begins the steps to a new account. */
    void connect() {
        welcomed();
        model.connect();
        show.run();
    }

    /** Opens what there is to set of {@code account}; the list of all for one that is not the user's own. */
    void edit(Account account) {
        model.open(SettingsSection.ACCOUNTS);
        model.edit(account.id());
        show.run();
    }

    /** Opens how long what requests sent and received is kept. */
    void bodies() {
        model.open(SettingsSection.REQUESTS);
        show.run();
    }

    /** Opens what there is to set of a budget. */
    void budget(String id) {
        model.budget(id);
        show.run();
    }

    /**
     * Opens the budgets, with a form for the first of the day if none is {@code set}: for a simulator alone if that is what
     * is asked, else for all accounts.
     */
    void budgets(Account asked, boolean set) {
        model.budgets(asked != null && asked.provider().simulated() ? asked.id() : null, set);
        show.run();
    }

    /** True if the account was set up here, so that there is something to edit. */
    boolean own(Account account) {
        return household.book().entries().stream().map(AccountEntry::id).anyMatch(account.id()::equals);
    }

    /** Takes over what another window of Pitot changed of the accounts meanwhile. */
    void refresh() {
        jobs.start(() -> {
            household.book().refresh();
            budgets.refresh();
            return null;
        }, _ -> {}, failure -> LOG.warn("the settings could not be read again", failure));
    }

    /** Lets the next request through to a keychain that failed. */
    void unlock() {
        retry();
    }

    private KeyRoom room() {
        return new KeyRoom(household.keychain(), household.session(), this::retry,
                household::inEnvironment, () -> household.whereKeys().rows(household.settings().current()),
                household.book()::clearDoubtful);
    }

    private void retry() {
        if (household.keychain() instanceof KeychainStore store) {
            store.retry();
        }
    }

    private static List<Found> local(Core core) {
        return LocalServers.look(core.client(), core.catalogue().providers()).stream()
                .map(each -> new Found(each.provider().id(), each.baseUrl(), each.models().size())).toList();
    }

    private static void test(ChatClient client, Account account, Consumer<CheckStep> steps) throws KeyException {
        var check = client.check(Target.open(account), steps);
        try {
            check.result().get();
        } catch (InterruptedException e) {
            check.stop();
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a connection test never fails itself", e);
        }
    }
}
