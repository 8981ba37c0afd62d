package app.pitot.ui.transcript;

import app.pitot.base.Ticker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Finds words in the conversation, without regard to case: in all blocks, in questions, and in reasoning, folded or not. It
 * searches a little in each pulse and again what changed since. JavaFX thread only.
 */
public final class FindModel {
    /** What one pulse may spend. */
    private static final long BUDGET_NANOS = 3_000_000;
    /** Least time between two searches of what streams. */
    private static final long REST_NANOS = 200_000_000;
    /** Finds that are kept; nobody goes through more of them. */
    private static final int MOST = 10_000;

    private final TranscriptModel model;
    private final Ticker ticker;
    private final Pulses pulses;
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NOTHING);
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
    private final List<Found> found = new ArrayList<>();
    /** Of messages that do not change any more. */
    private final Map<Message, List<Found>> settled = new HashMap<>();
    private Map<Row, List<Found>> byRow = Map.of();
    private Pattern pattern;
    private Found current;
    private boolean open;
    private boolean waiting;
    private boolean dirty;
    private long begun;
    private Round round;

    /**
     * How far the search is.
     *
     * @param number of the find that the user is at, from 1; 0 if at none
     * @param count finds so far
     * @param searching true while there is more to search
     */
    public record State(int number, int count, boolean searching) {
        static final State NOTHING = new State(0, 0, false);
    }

    /** @param row may be folded away at present */
    record Found(Row row, int from, int to) {}

    /** One pass over all messages. */
    private static final class Round {
        private final List<Message> messages;
        private final List<Found> found = new ArrayList<>();
        private int next;

        private Round(List<Message> messages) {
            this.messages = messages;
        }
    }

    FindModel(TranscriptModel model, Ticker ticker, Pulses pulses) {
        this.model = model;
        this.ticker = ticker;
        this.pulses = pulses;
        query.addListener((property, was, is) -> asked());
        model.edits().addListener((property, was, is) -> edited());
    }

    /** What is looked for; surrounding space counts. */
    public StringProperty query() {
        return query;
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** Grows whenever other finds, or another current one, are to be shown. */
    public ReadOnlyLongProperty changes() {
        return changes.getReadOnlyProperty();
    }

    /** Begins to search, and keeps up with what streams until {@link #close}. */
    public void open() {
        open = true;
        asked();
    }

    /** Forgets all finds, but not the words. */
    public void close() {
        open = false;
        round = null;
        settled.clear();
        take(List.of(), false);
    }

    /** The find that the user is at; null if there is none. */
    Found current() {
        return current;
    }

    /** Finds in {@code row}, in order. */
    List<Found> in(Row row) {
        return byRow.getOrDefault(row, List.of());
    }

    /** Goes {@code step} finds on, around the end, and returns that find; null if there is none. */
    Found go(int step) {
        if (found.isEmpty()) {
            return null;
        }
        int at = found.indexOf(current);
        int next = at < 0 ? step < 0 ? found.size() - 1 : 0 : Math.floorMod(at + step, found.size());
        current = found.get(next);
        publish(state.get().searching());
        return current;
    }

    private void asked() {
        if (!open) {
            return;
        }
        settled.clear();
        var words = query.get();
        pattern = Pattern.compile(Pattern.quote(words), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        current = null;
        if (words.isEmpty()) {
            round = null;
            take(List.of(), false);
        } else {
            begin();
            take(List.of(), true);
            later();
        }
    }

    private void begin() {
        dirty = false;
        begun = ticker.nanos();
        round = new Round(model.messages());
    }

    private void edited() {
        if (open && !query.get().isEmpty()) {
            dirty = true;
            later();
        }
    }

    private void later() {
        if (!waiting) {
            waiting = true;
            pulses.next(this::turn);
        }
    }

    private void turn() {
        waiting = false;
        if (round == null && dirty && open && !query.get().isEmpty()) {
            if (ticker.nanos() - begun < REST_NANOS) {
                later();
                return;
            }
            begin();
        }
        if (round == null) {
            return;
        }
        long until = ticker.nanos() + BUDGET_NANOS;
        while (round.next < round.messages.size() && round.found.size() < MOST) {
            search(round.messages.get(round.next++), round.found);
            if (ticker.nanos() - until >= 0) {
                break;
            }
        }
        boolean over = round.next >= round.messages.size() || round.found.size() >= MOST;
        if (over || round.found.size() > found.size()) {
            take(round.found, !over);
        }
        if (over) {
            round = null;
        }
        if (!over || dirty) {
            later();
        }
    }

    private void search(Message message, List<Found> into) {
        var known = settled.get(message);
        if (known == null) {
            known = search(message);
            if (message instanceof Question || message instanceof ReplyRows reply && reply.finished()) {
                settled.put(message, known);
            }
        }
        into.addAll(known);
    }

    private List<Found> search(Message message) {
        var into = new ArrayList<Found>();
        for (var row : model.textRows(message)) {
            var text = RowText.of(row);
            if (text.isEmpty()) {
                continue;
            }
            var matcher = pattern.matcher(text);
            while (matcher.find() && into.size() < MOST) {
                into.add(new Found(row, matcher.start(), matcher.end()));
            }
        }
        return into;
    }

    private void take(List<Found> now, boolean searching) {
        var kept = new HashMap<Row, List<Found>>();
        now.forEach(each -> kept.computeIfAbsent(each.row(), _ -> new ArrayList<>()).add(each));
        boolean same = found.equals(now);
        found.clear();
        found.addAll(now);
        byRow = Collections.unmodifiableMap(kept);
        if (current != null && !found.contains(current)) {
            current = null;
        }
        if (!same || state.get().searching() != searching) {
            publish(searching);
        }
    }

    private void publish(boolean searching) {
        state.set(new State(current == null ? 0 : found.indexOf(current) + 1, found.size(), searching));
        changes.set(changes.get() + 1);
    }
}
