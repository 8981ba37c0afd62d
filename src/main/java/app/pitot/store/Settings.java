package app.pitot.store;

import app.pitot.advice.Dismissal;
import app.pitot.provider.AccountEntry;
import app.pitot.provider.KeptLimit;
import app.pitot.provider.KeyPlace;
import app.pitot.quota.Budget;
import app.pitot.quota.BudgetTold;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

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
 * @param corner the mini gauge and the tray; never null
 * @param budgets what the user allows themselves, in their order
 * @param budgetsTold the warnings of these that were said
 * @param keptLimits limits that a provider stated and the user did not take over: not offered again
 * @param sendAgain true if a request that fails in passing is sent again by itself
 * @param bodies how much of what requests send and receive is kept; never null
 * @param dismissed signals of the advisor that the user has seen enough of, as they were then
 * @param usage how past use was looked at last; never null
 */
public record Settings(Theme theme, WindowPlace window, boolean instrumentsOpen, boolean parametersOpen,
        String lastAccount, Map<String, String> lastModels, List<AccountEntry> accounts, boolean welcomed,
        List<KeyPlace> doubtful, boolean historyOpen, int zoom, Corner corner, List<Budget> budgets,
        List<BudgetTold> budgetsTold, List<KeptLimit> keptLimits, boolean sendAgain, Bodies bodies,
        List<Dismissal> dismissed, UsageChoice usage) {
    public static final Settings DEFAULT = new Settings(Theme.SYSTEM, null, true, false, null, Map.of());

    public Settings {
        zoom = Math.clamp(zoom, 80, 200);
        lastModels = Map.copyOf(lastModels);
        accounts = List.copyOf(accounts);
        doubtful = List.copyOf(doubtful);
        budgets = List.copyOf(budgets);
        budgetsTold = List.copyOf(budgetsTold);
        keptLimits = List.copyOf(keptLimits);
        dismissed = List.copyOf(dismissed);
    }

    /** Without accounts. */
    public Settings(Theme theme, WindowPlace window, boolean instrumentsOpen, boolean parametersOpen,
            String lastAccount, Map<String, String> lastModels) {
        this(theme, window, instrumentsOpen, parametersOpen, lastAccount, lastModels, List.of(), false, List.of(),
                true, 100, Corner.DEFAULT, List.of(), List.of(), List.of(), true, Bodies.DEFAULT,
                List.of(), UsageChoice.DEFAULT);
    }

    public Settings withTheme(Theme chosen) {
        return with(draft -> draft.theme = chosen);
    }

    public Settings withWindow(WindowPlace place) {
        return with(draft -> draft.window = place);
    }

    public Settings withInstrumentsOpen(boolean open) {
        return with(draft -> draft.instrumentsOpen = open);
    }

    public Settings withParametersOpen(boolean open) {
        return with(draft -> draft.parametersOpen = open);
    }

    public Settings withLastModel(String accountId, String modelId) {
        var models = new HashMap<>(lastModels);
        models.put(accountId, modelId);
        return withLastModels(accountId, models);
    }

    Settings withLastModels(String accountId, Map<String, String> models) {
        return with(draft -> {
            draft.lastAccount = accountId;
            draft.lastModels = models;
        });
    }

    public Settings withAccounts(List<AccountEntry> all) {
        return with(draft -> draft.accounts = all);
    }

    public Settings withWelcomed(boolean done) {
        return with(draft -> draft.welcomed = done);
    }

    public Settings withDoubtful(List<KeyPlace> places) {
        return with(draft -> draft.doubtful = places);
    }

    public Settings withHistoryOpen(boolean open) {
        return with(draft -> draft.historyOpen = open);
    }

    public Settings withZoom(int percent) {
        return with(draft -> draft.zoom = percent);
    }

    public Settings withBudgets(List<Budget> all) {
        return with(draft -> draft.budgets = all);
    }

    public Settings withBudgetsTold(List<BudgetTold> all) {
        return with(draft -> draft.budgetsTold = all);
    }

    public Settings withCorner(Corner now) {
        return with(draft -> draft.corner = now);
    }

    public Settings withKeptLimits(List<KeptLimit> kept) {
        return with(draft -> draft.keptLimits = kept);
    }

    public Settings withSendAgain(boolean yes) {
        return with(draft -> draft.sendAgain = yes);
    }

    public Settings withBodies(Bodies allowed) {
        return with(draft -> draft.bodies = allowed);
    }

    public Settings withDismissed(List<Dismissal> all) {
        return with(draft -> draft.dismissed = all);
    }

    public Settings withUsage(UsageChoice choice) {
        return with(draft -> draft.usage = choice);
    }

    private Settings with(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.settings();
    }

    /** All of the settings, open to change. */
    private static final class Draft {
        private Theme theme;
        private WindowPlace window;
        private boolean instrumentsOpen;
        private boolean parametersOpen;
        private String lastAccount;
        private Map<String, String> lastModels;
        private List<AccountEntry> accounts;
        private boolean welcomed;
        private List<KeyPlace> doubtful;
        private boolean historyOpen;
        private int zoom;
        private Corner corner;
        private List<Budget> budgets;
        private List<BudgetTold> budgetsTold;
        private List<KeptLimit> keptLimits;
        private boolean sendAgain;
        private Bodies bodies;
        private List<Dismissal> dismissed;
        private UsageChoice usage;

        private Draft(Settings from) {
            theme = from.theme;
            window = from.window;
            instrumentsOpen = from.instrumentsOpen;
            parametersOpen = from.parametersOpen;
            lastAccount = from.lastAccount;
            lastModels = from.lastModels;
            accounts = from.accounts;
            welcomed = from.welcomed;
            doubtful = from.doubtful;
            historyOpen = from.historyOpen;
            zoom = from.zoom;
            corner = from.corner;
            budgets = from.budgets;
            budgetsTold = from.budgetsTold;
            keptLimits = from.keptLimits;
            sendAgain = from.sendAgain;
            bodies = from.bodies;
            dismissed = from.dismissed;
            usage = from.usage;
        }

        private Settings settings() {
            return new Settings(theme, window, instrumentsOpen, parametersOpen, lastAccount, lastModels, accounts,
                    welcomed, doubtful, historyOpen, zoom, corner, budgets, budgetsTold, keptLimits, sendAgain, bodies,
                    dismissed, usage);
        }
    }

    /**
     * What stays in view while the user works elsewhere.
     *
     * @param mini the mini gauge is open
     * @param compact it is in its smaller size
     * @param place where it stood; null until it was shown once
     * @param tray the meter is shown in the tray, where there is one
     * @param keepInTray closing the window leaves Pitot running, where there is a tray
     * @param explained what that means was said once
     */
    public record Corner(boolean mini, boolean compact, WindowPlace place, boolean tray, boolean keepInTray,
            boolean explained) {
        public static final Corner DEFAULT = new Corner(false, false, null, true, false, false);

        public Corner withMini(boolean open) {
            return new Corner(open, compact, place, tray, keepInTray, explained);
        }

        public Corner withPlace(boolean small, WindowPlace stood) {
            return new Corner(mini, small, stood, tray, keepInTray, explained);
        }

        public Corner withTray(boolean shown) {
            return new Corner(mini, compact, place, shown, keepInTray, explained);
        }

        public Corner withKeepInTray(boolean keep) {
            return new Corner(mini, compact, place, tray, keep, explained);
        }

        public Corner withExplained(boolean done) {
            return new Corner(mini, compact, place, tray, keepInTray, done);
        }
    }

    /**
     * How much of what requests send and receive is kept, for the request inspector.
     *
     * @param days 0 to 90; 0 for nothing at all
     * @param megabytes 10 to 10,000, on the disk
     */
    public record Bodies(int days, int megabytes) {
        public static final int MOST_DAYS = 90;
        public static final int LEAST_MEGABYTES = 10;
        public static final int MOST_MEGABYTES = 10_000;
        public static final Bodies DEFAULT = new Bodies(7, 200);

        public Bodies {
            days = Math.clamp(days, 0, MOST_DAYS);
            megabytes = Math.clamp(megabytes, LEAST_MEGABYTES, MOST_MEGABYTES);
        }
    }

    /** Where the window stood, in screen units; it may lie on a screen that is gone. */
    public record WindowPlace(double x, double y, double width, double height) {}
}
