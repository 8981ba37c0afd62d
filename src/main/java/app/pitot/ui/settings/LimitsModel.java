package app.pitot.ui.settings;

import app.pitot.provider.AccountEntry;
import app.pitot.provider.Catalogue;
import app.pitot.provider.LimitEdit;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.provider.Plan;
import app.pitot.ui.connect.Plans;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The plan of an account and what the user changed of its limits. JavaFX thread only. */
final class LimitsModel {
    /** A limit that could be added. */
    record Kind(Metric metric, Period period) {}

    private final Catalogue catalogue;
    private final String providerId;
    private final List<Plan> plans;
    private final String writtenDown;
    private final Plan atFirst;
    private final ObjectProperty<Plan> plan = new SimpleObjectProperty<>();
    private final ObservableList<LimitRow> rows = FXCollections.observableArrayList();

    LimitsModel(Catalogue catalogue, String providerId, AccountEntry entry) {
        this.catalogue = catalogue;
        this.providerId = providerId;
        this.plans = Plans.of(catalogue, providerId);
        this.writtenDown = entry.planId();
        this.atFirst = plans.stream().filter(p -> p.id().equals(entry.planId())).findFirst()
                .or(() -> catalogue.defaultPlan(providerId))
                .or(() -> plans.stream().filter(p -> p.limits().isEmpty()).findFirst()).orElse(null);
        plan.set(atFirst);
        rows.setAll(made(entry.limits()));
        // What the user set stays set under another plan.
        plan.addListener((_, _, _) -> rows.setAll(made(edits())));
    }

    List<Plan> plans() {
        return plans;
    }

    /** As it is shown among {@link #plans}. */
    String name(Plan plan) {
        return Plans.name(plan, providerId, catalogue);
    }

    /** Null if the provider has none. */
    ObjectProperty<Plan> plan() {
        return plan;
    }

    /** What is to be written down: as it was, unless the user chose another; may be null. */
    String planId() {
        return plan.get() == null || plan.get().equals(atFirst) ? writtenDown : plan.get().id();
    }

    ObservableList<LimitRow> rows() {
        return rows;
    }

    /** Those that stand in no row yet. */
    List<Kind> more() {
        var kinds = new ArrayList<Kind>();
        for (var metric : Metric.values()) {
            for (var period : Period.values()) {
                // Money is a matter of the user's own budgets.
                if (metric != Metric.USD
                        && rows.stream().noneMatch(r -> r.metric() == metric && r.period() == period)) {
                    kinds.add(new Kind(metric, period));
                }
            }
        }
        return kinds;
    }

    /** A row for a limit that the plan does not have, with the figure that others report of it, if any do. */
    void add(Kind kind) {
        if (more().contains(kind)) {
            rows.add(new LimitRow(kind.metric(), kind.period(), null, reported(kind)));
        }
    }

    private LimitEdit reported(Kind kind) {
        return Optional.ofNullable(plan.get()).flatMap(p -> catalogue.remarks(p.id())).stream()
                .flatMap(remarks -> remarks.optional().stream())
                .filter(limit -> limit.metric() == kind.metric() && limit.period() == kind.period()).findFirst()
                .map(limit -> new LimitEdit(limit.metric(), limit.period(), limit.value())).orElse(null);
    }

    void resetAll() {
        rows.forEach(LimitRow::reset);
    }

    List<LimitEdit> edits() {
        return rows.stream().map(LimitRow::edit).flatMap(Optional::stream).toList();
    }

    /** True if every row can be read. */
    boolean good() {
        return rows.stream().allMatch(r -> r.problem().get().isEmpty());
    }

    private List<LimitRow> made(List<LimitEdit> edits) {
        var made = new ArrayList<LimitRow>();
        var left = new ArrayList<>(edits);
        var limits = plan.get() == null ? List.<app.pitot.provider.Limit>of() : plan.get().limits();
        for (var limit : limits) {
            var edit = edits.stream().filter(e -> e.metric() == limit.metric() && e.period() == limit.period())
                    .findFirst().orElse(null);
            left.remove(edit);
            made.add(new LimitRow(limit.metric(), limit.period(), limit.value(), edit));
        }
        left.forEach(edit -> made.add(new LimitRow(edit.metric(), edit.period(), null, edit)));
        return made;
    }
}
