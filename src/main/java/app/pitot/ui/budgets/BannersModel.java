package app.pitot.ui.budgets;

import app.pitot.base.Clocks;
import app.pitot.base.Texts;
import app.pitot.exchange.BudgetWarnings.Warning;
import app.pitot.quota.BudgetLabels;
import app.pitot.quota.BudgetState;
import app.pitot.ui.common.Alarm;
import app.pitot.ui.common.BudgetWords;
import app.pitot.ui.common.Delays;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The warnings of budgets that are shown, one at a time, the latest first. JavaFX thread only. */
public final class BannersModel {
    private final Clocks clocks;
    private final ZoneId zone;
    private final Function<String, String> accountName;
    private final Alarm over;
    private final ObservableList<Banner> all = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Banner> shown = new ReadOnlyObjectWrapper<>();

    /**
     * @param zone of the user's clock
     * @param accountName what the account of an id is called
     */
    public BannersModel(Clocks clocks, ZoneId zone, Delays delays, Function<String, String> accountName) {
        this.clocks = clocks;
        this.zone = zone;
        this.accountName = accountName;
        this.over = new Alarm(delays, this::tidy);
    }

    /** Null while there is nothing to say. */
    public ReadOnlyObjectProperty<Banner> shown() {
        return shown.getReadOnlyProperty();
    }

    /** Says it, in the place of an earlier warning of the same budget. */
    public void warn(Warning warning) {
        var state = warning.state();
        all.removeIf(each -> each.budgetId().equals(state.budget().id()));
        all.addFirst(banner(state, warning.percent() == 100));
        tidy();
    }

    /** Brings what is shown up to date. @param states of all budgets, as of now */
    public void update(List<BudgetState> states) {
        all.replaceAll(each -> states.stream()
                .filter(state -> state.budget().id().equals(each.budgetId()) && state.resetsAt().equals(each.until()))
                .findFirst().map(state -> banner(state, each.urgent())).orElse(each));
        tidy();
    }

    private Banner banner(BudgetState state, boolean over) {
        return new Banner(state.budget().id(), over, title(state, over), detail(state), state.resetsAt());
    }

    /** The user has read it. */
    public void dismiss() {
        if (!all.isEmpty()) {
            all.removeFirst();
            tidy();
        }
    }

    /** Budgets that are no longer set have nothing to say. @param ids of those that are */
    public void keep(List<String> ids) {
        all.removeIf(each -> !ids.contains(each.budgetId()));
        tidy();
    }

    /** As the desktop shows it, without the window around it. */
    public String title(Warning warning) {
        return title(warning.state(), warning.percent() == 100);
    }

    private String title(BudgetState state, boolean over) {
        var name = name(state);
        return over
                ? Texts.get("budget.banner.over", name)
                : Texts.get("budget.banner", BudgetWords.percent(state), name);
    }

    /** When it resets, where it leads, and what happens at its end. */
    public String detail(BudgetState state) {
        var words = BudgetWords.used(state) + " · " + BudgetWords.details(state, clocks.now(), zone) + ". "
                + Texts.get(!state.budget().hardStop()
                        ? "budget.banner.goes"
                        : state.used() < state.budget().amount() ? "budget.banner.stops" : "budget.banner.stopped");
        var doubts = BudgetWords.doubts(state);
        return doubts.isEmpty() ? words : words + " " + doubts;
    }

    private String name(BudgetState state) {
        var budget = state.budget();
        return budget.accountId() == null
                ? BudgetLabels.of(budget)
                : Texts.get("budget.of", BudgetLabels.of(budget), accountName.apply(budget.accountId()));
    }

    private void tidy() {
        var now = clocks.now();
        all.removeIf(each -> !each.until().isAfter(now));
        shown.set(all.isEmpty() ? null : all.getFirst());
        all.stream().map(Banner::until).min(Comparator.naturalOrder())
                .ifPresentOrElse(next -> over.set(Duration.between(now, next).toMillis() + 1), over::cancel);
    }
}
