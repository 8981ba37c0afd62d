package app.pitot.ui.usage;

import app.pitot.usage.Grouping;
import app.pitot.usage.RequestFilter;
import app.pitot.usage.RequestFilter.Status;
import app.pitot.usage.UsageReport;
import app.pitot.usage.UsageReport.Key;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Which requests are behind a figure of a report. */
final class Drill {
    private Drill() {}

    /**
     * @param from null for the stretch of the report, as {@code until}
     * @param key a group; null for all of the report
     * @param statuses empty for all
     */
    static RequestFilter of(UsageReport report, Instant from, Instant until, Key key, Set<Status> statuses) {
        var query = report.query();
        boolean model = key != null && query.by() == Grouping.MODEL;
        boolean account = key != null && query.by() == Grouping.ACCOUNT;
        return new RequestFilter(from == null ? query.from() : from, until == null ? query.until() : until, statuses,
                account ? Set.of(key.account()) : query.accounts(),
                account ? Set.of() : key != null ? Set.of(key.provider()) : providers(report),
                model ? Set.of(key.model()) : query.models(), "", null);
    }

    /** Without the simulator's only those that are in the report. */
    private static Set<String> providers(UsageReport report) {
        return report.query().simulated()
                ? Set.of()
                : report.groups().stream().map(group -> group.key().provider()).filter(Objects::nonNull)
                        .collect(Collectors.toUnmodifiableSet());
    }
}
