package app.pitot.ui.settings;

import app.pitot.base.Texts;
import app.pitot.desktop.Notifications.Reach;
import app.pitot.quota.Budget;
import app.pitot.quota.BudgetLabels;
import app.pitot.quota.BudgetState;
import app.pitot.quota.WindowState.Level;
import app.pitot.ui.common.BudgetWords;
import app.pitot.ui.common.Format;
import app.pitot.ui.connect.Said;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The user's own budgets, how they stand, and what can be done with each. JavaFX thread only. */
public final class BudgetsModel {
    private final BudgetTools tools;
    private final ObservableList<BudgetRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<BudgetFormModel> form = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Budget> deleted = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Said> said = new ReadOnlyObjectWrapper<>(Said.NOTHING);
    private final ReadOnlyObjectWrapper<Reach> reach = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper tried = new ReadOnlyStringWrapper("");
    /** Nobody has seen the page before. Written on the JavaFX thread, read where something is spent. */
    private volatile boolean visited;
    private Budget edited;
    private int deletedAt;

    public BudgetsModel(BudgetTools tools) {
        this.tools = tools;
        tools.budgets().onChange(() -> {
            if (visited) {
                tools.jobs().later(this::refresh);
            }
        });
    }

    ObservableList<BudgetRow> rows() {
        return rows;
    }

    /** The one that is being set or changed; null while none is. */
    ReadOnlyObjectProperty<BudgetFormModel> form() {
        return form.getReadOnlyProperty();
    }

    /** The one that was just deleted and can be brought back; null for none. */
    ReadOnlyObjectProperty<Budget> deleted() {
        return deleted.getReadOnlyProperty();
    }

    /** What came of the last action. */
    ReadOnlyObjectProperty<Said> said() {
        return said.getReadOnlyProperty();
    }

    /** Whether the desktop shows notifications; null until that is known. */
    ReadOnlyObjectProperty<Reach> reach() {
        return reach.getReadOnlyProperty();
    }

    /** Opens an empty form. */
    void add() {
        open(null);
    }

    /** The same for one account, from the beginning. @param accountId null for all */
    void addFor(String accountId) {
        open(null);
        form.get().account().set(accountId);
    }

    /** Opens the form of a budget; an empty one if there is no such budget. */
    void edit(String id) {
        open(tools.kept().now().stream().filter(each -> each.id().equals(id)).findFirst().orElse(null));
    }

    /** What came of showing a notification; empty before the first. */
    ReadOnlyStringProperty tried() {
        return tried.getReadOnlyProperty();
    }

    /** The user comes to the page. */
    void visited() {
        visited = true;
        said.set(Said.NOTHING);
        tools.jobs().start(() -> {
            tools.budgets().refresh();
            return tools.notifications().reach();
        }, reach::set, _ -> {});
        refresh();
    }

    /** Closes the form; what was typed there goes. */
    void cancel() {
        form.set(null);
        edited = null;
    }

    /** Keeps what the form says, if that is a budget. */
    void save() {
        var made = form.get().result();
        if (made == null) {
            return;
        }
        var old = edited;
        cancel();
        deleted.set(null);
        change(all -> {
            var now = new ArrayList<>(all);
            int at = old == null ? -1 : indexOf(now, old.id());
            if (at >= 0) {
                now.set(at, made);
            } else {
                now.add(made);
            }
            return now;
        }, Texts.get(old == null ? "budget.added" : "budget.saved", BudgetLabels.of(made)));
    }

    void delete(String id) {
        var all = tools.kept().now();
        int at = indexOf(all, id);
        if (at >= 0) {
            cancel();
            deletedAt = at;
            deleted.set(all.get(at));
            change(now -> now.stream().filter(each -> !each.id().equals(id)).toList(), "");
        }
    }

    void undo() {
        var back = deleted.get();
        deleted.set(null);
        if (back != null) {
            int wanted = deletedAt;
            change(all -> {
                var now = new ArrayList<>(all);
                now.removeIf(each -> each.id().equals(back.id()));
                now.add(Math.min(wanted, now.size()), back);
                return now;
            }, Texts.get("budget.back", BudgetLabels.of(back)));
        }
    }

    /** Has the desktop show a notification, so that the user sees whether it does. */
    void tryDesktop() {
        tools.jobs().start(
                () -> tools.notifications().show(Texts.get("budget.try.title"), Texts.get("budget.try.body")),
                shown -> tried.set(Texts.get(shown ? "budget.try.shown" : "budget.try.failed")),
                _ -> tried.set(Texts.get("budget.try.failed")));
    }

    private void open(Budget budget) {
        said.set(Said.NOTHING);
        tried.set("");
        edited = budget;
        form.set(new BudgetFormModel(budget, tools.accounts().get(), tools.zone()));
    }

    private void change(UnaryOperator<List<Budget>> change, String sentence) {
        said.set(Said.NOTHING);
        tools.jobs().start(() -> {
            tools.kept().change(change);
            tools.budgets().refresh();
            return sentence;
        }, done -> {
            said.set(done.isEmpty() ? Said.NOTHING : Said.good(done));
            refresh();
        }, _ -> said.set(Said.bad(Texts.get("budget.unsaved"))));
    }

    private static int indexOf(List<Budget> all, String id) {
        return all.stream().map(Budget::id).toList().indexOf(id);
    }

    private void refresh() {
        var states = tools.budgets().all();
        List<BudgetRow> now = tools.kept().now().stream().map(budget -> row(budget, states.stream()
                .filter(state -> state.budget().id().equals(budget.id())).findFirst().orElse(null))).toList();
        if (!now.equals(rows)) {
            rows.setAll(now);
        }
    }

    private BudgetRow row(Budget budget, BudgetState state) {
        var facts = Texts.get("budget.facts", whose(budget), zone(budget))
                + (budget.tellDesktop() ? " · " + Texts.get("budget.facts.desktop") : "");
        if (state == null) {
            return new BudgetRow(budget.id(), BudgetLabels.of(budget), facts, Format.UNKNOWN, "", "", null, 0,
                    Level.NORMAL, budget.hardStop());
        }
        double whole = Math.max(1, budget.amount());
        double share = budget.amount() == 0 ? 1 : Math.min(1, state.used() / whole);
        return new BudgetRow(budget.id(), BudgetLabels.of(budget), facts, BudgetWords.used(state),
                BudgetWords.details(state, tools.clocks().now(), tools.zone()), BudgetWords.doubts(state), share,
                Math.min(1 - share, state.reserved() / whole), state.level(), budget.hardStop());
    }

    private String whose(Budget budget) {
        if (budget.accountId() == null) {
            return Texts.get("budget.account.all");
        }
        return tools.accounts().get().stream().filter(each -> each.id().equals(budget.accountId())).findFirst()
                .map(BudgetTools.Whose::name).orElseGet(() -> Texts.get("budget.account.gone"));
    }

    private String zone(Budget budget) {
        return budget.zone().normalized().equals(ZoneOffset.UTC) ? "UTC" : budget.zone().getId();
    }
}
