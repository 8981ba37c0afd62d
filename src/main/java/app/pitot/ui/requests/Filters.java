package app.pitot.ui.requests;

import app.pitot.base.Clocks;
import app.pitot.ui.common.Delays;
import app.pitot.usage.RequestFilter;
import app.pitot.usage.RequestFilter.Status;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the user narrows the list to. JavaFX thread only. */
final class Filters {
    /** Whoever types is not searched for at each letter, in ms. */
    static final long TYPING_MS = 250;

    private final Clocks clocks;
    private final ZoneId zone;
    private final Delays delays;
    private final ReadOnlyObjectWrapper<RequestFilter> filter = new ReadOnlyObjectWrapper<>(RequestFilter.ALL);
    private final ReadOnlyObjectWrapper<Span> span = new ReadOnlyObjectWrapper<>(Span.ANY);
    private final StringProperty text = new SimpleStringProperty("");
    private long typed;

    Filters(Clocks clocks, ZoneId zone, Delays delays) {
        this.clocks = clocks;
        this.zone = zone;
        this.delays = delays;
        text.addListener((_, _, now) -> {
            long mine = ++typed;
            if (!now.strip().equals(filter.get().text())) {
                delays.after(TYPING_MS, () -> {
                    if (mine == typed) {
                        filter.set(withText(filter.get(), now.strip()));
                    }
                });
            }
        });
    }

    ReadOnlyObjectProperty<RequestFilter> filter() {
        return filter.getReadOnlyProperty();
    }

    /** The stretch that was chosen. */
    ReadOnlyObjectProperty<Span> span() {
        return span.getReadOnlyProperty();
    }

    /** What is typed; it counts a moment later. */
    StringProperty text() {
        return text;
    }

    ZoneId zone() {
        return zone;
    }

    void show(RequestFilter now) {
        typed++;
        span.set(Span.of(now));
        text.set(now.text());
        filter.set(now);
    }

    /** Takes one in or out. */
    void toggle(Status status) {
        var old = filter.get();
        var statuses = EnumSet.noneOf(Status.class);
        statuses.addAll(old.statuses());
        if (!statuses.remove(status)) {
            statuses.add(status);
        }
        filter.set(new RequestFilter(old.from(), old.until(), statuses, old.accounts(), old.providers(), old.models(),
                old.text(), old.ids()));
    }

    /** Null for all. */
    void account(String id) {
        var old = filter.get();
        filter.set(new RequestFilter(old.from(), old.until(), old.statuses(), only(id), Set.of(), old.models(),
                old.text(), old.ids()));
    }

    /** Null for all. */
    void model(String id) {
        var old = filter.get();
        filter.set(new RequestFilter(old.from(), old.until(), old.statuses(), old.accounts(), old.providers(), only(id),
                old.text(), old.ids()));
    }

    void span(Span chosen) {
        if (chosen != Span.OTHER) {
            span.set(chosen);
            between(chosen.from(clocks.now(), zone), null);
        }
    }

    /** Null for all, whatever they are called. */
    void ids(Set<String> ids) {
        var old = filter.get();
        filter.set(new RequestFilter(old.from(), old.until(), old.statuses(), old.accounts(), old.providers(),
                old.models(),
                old.text(), ids));
    }

    /** Only those in whose bodies something was found, and not by what is typed. */
    void found(Set<String> ids) {
        typed++;
        var old = filter.get();
        filter.set(new RequestFilter(old.from(), old.until(), old.statuses(), old.accounts(), old.providers(),
                old.models(),
                "", ids));
    }

    private void between(Instant from, Instant until) {
        var old = filter.get();
        filter.set(new RequestFilter(from, until, old.statuses(), old.accounts(), old.providers(), old.models(),
                old.text(),
                old.ids()));
    }

    private static RequestFilter withText(RequestFilter old, String text) {
        return new RequestFilter(old.from(), old.until(), old.statuses(), old.accounts(), old.providers(),
                old.models(), text, old.ids());
    }

    /** Only these requests. */
    static RequestFilter of(Collection<String> ids) {
        return new RequestFilter(null, null, Set.of(), Set.of(), Set.of(), Set.of(), "", Set.copyOf(ids));
    }

    static Set<String> only(String id) {
        return id == null ? Set.of() : Set.of(id);
    }
}
