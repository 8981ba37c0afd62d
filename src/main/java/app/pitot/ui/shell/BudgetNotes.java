package app.pitot.ui.shell;

import app.pitot.desktop.Notifications;
import app.pitot.exchange.BudgetWarnings;
import app.pitot.exchange.BudgetWarnings.Warning;
import app.pitot.provider.AccountEntry;
import app.pitot.quota.Budget;
import app.pitot.quota.BudgetTold;
import app.pitot.ui.Core;
import app.pitot.ui.budgets.BannersModel;
import app.pitot.ui.common.FxThread;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.settings.BudgetTools;
import app.pitot.ui.settings.BudgetTools.Whose;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/** Brings what budgets have to say into the window and onto the desktop, for as long as the window is there. */
final class BudgetNotes {
    private final Core core;
    private final FxThread fx;
    private final Executor background;
    private final Notifications desktop;
    private final BannersModel banners;

    /**
     * @param background runs what may block
     * @param changed called on the JavaFX thread when something was spent or set
     */
    BudgetNotes(Core core, FxThread fx, Executor background, Notifications desktop, Runnable changed) {
        this.core = core;
        this.fx = fx;
        this.background = background;
        this.desktop = desktop;
        this.banners = new BannersModel(core.clocks(), ZoneId.systemDefault(), fx, id -> name(core, id));
        var coming = new AtomicBoolean();
        core.budgets().onChange(() -> {
            if (coming.compareAndSet(false, true)) {
                fx.later(() -> {
                    coming.set(false);
                    banners.keep(set(core).stream().map(Budget::id).toList());
                    if (banners.shown().get() != null) {
                        banners.update(core.budgets().all());
                    }
                    changed.run();
                });
            }
        });
    }

    BannersModel banners() {
        return banners;
    }

    /** From now on it speaks; what is due already is said at once. */
    void begin() {
        background.execute(() -> new BudgetWarnings(core.budgets(), this::claim, background, this::say));
    }

    /** What the settings need to set budgets. */
    static BudgetTools tools(Core core, Jobs jobs) {
        var kept = new BudgetTools.Kept() {
            @Override
            public List<Budget> now() {
                return set(core);
            }

            @Override
            public void change(UnaryOperator<List<Budget>> change) {
                core.household().settings()
                        .update(settings -> settings.withBudgets(change.apply(settings.budgets())));
            }
        };
        return new BudgetTools(kept, core.budgets(), () -> accounts(core), Notifications.ofSystem(), core.clocks(),
                ZoneId.systemDefault(), jobs);
    }

    private static List<Budget> set(Core core) {
        return core.household().settings().current().budgets();
    }

    private static List<Whose> accounts(Core core) {
        var all = new ArrayList<Whose>();
        for (AccountEntry entry : core.household().book().entries()) {
            all.add(new Whose(entry.id(), entry.name(), false));
        }
        core.accounts().stream().filter(account -> all.stream().noneMatch(known -> known.id().equals(account.id())))
                .forEach(account -> all.add(new Whose(account.id(), account.name(), account.provider().simulated())));
        return all;
    }

    private static String name(Core core, String id) {
        return accounts(core).stream().filter(each -> each.id().equals(id)).map(Whose::name).findFirst().orElse(id);
    }

    private boolean claim(BudgetTold told) {
        return core.household().settings()
                .update(settings -> settings.withBudgetsTold(BudgetTold.claim(settings.budgetsTold(), told)))
                .budgetsTold().contains(told);
    }

    private void say(Warning warning) {
        fx.execute(() -> {
            banners.warn(warning);
            if (warning.state().budget().tellDesktop()) {
                var title = banners.title(warning);
                var detail = banners.detail(warning.state());
                background.execute(() -> desktop.show(title, detail));
            }
        });
    }
}
