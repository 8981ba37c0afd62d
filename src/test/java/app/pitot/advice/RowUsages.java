package app.pitot.advice;

import app.pitot.usage.RequestFilter;
import app.pitot.usage.RequestFilter.Status;
import app.pitot.usage.RequestRow;
import app.pitot.usage.Step;
import app.pitot.usage.Totals;
import app.pitot.usage.UsageException;
import app.pitot.usage.UsageNote;
import app.pitot.usage.UsageQuery;
import app.pitot.usage.UsageReport;
import app.pitot.usage.UsageReport.Group;
import app.pitot.usage.UsageReport.Key;
import app.pitot.usage.UsageReport.Slot;
import app.pitot.usage.Usages;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Past requests that are rows in memory. */
public final class RowUsages implements Usages {
    public final List<RequestRow> rows = new ArrayList<>();
    public final List<UsageNote> notes = new ArrayList<>();
    public boolean broken;

    @Override
    public UsageReport report(UsageQuery query) throws UsageException {
        check();
        var mine = rows.stream().filter(row -> !row.startedAt().isBefore(query.from())
                && row.startedAt().isBefore(query.until())
                && (query.accounts().isEmpty() || query.accounts().contains(row.account()))).toList();
        var slots = mine.stream().collect(Collectors.groupingBy(row -> start(query, row.startedAt()), TreeMap::new,
                Collectors.toList())).entrySet().stream()
                .map(each -> new Slot(each.getKey(), end(query, each.getKey()), totals(each.getValue()),
                        byKey(query, each.getValue())))
                .toList();
        var groups = byKey(query, mine).entrySet().stream().map(each -> new Group(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingLong((Group group) -> group.totals().tokens()).reversed()).toList();
        return new UsageReport(query, totals(mine), groups, slots, List.of(), notes,
                rows.stream().map(RequestRow::startedAt).min(Instant::compareTo).orElse(null));
    }

    private static Instant start(UsageQuery query, Instant at) {
        var local = at.atZone(query.zone());
        return (query.step() == Step.DAY
                ? local.toLocalDate().atStartOfDay(query.zone())
                : local.truncatedTo(ChronoUnit.HOURS)).toInstant();
    }

    private static Instant end(UsageQuery query, Instant start) {
        var local = start.atZone(query.zone());
        return (query.step() == Step.DAY ? local.plusDays(1) : local.plusHours(1)).toInstant();
    }

    private static Map<Key, Totals> byKey(UsageQuery query, List<RequestRow> rows) {
        var groups = new LinkedHashMap<Key, List<RequestRow>>();
        rows.forEach(row -> groups.computeIfAbsent(switch (query.by()) {
            case MODEL -> new Key(row.provider(), null, row.model());
            case PROVIDER -> new Key(row.provider(), null, null);
            case ACCOUNT -> new Key(row.provider(), row.account(), null);
        }, _ -> new ArrayList<>()).add(row));
        var totals = new LinkedHashMap<Key, Totals>();
        groups.forEach((key, some) -> totals.put(key, totals(some)));
        return totals;
    }

    private static Totals totals(List<RequestRow> rows) {
        var limitedBy = new HashMap<String, Long>();
        rows.stream().filter(row -> row.status() == Status.LIMITED && row.limitedBy() != null)
                .forEach(row -> limitedBy.merge(row.limitedBy(), 1L, Long::sum));
        var sent = rows.stream().filter(RequestRow::sent).toList();
        var priced = sent.stream().filter(row -> row.costMicros() != null).toList();
        return new Totals(rows.size(), sent.size(), of(rows, Status.COMPLETE), of(rows, Status.TRUNCATED),
                of(rows, Status.STOPPED),
                of(rows, Status.LIMITED) + of(rows, Status.REFUSED) + of(rows, Status.TOO_LONG),
                of(rows, Status.LIMITED), of(rows, Status.TOO_LONG), of(rows, Status.FAILED),
                sent.stream().mapToLong(row -> row.promptTokens() == null ? 0 : row.promptTokens()).sum(),
                sent.stream().mapToLong(row -> row.completionTokens() == null ? 0 : row.completionTokens()).sum(), 0,
                sent.stream().mapToLong(row -> row.cachedTokens() == null ? 0 : row.cachedTokens()).sum(), 0,
                sent.stream().filter(row -> row.status() == Status.COMPLETE && row.promptTokens() == null).count(),
                priced.stream().mapToLong(RequestRow::costMicros).sum(), 0, priced.size(), limitedBy, null, null);
    }

    private static long of(List<RequestRow> rows, Status status) {
        return rows.stream().filter(row -> row.status() == status).count();
    }

    @Override
    public List<RequestRow> requests(RequestFilter filter, RequestRow after, int most) throws UsageException {
        check();
        var newest = rows.stream().filter(row -> (filter.from() == null || !row.startedAt().isBefore(filter.from()))
                && (filter.until() == null || row.startedAt().isBefore(filter.until()))
                && (filter.accounts().isEmpty() || filter.accounts().contains(row.account()))
                && (filter.statuses().isEmpty() || filter.statuses().contains(row.status()))
                && (filter.models().isEmpty() || filter.models().contains(row.model()))
                && (filter.ids() == null || filter.ids().contains(row.id())))
                .sorted(Comparator.comparing(RequestRow::startedAt).thenComparing(RequestRow::id).reversed()).toList();
        int from = after == null ? 0 : newest.indexOf(after) + 1;
        return newest.subList(from, Math.min(newest.size(), from + most));
    }

    @Override
    public RequestRow request(String id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst().orElse(null);
    }

    private void check() throws UsageException {
        if (broken) {
            throw new UsageException("The ledger cannot be read.", null);
        }
    }
}
