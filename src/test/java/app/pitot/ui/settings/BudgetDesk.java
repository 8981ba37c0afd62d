package app.pitot.ui.settings;

import app.pitot.base.Clocks;
import app.pitot.desktop.Notifications;
import app.pitot.exchange.Budgets;
import app.pitot.exchange.Ledger;
import app.pitot.exchange.Spending;
import app.pitot.exchange.Spending.Stretch;
import app.pitot.quota.Budget;
import app.pitot.quota.Spent;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.common.ManualExecutor;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What the page of budgets works with, played by a test: the day's use is what the test says, jobs run when it says so. */
final class BudgetDesk {
    final ManualExecutor background = new ManualExecutor();
    final List<Budget> kept = new ArrayList<>();
    final List<String> shown = new ArrayList<>();
    Spent spent = Spent.NOTHING;
    Notifications.Reach reach = Notifications.Reach.THERE;
    Instant now = Instant.parse("2026-11-26T12:00:00Z");
    private final Clocks clocks = new Clocks(() -> now.toEpochMilli() * 1_000_000, () -> now);
    final Budgets budgets = new Budgets(clocks, ledger(), () -> List.copyOf(kept));

    BudgetTools tools() {
        return tools(Runnable::run);
    }

    BudgetTools tools(java.util.concurrent.Executor fx) {
        var store = new BudgetTools.Kept() {
            @Override
            public List<Budget> now() {
                return List.copyOf(kept);
            }

            @Override
            public void change(UnaryOperator<List<Budget>> change) {
                var next = change.apply(List.copyOf(kept));
                kept.clear();
                kept.addAll(next);
            }
        };
        var notes = new Notifications() {
            @Override
            public Reach reach() {
                return reach;
            }

            @Override
            public boolean show(String title, String body) {
                shown.add(title);
                return reach == Reach.THERE;
            }
        };
        return new BudgetTools(store, budgets,
                () -> List.of(new BudgetTools.Whose("a", "Cerebras", false),
                        new BudgetTools.Whose("s", "Simulator", true)),
                notes, clocks, ZoneId.of("Europe/Berlin"), new Jobs(background, fx));
    }

    /** Tells what was spent an hour ago, and nothing else. */
    private Ledger ledger() {
        return (Ledger) Proxy.newProxyInstance(Ledger.class.getClassLoader(), new Class<?>[]{Ledger.class},
                (_, method, arguments) -> switch (method.getName()) {
                    case "onKept" -> true;
                    case "spent" -> {
                        @SuppressWarnings("unchecked")
                        var told = (Consumer<Spending>) arguments[4];
                        told.accept(new Spending(
                                List.of(new Stretch("a", false, now.minusSeconds(3_600), spent)), List.of(),
                                List.of()));
                        yield null;
                    }
                    default -> null;
                });
    }
}
