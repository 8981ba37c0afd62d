package app.pitot.ui.advice;

import app.pitot.advice.Advice;
import app.pitot.advice.Advisor;
import app.pitot.advice.BreakEven;
import app.pitot.advice.Dismissal;
import app.pitot.advice.PastReader;
import app.pitot.advice.Signal;
import app.pitot.advice.Verdict;
import app.pitot.base.Clocks;
import app.pitot.base.Texts;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Plan;
import app.pitot.ui.common.Job;
import app.pitot.ui.common.Jobs;
import app.pitot.usage.Grouping;
import app.pitot.usage.Step;
import app.pitot.usage.UsageException;
import app.pitot.usage.UsageQuery;
import app.pitot.usage.Usages;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What a week of an account's use says of its plan, and what it would have cost under others. JavaFX thread only. */
public final class AdvisorModel {
    /** Days from which signals are read. */
    static final int SIGNAL_DAYS = 7;

    private final Usages usages;
    private final PastReader reader;
    private final Catalogue catalogue;
    private final Supplier<List<AdviceAccount>> source;
    private final Clocks clocks;
    private final Jobs jobs;
    private final Consumer<UnaryOperator<List<Dismissal>>> save;
    private final ObservableList<AdviceAccount> accounts = FXCollections.observableArrayList();
    private final ObjectProperty<AdviceAccount> account = new SimpleObjectProperty<>();
    private final ObjectProperty<Integer> days = new SimpleObjectProperty<>(SIGNAL_DAYS);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Busy());
    private final ReadOnlyBooleanWrapper marked = new ReadOnlyBooleanWrapper();
    private final ObservableList<Dismissal> dismissed = FXCollections.observableArrayList();
    private List<Grave> grave = List.of();
    private Job running;
    private Job refreshing;
    private boolean changing;

    /** What there is to see. */
    sealed interface State {
        record Busy() implements State {}

        /** Nothing was sent in all the days that were looked at. */
        record Empty() implements State {}

        /** @param sentence what happened and what to do */
        record Failed(String sentence) implements State {}

        record Ready(AdviceAccount account, Advice advice, BreakEven breakEven, int days) implements State {}
    }

    /**
     * @param source the accounts there are now
     * @param kept signals that were dismissed before
     * @param save keeps a change of the dismissed signals; may block, so it is called in the background
     */
    AdvisorModel(Usages usages, Catalogue catalogue, Supplier<List<AdviceAccount>> source, Clocks clocks, Jobs jobs,
            List<Dismissal> kept, Consumer<UnaryOperator<List<Dismissal>>> save) {
        this.usages = usages;
        this.reader = new PastReader(usages);
        this.catalogue = catalogue;
        this.source = source;
        this.clocks = clocks;
        this.jobs = jobs;
        this.save = save;
        dismissed.setAll(kept);
        account.addListener((_, _, _) -> load());
        days.addListener((_, _, _) -> load());
    }

    ObservableList<AdviceAccount> accounts() {
        return accounts;
    }

    /** Null if there is none. */
    ObjectProperty<AdviceAccount> account() {
        return account;
    }

    /** Days of use that are held against other plans, 7 or 30. */
    ObjectProperty<Integer> days() {
        return days;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** True while a signal of a real account says that it is time to change, and was not dismissed. */
    public ReadOnlyBooleanProperty marked() {
        return marked.getReadOnlyProperty();
    }

    /** Reads everything anew: accounts, those that are gone and still have a past, and what they did. */
    public void refresh() {
        var known = source.get();
        var now = clocks.now();
        if (refreshing != null) {
            refreshing.cancel();
        }
        refreshing = jobs.start(() -> seen(known, now), seen -> {
            changing = true;
            var before = account.get();
            accounts.setAll(seen.accounts());
            var same = before == null
                    ? null
                    : seen.accounts().stream().filter(each -> each.id().equals(before.id()))
                            .findFirst().orElse(null);
            account.set(same != null ? same : seen.preferred());
            changing = false;
            grave = seen.grave();
            remark();
            load();
        }, failure -> state.set(failed(failure)));
    }

    private record Grave(String account, Signal signal) {}

    private record Seen(List<AdviceAccount> accounts, AdviceAccount preferred, List<Grave> grave) {}

    private Seen seen(List<AdviceAccount> known, Instant now) throws UsageException {
        var all = new ArrayList<>(known);
        // What is simulated is nobody's use and raises no flag.
        var report = usages.report(new UsageQuery(now.minus(Duration.ofDays(30)), now, Step.DAY, Grouping.ACCOUNT,
                ZoneOffset.UTC, Set.of(), Set.of(), false));
        var used = report.groups().stream().map(group -> group.key()).filter(key -> key.account() != null).toList();
        used.stream().filter(key -> known.stream().noneMatch(each -> each.id().equals(key.account())))
                .forEach(key -> all.add(AdviceAccount.gone(key.account(), key.provider(), catalogue)));
        var grave = new ArrayList<Grave>();
        for (var each : all) {
            if (!each.simulated() && !each.gone()
                    && used.stream().anyMatch(key -> each.id().equals(key.account()))) {
                judge(each, now).signals().stream().filter(signal -> signal.verdict() == Verdict.CHANGE)
                        .forEach(signal -> grave.add(new Grave(each.id(), signal)));
            }
        }
        var preferred = used.stream().flatMap(key -> all.stream().filter(each -> each.id().equals(key.account())))
                .findFirst().orElse(all.isEmpty() ? null : all.getFirst());
        return new Seen(all, preferred, grave);
    }

    private Advice judge(AdviceAccount whose, Instant now) throws UsageException {
        var past = reader.read(whose.id(), whose.simulated(), now.minus(Duration.ofDays(SIGNAL_DAYS)), now);
        return Advisor.judge(past, whose.terms(), now);
    }

    private void load() {
        if (changing) {
            return;
        }
        if (running != null) {
            running.cancel();
        }
        var whose = account.get();
        if (whose == null) {
            state.set(new State.Empty());
            return;
        }
        int back = days.get();
        var now = clocks.now();
        state.set(new State.Busy());
        running = jobs.start(() -> read(whose, back, now), state::set, failure -> state.set(failed(failure)));
    }

    private State read(AdviceAccount whose, int back, Instant now) throws UsageException {
        var past = reader.read(whose.id(), whose.simulated(), now.minus(Duration.ofDays(back)), now);
        if (past.total().sent() == 0) {
            return new State.Empty();
        }
        var advice = back == SIGNAL_DAYS ? Advisor.judge(past, whose.terms(), now) : judge(whose, now);
        return new State.Ready(whose, advice, BreakEven.of(past, whose.terms(), plans(whose), catalogue), back);
    }

    private List<Plan> plans(AdviceAccount whose) {
        return catalogue.providers().stream().anyMatch(each -> each.id().equals(whose.providerId()))
                ? catalogue.plans(whose.providerId())
                : List.of();
    }

    private static State failed(Throwable failure) {
        return new State.Failed(failure instanceof UsageException
                ? failure.getMessage()
                : Texts.get("advisor.failed"));
    }

    /** Those that were dismissed, as they were then. */
    ObservableList<Dismissal> dismissals() {
        return dismissed;
    }

    boolean dismissed(String accountId, Signal signal) {
        return dismissed.stream().anyMatch(each -> each.holds(accountId, signal));
    }

    /** Not to be shown again before it is worse. */
    void dismiss(String accountId, Signal signal) {
        var now = Dismissal.of(accountId, signal);
        change(accountId, signal, all -> all.add(now));
    }

    /** To be shown again. */
    void restore(String accountId, Signal signal) {
        change(accountId, signal, _ -> {});
    }

    private void change(String accountId, Signal signal, Consumer<List<Dismissal>> add) {
        UnaryOperator<List<Dismissal>> edit = before -> {
            var all = new ArrayList<>(before);
            all.removeIf(each -> each.accountId().equals(accountId) && each.kind() == signal.kind());
            add.accept(all);
            return all;
        };
        dismissed.setAll(edit.apply(dismissed));
        jobs.start(() -> {
            save.accept(edit);
            return null;
        }, _ -> {}, _ -> {});
        remark();
    }

    /** The mark goes with the last signal that raised it. */
    private void remark() {
        marked.set(grave.stream().anyMatch(each -> !dismissed(each.account(), each.signal())));
    }
}
