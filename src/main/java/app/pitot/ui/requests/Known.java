package app.pitot.ui.requests;

import app.pitot.base.Clocks;
import app.pitot.ui.common.Jobs;
import app.pitot.usage.Grouping;
import app.pitot.usage.Step;
import app.pitot.usage.UsageQuery;
import app.pitot.usage.UsageReport.Group;
import app.pitot.usage.UsageReport.Key;
import app.pitot.usage.Usages;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which models and accounts were ever asked, the most used first. JavaFX thread only. */
final class Known {
    /** So far into the future no clock was wrong. */
    private static final long AHEAD_S = 400L * 86_400;

    private final Usages usages;
    private final Jobs jobs;
    private final Clocks clocks;
    private final ZoneId zone;
    private final ReadOnlyObjectWrapper<List<String>> models = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Key>> accounts = new ReadOnlyObjectWrapper<>(List.of());

    Known(Usages usages, Jobs jobs, Clocks clocks, ZoneId zone) {
        this.usages = usages;
        this.jobs = jobs;
        this.clocks = clocks;
        this.zone = zone;
    }

    /** Their ids. */
    ReadOnlyObjectProperty<List<String>> models() {
        return models.getReadOnlyProperty();
    }

    /** With the provider of each. */
    ReadOnlyObjectProperty<List<Key>> accounts() {
        return accounts.getReadOnlyProperty();
    }

    /** Looks again; what was known stays if that fails, which the list says anyway. */
    void load() {
        jobs.start(() -> keys(Grouping.MODEL), found -> models.set(found.stream().map(Key::model).distinct().toList()),
                _ -> {});
        jobs.start(() -> keys(Grouping.ACCOUNT), accounts::set, _ -> {});
    }

    private List<Key> keys(Grouping by) throws Exception {
        var query = new UsageQuery(Instant.EPOCH, clocks.now().plusSeconds(AHEAD_S), Step.DAY, by, zone, Set.of(),
                Set.of(), true);
        return usages.report(query).groups().stream().map(Group::key).toList();
    }
}
