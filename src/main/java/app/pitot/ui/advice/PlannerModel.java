package app.pitot.ui.advice;

import app.pitot.advice.Load;
import app.pitot.advice.PastReader;
import app.pitot.advice.Planner;
import app.pitot.advice.Wanted;
import app.pitot.base.Clocks;
import app.pitot.base.Texts;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Plan;
import app.pitot.ui.common.Format;
import app.pitot.ui.common.Jobs;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What is planned, and what plans allow of it, side by side. JavaFX thread only. */
public final class PlannerModel {
    private static final long MOST_TOKENS = 10_000_000;
    private static final long MOST_REQUESTS = 1_000_000_000;
    private static final int AT_FIRST = 3;
    private static final Duration LOOKED_BACK = Duration.ofDays(7);

    private final Catalogue catalogue;
    private final Planner planner;
    private final PastReader reader;
    private final Supplier<List<AdviceAccount>> source;
    private final Clocks clocks;
    private final ZoneId zone;
    private final Jobs jobs;

    private final NumberField input = NumberField.whole("400", 0, MOST_TOKENS);
    private final NumberField output = NumberField.whole("100", 0, MOST_TOKENS);
    private final NumberField cap = NumberField.wholeOrNone("100", 1, MOST_TOKENS);
    private final NumberField cached = NumberField.fraction("0", 0, 100);
    private final NumberField hours = NumberField.fraction("24", 0.25, 24);
    private final NumberField wanted = NumberField.whole("1,000", 1, MOST_REQUESTS);
    private final NumberField count = NumberField.wholeOrNone("1,000", 1, MOST_REQUESTS);
    private final ObjectProperty<Rate> rate = new SimpleObjectProperty<>(Rate.FAST);
    private final ObservableList<AdviceAccount> accounts = FXCollections.observableArrayList();
    private final ObjectProperty<AdviceAccount> account = new SimpleObjectProperty<>();
    private final ObservableList<String> models = FXCollections.observableArrayList();
    private final StringProperty model = new SimpleStringProperty();
    private final ObservableList<Plan> plans = FXCollections.observableArrayList();
    private final ObservableList<PlanColumn> columns = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
    private final Set<String> chosen = new LinkedHashSet<>();
    /** Account and plan for which they were chosen. */
    private String picked = "";
    private boolean changing;

    /** @param source the accounts there are now */
    PlannerModel(Catalogue catalogue, PastReader reader, Supplier<List<AdviceAccount>> source, Clocks clocks,
            ZoneId zone, Jobs jobs) {
        this.catalogue = catalogue;
        this.planner = new Planner(catalogue);
        this.reader = reader;
        this.source = source;
        this.clocks = clocks;
        this.zone = zone;
        this.jobs = jobs;
        for (var field : List.of(input, output, cap, cached, hours, wanted, count)) {
            field.text().addListener((_, _, _) -> work());
        }
        rate.addListener((_, _, _) -> work());
        model.addListener((_, _, _) -> work());
        account.addListener((_, _, now) -> pick(now));
    }

    /** Takes over what accounts there are now. */
    void refresh() {
        var now = source.get();
        var before = account.get();
        accounts.setAll(now);
        var same = before == null
                ? null
                : now.stream().filter(each -> each.id().equals(before.id())).findFirst()
                        .orElse(null);
        account.set(same != null ? same : now.isEmpty() ? null : now.getFirst());
    }

    NumberField input() {
        return input;
    }

    NumberField output() {
        return output;
    }

    /** Blank if none is sent. */
    NumberField cap() {
        return cap;
    }

    /** Percent of the prompt. */
    NumberField cached() {
        return cached;
    }

    /** Hours of work in a day. */
    NumberField hours() {
        return hours;
    }

    /** Requests in the time of {@link #rate}. */
    NumberField wanted() {
        return wanted;
    }

    /** Requests that are to be finished; blank for none. */
    NumberField count() {
        return count;
    }

    ObjectProperty<Rate> rate() {
        return rate;
    }

    ObservableList<AdviceAccount> accounts() {
        return accounts;
    }

    /** Null if there is none. */
    ObjectProperty<AdviceAccount> account() {
        return account;
    }

    ObservableList<String> models() {
        return models;
    }

    /** Id; may be any. */
    StringProperty model() {
        return model;
    }

    /** Those that can be held beside each other, the account's own first. */
    ObservableList<Plan> plans() {
        return plans;
    }

    /** Its name, with its provider's if that is another than the account's. */
    String name(Plan plan) {
        return account.get() != null && plan.providerId().equals(account.get().providerId())
                || plan.providerId().equals(Catalogue.CUSTOM)
                        ? plan.name()
                        : Texts.get("connect.plan.other", catalogue.provider(plan.providerId()).name(), plan.name());
    }

    boolean chosen(Plan plan) {
        return chosen.contains(plan.id());
    }

    /** Shows a plan or takes it away. */
    void choose(Plan plan, boolean shown) {
        if (shown) {
            chosen.add(plan.id());
        } else {
            chosen.remove(plan.id());
        }
        work();
    }

    /** Of what could be read last. */
    ObservableList<PlanColumn> columns() {
        return columns;
    }

    /** True while a field cannot be read, so that the columns are those of before. */
    ReadOnlyBooleanProperty stale() {
        return stale.getReadOnlyProperty();
    }

    /** What came of {@link #asUsed}, or why there is nothing to see; empty for nothing. */
    ReadOnlyStringProperty note() {
        return note.getReadOnlyProperty();
    }

    void use(Preset preset) {
        note.set("");
        fill(preset.input(), preset.output(), preset.cap(), 0);
    }

    /** The size and the number of the requests of the last seven days. */
    void asUsed() {
        var whose = account.get();
        if (whose == null) {
            return;
        }
        var now = clocks.now();
        jobs.start(() -> reader.read(whose.id(), whose.simulated(), now.minus(LOOKED_BACK), now), past -> {
            var usual = past.usual();
            if (usual == null) {
                note.set(Texts.get("planner.used.nothing", whose.name()));
                return;
            }
            if (past.mainModel() != null) {
                model.set(past.mainModel());
            }
            long perDay = Math.max(1, Math.round((double) past.total().sent() / LOOKED_BACK.toDays()));
            changing = true;
            rate.set(Rate.DAY);
            wanted.text().set(Format.count(perDay));
            changing = false;
            fill(usual.input(), usual.output(), usual.cap(), usual.cached());
            note.set(Texts.get("planner.used", Format.count(past.total().taken()), Format.count(perDay)));
        }, failure -> note.set(Texts.get("planner.used.failed", failure.getMessage())));
    }

    private void fill(long in, long out, Long most, double share) {
        changing = true;
        input.text().set(Format.count(in));
        output.text().set(Format.count(out));
        cap.text().set(most == null ? "" : Format.count(most));
        cached.text().set(Format.count(Math.round(share * 100)));
        changing = false;
        work();
    }

    private void pick(AdviceAccount now) {
        changing = true;
        plans.setAll(now == null ? List.of() : plansOf(now));
        var typed = model.get();
        models.setAll(now == null ? List.of() : now.models());
        // The same account read anew keeps what was chosen for it.
        var key = now == null ? "" : now.id() + " " + (now.terms().plan() == null ? "" : now.terms().plan().id());
        boolean other = !key.equals(picked);
        if (other) {
            picked = key;
            chosen.clear();
            plans.stream().limit(AT_FIRST).forEach(plan -> chosen.add(plan.id()));
        }
        boolean keep = typed != null && !typed.isBlank() && (!other || models.contains(typed));
        model.set(keep ? typed : models.isEmpty() ? "" : models.getFirst());
        changing = false;
        work();
    }

    /** Its own, then the others of its provider, then those of others that limit something. */
    private List<Plan> plansOf(AdviceAccount now) {
        var all = new ArrayList<Plan>();
        if (now.terms().plan() != null) {
            all.add(now.terms().plan());
        }
        var provider = now.terms().plan() != null && now.simulated()
                ? now.terms().plan().providerId()
                : now.providerId();
        add(all, catalogue.plans(provider));
        catalogue.providers().stream().filter(each -> !each.simulated())
                .forEach(each -> add(all, catalogue.plans(each.id()).stream()
                        .filter(plan -> !plan.limits().isEmpty()).toList()));
        return all;
    }

    private static void add(List<Plan> all, List<Plan> more) {
        more.stream().filter(plan -> all.stream().noneMatch(each -> each.id().equals(plan.id()))).forEach(all::add);
    }

    private void work() {
        if (changing) {
            return;
        }
        var load = load();
        var whose = account.get();
        stale.set(load == null && whose != null);
        if (whose == null) {
            columns.clear();
        }
        if (load == null || whose == null) {
            return;
        }
        var now = clocks.now();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var id = model.get() == null ? "" : model.get().strip();
        var shown = new ArrayList<PlanColumn>();
        for (var plan : plans.stream().filter(this::chosen).toList()) {
            // Another provider has other prices, even of a model of the same name.
            var planned = whose.simulated() || plan.providerId().equals(whose.providerId())
                    ? whose.terms().under(plan).plan(planner, id, load)
                    : planner.plan(plan, id, load);
            var requests = count.count();
            shown.add(PlanColumn.of(planned, plan.equals(whose.terms().plan()), name(plan), today, requests,
                    requests == null ? null : planned.finish(requests, now, zone), catalogue.modelsAsOf()));
        }
        columns.setAll(shown);
    }

    /** Null while a field cannot be read. */
    private Load load() {
        boolean good = List.of(input, output, cap, cached, hours, count).stream().allMatch(NumberField::good)
                && (rate.get() == Rate.FAST || wanted.good());
        if (!good || input.count() + output.count() == 0) {
            return null;
        }
        return new Load(input.count(), output.count(), cap.count(), cached.value().doubleValue() / 100,
                rate.get() == Rate.FAST ? null : new Wanted(wanted.count(), rate.get().period()),
                hours.value().doubleValue());
    }
}
