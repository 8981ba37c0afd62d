package app.pitot.ui.requests;

import app.pitot.usage.RequestFilter;
import app.pitot.usage.RequestRow;
import app.pitot.usage.Totals;
import app.pitot.usage.UsageException;
import app.pitot.usage.UsageQuery;
import app.pitot.usage.UsageReport;
import app.pitot.usage.UsageReport.Group;
import app.pitot.usage.UsageReport.Key;
import app.pitot.usage.Usages;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** A ledger in memory that answers as the one on the disk does. */
final class MemoryUsages implements Usages {
    private static final Comparator<RequestRow> NEWEST = Comparator.comparing(RequestRow::startedAt)
            .thenComparing(RequestRow::id).reversed();

    private final ConcurrentSkipListSet<RequestRow> rows = new ConcurrentSkipListSet<>(NEWEST);
    private final Map<String, RequestRow> byId = new ConcurrentHashMap<>();
    volatile UsageException broken;
    volatile int asked;
    /** How often the JavaFX thread read; a disk would hold it up. */
    volatile int askedByTheWindow;

    void put(RequestRow row) {
        var before = byId.put(row.id(), row);
        if (before != null) {
            rows.remove(before);
        }
        rows.add(row);
    }

    @Override
    public UsageReport report(UsageQuery query) throws UsageException {
        check();
        var groups = rows.stream().map(row -> switch (query.by()) {
            case MODEL -> new Key(row.provider(), null, row.model());
            case PROVIDER -> new Key(row.provider(), null, null);
            case ACCOUNT -> new Key(row.provider(), row.account(), null);
        }).distinct().map(key -> new Group(key, Totals.NOTHING)).toList();
        return new UsageReport(query, Totals.NOTHING, groups, List.of(), List.of(), List.of(), null);
    }

    @Override
    public List<RequestRow> requests(RequestFilter filter, RequestRow after, int most) throws UsageException {
        check();
        asked++;
        var from = after == null ? rows : rows.tailSet(after, false);
        return from.stream().filter(row -> passes(filter, row)).limit(most).toList();
    }

    @Override
    public RequestRow request(String id) throws UsageException {
        check();
        return byId.get(id);
    }

    private void check() throws UsageException {
        if (Thread.currentThread().getName().equals("JavaFX Application Thread")) {
            askedByTheWindow++;
        }
        if (broken != null) {
            throw broken;
        }
    }

    private static boolean passes(RequestFilter filter, RequestRow row) {
        var text = filter.text().toLowerCase();
        return (filter.from() == null || !row.startedAt().isBefore(filter.from()))
                && (filter.until() == null || row.startedAt().isBefore(filter.until()))
                && (filter.statuses().isEmpty() || filter.statuses().contains(row.status()))
                && (filter.accounts().isEmpty() || filter.accounts().contains(row.account()))
                && (filter.providers().isEmpty() || filter.providers().contains(row.provider()))
                && (filter.models().isEmpty() || filter.models().contains(row.model()))
                && (filter.ids() == null || filter.ids().contains(row.id()))
                && (row.model() + " " + row.id() + " " + row.exchange() + " " + row.finishReason() + " " + row.error())
                        .toLowerCase().contains(text);
    }
}
