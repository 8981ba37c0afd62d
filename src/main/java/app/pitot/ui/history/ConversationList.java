package app.pitot.ui.history;

import app.pitot.base.Clocks;
import app.pitot.history.Conversation;
import app.pitot.history.History;
import app.pitot.ui.common.Alarm;
import app.pitot.ui.common.Delays;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The conversations by day, as the history has them: what changes there shows here soon. JavaFX thread only. */
final class ConversationList {
    /** News of a running reply comes many times a second. */
    private static final long GATHER_MS = 100;
    /** From so many changed ones on, all are read at once. */
    private static final int MANY = 64;
    /** Everything is read for it, which can wait until the window is in use. */
    private static final long LOOK_FOR_DAMAGE_MS = 10_000;
    private static final long LONGEST_SLEEP_MS = 600_000;

    private final History history;
    private final Clocks clocks;
    private final ZoneId zone;
    private final Executor work;
    private final Executor fx;
    private final Delays delays;
    private final Alarm midnight;
    private final Map<String, Known> known = new HashMap<>();
    private final Set<String> hidden = new HashSet<>();
    private final ObservableList<HistoryRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    // Guarded by itself: the history tells on any thread.
    private final Set<String> changed = new LinkedHashSet<>();
    private boolean reading;
    private boolean readAll;
    private LocalDate today;

    ConversationList(History history, Clocks clocks, ZoneId zone, Executor work, Executor fx, Delays delays) {
        this.history = history;
        this.clocks = clocks;
        this.zone = zone;
        this.work = work;
        this.fx = fx;
        this.delays = delays;
        this.midnight = new Alarm(delays, this::lookAtTheDay);
        this.today = now();
        history.onChange(this::heard);
    }

    ObservableList<HistoryRow> rows() {
        return rows;
    }

    /** True once the history was read. */
    ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    /** Reads everything. */
    void load() {
        readAll = true;
        read();
    }

    Optional<Known> find(String id) {
        return Optional.ofNullable(known.get(id));
    }

    /** Shows {@code changed} before the history has it. */
    void expect(Known change) {
        known.put(change.id(), change);
        arrange();
    }

    void hide(String id) {
        hidden.add(id);
        arrange();
    }

    void unhide(String id) {
        hidden.remove(id);
        arrange();
    }

    /** It is gone for good. */
    void forget(String id) {
        known.remove(id);
        unhide(id);
    }

    LocalDate today() {
        return today;
    }

    ZoneId zone() {
        return zone;
    }

    /** Moves the groups if the day is another one than when they were made. */
    void lookAtTheDay() {
        if (!today.equals(now())) {
            arrange();
        } else {
            sleep();
        }
    }

    private LocalDate now() {
        return LocalDate.ofInstant(clocks.now(), zone);
    }

    private void heard(String id) {
        synchronized (changed) {
            boolean first = changed.isEmpty();
            changed.add(id);
            if (!first) {
                return;
            }
        }
        fx.execute(() -> delays.after(GATHER_MS, this::read));
    }

    private void read() {
        if (reading) {
            return; // what came meanwhile is read next
        }
        var ids = taken();
        if (ids.isEmpty() && !readAll) {
            return;
        }
        reading = true;
        boolean all = readAll || ids.size() > MANY || !loaded.get();
        readAll = false;
        work.execute(() -> {
            try {
                var read = all ? everything() : some(ids);
                fx.execute(() -> show(read, all));
            } catch (RuntimeException | Error defect) {
                fx.execute(() -> {
                    reading = false;
                    throw defect;
                });
            }
        });
    }

    private List<String> taken() {
        synchronized (changed) {
            var ids = List.copyOf(changed);
            changed.clear();
            return ids;
        }
    }

    private Map<String, Known> everything() {
        var all = new HashMap<String, Known>();
        history.conversations().forEach(each -> all.put(each.id(), known(each)));
        return all;
    }

    private Map<String, Known> some(List<String> ids) {
        var some = new HashMap<String, Known>();
        ids.forEach(id -> some.put(id, history.conversation(id).map(this::known).orElse(null)));
        return some;
    }

    private Known known(Conversation each) {
        return Known.of(each, history.damaged(each.id()));
    }

    private void show(Map<String, Known> read, boolean all) {
        reading = false;
        if (!loaded.get()) {
            delays.after(LOOK_FOR_DAMAGE_MS, () -> work.execute(history::lookForDamage));
        }
        if (all) {
            known.clear();
        }
        read.forEach((id, now) -> {
            if (now == null) {
                known.remove(id);
            } else {
                known.put(id, now);
            }
        });
        arrange();
        loaded.set(true);
        read();
    }

    private void arrange() {
        today = now();
        var sorted = new ArrayList<Known>(known.size());
        known.values().forEach(each -> {
            if (!hidden.contains(each.id())) {
                sorted.add(each);
            }
        });
        sorted.sort(Known.ORDER);
        RowUpdate.bring(rows, DayGroups.of(sorted, today, zone));
        sleep();
    }

    /** A machine that slept through midnight must not sleep on: the clock of the delays may have stood still. */
    private void sleep() {
        var next = today.plusDays(1).atStartOfDay(zone).toInstant();
        long left = Duration.between(clocks.now(), next).toMillis() + 1;
        midnight.set(Math.clamp(left, 1, LONGEST_SLEEP_MS));
    }
}
