package app.pitot.store;

import app.pitot.provider.AccountEntry;
import app.pitot.provider.KeyPlace;
import app.pitot.quota.Budget;
import app.pitot.quota.BudgetTold;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the user set, and how the app was left. Never a secret: only where secrets are kept.
 *
 * @param theme never null
 * @param window null until a window has been closed once
 * @param lastAccount id of the account used last; null before the first
 * @param lastModels account id to model id
 * @param accounts in the user's order
 * @param welcomed true once the choice of the first start was made
 * @param doubtful places of secrets that belong to no account, of which it is not proven that they are gone
 * @param historyOpen true if the list of conversations is shown where there is room
 * @param zoom size of the transcript's text in percent, 80 to 200
 * @param budgets what the user allows themselves, in their order
 * @param budgetsTold the warnings of these that were said
 */
public record Settings(Theme theme, WindowPlace window, boolean instrumentsOpen, boolean parametersOpen,
        String lastAccount, Map<String, String> lastModels, List<AccountEntry> accounts, boolean welcomed,
        List<KeyPlace> doubtful, boolean historyOpen, int zoom, List<Budget> budgets, List<BudgetTold> budgetsTold) {
    public static final Settings DEFAULT = new Settings(Theme.SYSTEM, null, true, false, null, Map.of());

    public Settings {
        zoom = Math.clamp(zoom, 80, 200);
        lastModels = Map.copyOf(lastModels);
        accounts = List.copyOf(accounts);
        doubtful = List.copyOf(doubtful);
        budgets = List.copyOf(budgets);
        budgetsTold = List.copyOf(budgetsTold);
    }

    /** Without accounts. */
    public Settings(Theme theme, WindowPlace window, boolean instrumentsOpen, boolean parametersOpen,
            String lastAccount, Map<String, String> lastModels) {
        this(theme, window, instrumentsOpen, parametersOpen, lastAccount, lastModels, List.of(), false, List.of(),
                true, 100, List.of(), List.of());
    }

    public Settings withTheme(Theme chosen) {
        return new Settings(chosen, window, instrumentsOpen, parametersOpen, lastAccount, lastModels, accounts,
                welcomed, doubtful, historyOpen, zoom, budgets, budgetsTold);
    }

    public Settings withWindow(WindowPlace place) {
        return new Settings(theme, place, instrumentsOpen, parametersOpen, lastAccount, lastModels, accounts, welcomed,
                doubtful, historyOpen, zoom, budgets, budgetsTold);
    }

    public Settings withInstrumentsOpen(boolean open) {
        return new Settings(theme, window, open, parametersOpen, lastAccount, lastModels, accounts, welcomed,
                doubtful, historyOpen, zoom, budgets, budgetsTold);
    }

    public Settings withParametersOpen(boolean open) {
        return new Settings(theme, window, instrumentsOpen, open, lastAccount, lastModels, accounts, welcomed,
                doubtful, historyOpen, zoom, budgets, budgetsTold);
    }

    public Settings withLastModel(String accountId, String modelId) {
        var models = new HashMap<>(lastModels);
        models.put(accountId, modelId);
        return new Settings(theme, window, instrumentsOpen, parametersOpen, accountId, models, accounts, welcomed,
                doubtful, historyOpen, zoom, budgets, budgetsTold);
    }

    public Settings withAccounts(List<AccountEntry> all) {
        return new Settings(theme, window, instrumentsOpen, parametersOpen, lastAccount, lastModels, all, welcomed,
                doubtful, historyOpen, zoom, budgets, budgetsTold);
    }

    public Settings withWelcomed(boolean done) {
        return new Settings(theme, window, instrumentsOpen, parametersOpen, lastAccount, lastModels, accounts, done,
                doubtful, historyOpen, zoom, budgets, budgetsTold);
    }

    public Settings withDoubtful(List<KeyPlace> places) {
        return new Settings(theme, window, instrumentsOpen, parametersOpen, lastAccount, lastModels, accounts,
                welcomed, places, historyOpen, zoom, budgets, budgetsTold);
    }

    public Settings withHistoryOpen(boolean open) {
        return new Settings(theme, window, instrumentsOpen, parametersOpen, lastAccount, lastModels, accounts,
                welcomed, doubtful, open, zoom, budgets, budgetsTold);
    }

    public Settings withZoom(int percent) {
        return new Settings(theme, window, instrumentsOpen, parametersOpen, lastAccount, lastModels, accounts, welcomed,
                doubtful, historyOpen, percent, budgets, budgetsTold);
    }

    public Settings withBudgets(List<Budget> all) {
        return new Settings(theme, window, instrumentsOpen, parametersOpen, lastAccount, lastModels, accounts, welcomed,
                doubtful, historyOpen, zoom, all, budgetsTold);
    }

    public Settings withBudgetsTold(List<BudgetTold> all) {
        return new Settings(theme, window, instrumentsOpen, parametersOpen, lastAccount, lastModels, accounts, welcomed,
                doubtful, historyOpen, zoom, budgets, all);
    }

    /** Where the window stood, in screen units; it may lie on a screen that is gone. */
    public record WindowPlace(double x, double y, double width, double height) {}
}
