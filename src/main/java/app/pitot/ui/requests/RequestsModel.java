package app.pitot.ui.requests;

import app.pitot.base.Clocks;
import app.pitot.base.Texts;
import app.pitot.exchange.Traces;
import app.pitot.ui.common.Delays;
import app.pitot.ui.common.Format;
import app.pitot.ui.common.Job;
import app.pitot.ui.common.Jobs;
import app.pitot.usage.RequestFilter;
import app.pitot.usage.RequestFilter.Status;
import app.pitot.usage.RequestRow;
import app.pitot.usage.UsageException;
import app.pitot.usage.Usages;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Requests that pass a filter, the newest first, a page at a time, and kept up to date while somebody looks. JavaFX thread
 * only.
 */
public final class RequestsModel {
    /** Rows that are read at once: a screen has fewer. */
    static final int PAGE = 200;
    /** Requests that run at once among those far below; nobody has more. */
    private static final int OPEN = 50;
    /** Changes that come in so short a time are read together, in ms. */
    static final long TOGETHER_MS = 200;

    /** What there is to see. */
    enum State {
        LOADING, ROWS, NOTHING_YET, NO_MATCH, UNREADABLE
    }

    private final Usages usages;
    private final Jobs jobs;
    private final Delays delays;
    private final Filters filters;
    private final BodySearch bodies;
    private final Known known;
    private final ObservableList<RequestRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<String> wanted = new ReadOnlyObjectWrapper<>();
    private boolean all;
    private boolean looking;
    private boolean due;
    private boolean stale = true;
    private Job reading;
    private Job paging;
    private Job refreshing;

    public RequestsModel(Usages usages, Traces traces, Jobs jobs, Delays delays, Clocks clocks, ZoneId zone) {
        this.usages = usages;
        this.jobs = jobs;
        this.delays = delays;
        this.filters = new Filters(clocks, zone, delays);
        this.bodies = new BodySearch(traces, jobs, filters);
        this.known = new Known(usages, jobs, clocks, zone);
        filters.filter().addListener((_, _, _) -> reload());
    }

    ObservableList<RequestRow> rows() {
        return rows;
    }

    /** Which requests are shown. */
    public ReadOnlyObjectProperty<RequestFilter> shown() {
        return filters.filter();
    }

    Filters filters() {
        return filters;
    }

    BodySearch bodies() {
        return bodies;
    }

    /** What there is to filter by. */
    Known known() {
        return known;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** Why the ledger cannot be read; empty if it can be. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** "1,240 requests", "the newest 400". */
    ReadOnlyStringProperty count() {
        return count.getReadOnlyProperty();
    }

    /** Id of the row that is to be selected as soon as it is there; null for none. */
    ReadOnlyObjectProperty<String> wanted() {
        return wanted.getReadOnlyProperty();
    }

    /** Shows those that pass {@code filter}, and no others. */
    public void show(RequestFilter filter) {
        bodies.clear();
        wanted.set(null);
        filters.show(filter);
    }

    /** Shows one exchange with all its attempts, the last of them selected. */
    public void showExchange(String exchangeId) {
        jobs.start(() -> attempts(exchangeId), found -> {
            // Of a request that is not in the ledger, the list says so.
            var ids = new ArrayList<>(found.stream().map(RequestRow::id).toList());
            ids.add(exchangeId);
            show(Filters.of(ids));
            select(found.isEmpty() ? exchangeId : found.getFirst().id());
        }, this::failed);
    }

    /** Selects the request once it is in the list. */
    public void select(String id) {
        wanted.set(null);
        wanted.set(id);
    }

    /** Somebody looks, or nobody does any more: then nothing is read. */
    public void look(boolean now) {
        looking = now;
        if (now) {
            known.load();
            if (state.get() == State.LOADING || state.get() == State.UNREADABLE) {
                reload();
            } else if (stale) {
                refresh();
            }
        }
    }

    /** A request began or ended. */
    public void news() {
        stale = true;
        if (looking && !due) {
            due = true;
            delays.after(TOGETHER_MS, () -> {
                due = false;
                if (looking && refreshing == null && reading == null) {
                    refresh();
                }
            });
        }
    }

    /** Reads anew from the newest on. */
    void reload() {
        stop(reading, paging, refreshing);
        paging = null;
        refreshing = null;
        stale = false;
        var filter = filters.filter().get();
        reading = jobs.start(() -> usages.requests(filter, null, PAGE), found -> {
            reading = null;
            rows.setAll(found);
            read(found.size() < PAGE);
            again();
        }, this::failed);
    }

    /** Reads the next page, unless that is under way or there is none. */
    void more() {
        if (all || reading != null || paging != null || rows.isEmpty()) {
            return;
        }
        var filter = filters.filter().get();
        var last = rows.getLast();
        paging = jobs.start(() -> usages.requests(filter, last, PAGE), found -> {
            paging = null;
            // The list may have begun anew meanwhile.
            if (!rows.isEmpty() && rows.getLast().id().equals(last.id())) {
                rows.addAll(found);
                read(found.size() < PAGE);
            }
        }, this::failed);
    }

    /** Ends what is read. */
    public void close() {
        looking = false;
        stop(reading, paging, refreshing);
        bodies.stop();
    }

    private void refresh() {
        stale = false;
        var filter = filters.filter().get();
        var open = rows.stream().filter(row -> row.status() == Status.OPEN).limit(OPEN).map(RequestRow::id).toList();
        refreshing = jobs.start(() -> new Fresh(usages.requests(filter, null, PAGE), now(open)), fresh -> {
            refreshing = null;
            boolean whole = fresh.head().size() < PAGE;
            boolean joined = RowOrder.refresh(rows, fresh.head(), whole);
            RowOrder.replace(rows, fresh.changed(), row -> passes(filter, row));
            read(whole || joined && all);
            again();
        }, this::failed);
    }

    /** What came in meanwhile is read too. */
    private void again() {
        if (stale) {
            news();
        }
    }

    private record Fresh(List<RequestRow> head, Collection<RequestRow> changed) {}

    private List<RequestRow> now(List<String> ids) throws Exception {
        var found = new ArrayList<RequestRow>();
        for (var id : ids) {
            found.add(usages.request(id));
        }
        found.removeIf(Objects::isNull);
        return found;
    }

    private List<RequestRow> attempts(String exchangeId) throws Exception {
        var first = usages.request(exchangeId);
        if (first == null) {
            return List.of();
        }
        // Waits between attempts are hours at most; without bounds all that there is would be searched.
        var within = new RequestFilter(first.startedAt(), first.startedAt().plusSeconds(86_400), Set.of(),
                Filters.only(first.account()), Set.of(), Set.of(), exchangeId, null);
        var found = new ArrayList<>(usages.requests(within, null, PAGE));
        found.removeIf(row -> !row.exchange().equals(exchangeId));
        return found.isEmpty() ? List.of(first) : found;
    }

    private static boolean passes(RequestFilter filter, RequestRow row) {
        return filter.statuses().isEmpty() || filter.statuses().contains(row.status());
    }

    private void read(boolean whole) {
        all = whole;
        problem.set("");
        count.set(rows.isEmpty()
                ? ""
                : Texts.get(all ? "requests.count.all" : "requests.count.newest", Format.count(rows.size()),
                        rows.size()));
        state.set(!rows.isEmpty()
                ? State.ROWS
                : filters.filter().get().equals(RequestFilter.ALL) ? State.NOTHING_YET : State.NO_MATCH);
    }

    private void failed(Throwable why) {
        reading = null;
        paging = null;
        refreshing = null;
        problem.set(why instanceof UsageException && why.getMessage() != null
                ? why.getMessage()
                : Texts.get("requests.unread.text"));
        // What is on the screen stays there.
        if (rows.isEmpty()) {
            state.set(State.UNREADABLE);
        }
    }

    private static void stop(Job... those) {
        for (var job : those) {
            if (job != null) {
                job.cancel();
            }
        }
    }
}
