package app.pitot.ui.requests;

import app.pitot.api.Wire;
import app.pitot.base.Texts;
import app.pitot.inspect.WireEvents;
import app.pitot.ui.common.Format;
import app.pitot.ui.common.Job;
import app.pitot.ui.common.Jobs;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The events of one response. They are told apart in the background; what one says is read when it is looked at. JavaFX thread only. */
final class EventsModel {
    /** A shorter gap is none that anybody sees, in µs. */
    private static final long SEEN = 20_000;

    private final Jobs jobs;
    private final ObservableList<Integer> numbers = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<String> count = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyStringWrapper gaps = new ReadOnlyStringWrapper("");
    private WireEvents events;
    private Wire wire;
    private long outlier = Long.MAX_VALUE;
    private int[] outliers = {};
    private WireEvents.Event last;
    private Job job;

    EventsModel(Jobs jobs) {
        this.jobs = jobs;
    }

    /** One for each event. */
    ObservableList<Integer> numbers() {
        return numbers;
    }

    /** "1,204 events"; why there are none. */
    ReadOnlyObjectProperty<String> count() {
        return count.getReadOnlyProperty();
    }

    /** How many gaps are far longer than the others; empty for none. */
    ReadOnlyStringProperty gaps() {
        return gaps.getReadOnlyProperty();
    }

    /** Null for none. */
    void show(Wire next) {
        if (next == wire) {
            return;
        }
        wire = next;
        if (job != null) {
            job.cancel();
        }
        put(null);
        if (next != null) {
            count.set(Texts.get("requests.events.reading"));
            job = jobs.start(() -> Read.of(WireEvents.of(next)), this::put,
                    _ -> count.set(Texts.get("requests.body.failed")));
        }
    }

    /** What the event says; read once for all columns of a row. */
    WireEvents.Event event(int number) {
        if (last == null || last.number() != number) {
            last = events.get(number);
        }
        return last;
    }

    /** True if it took far longer to come than others. */
    boolean late(WireEvents.Event event) {
        return event.gapMicros() != null && event.gapMicros() >= outlier;
    }

    /** The next late one behind {@code number}, around the end; -1 if there is none. */
    int nextLate(int number) {
        for (var each : outliers) {
            if (each > number) {
                return each;
            }
        }
        return outliers.length == 0 ? -1 : outliers[0];
    }

    /** "142.3 ms", as exact as it was measured where that matters. */
    static String offset(Long micros) {
        return micros == null ? Format.UNKNOWN : String.format(Locale.ROOT, "%,.1f", micros / 1e3);
    }

    static String kind(WireEvents.Event event) {
        return Texts.get("requests.event." + event.kind().name().toLowerCase(Locale.ROOT));
    }

    private record Read(WireEvents events, List<Integer> numbers, long outlier, int[] outliers, long longest) {
        /** Far beyond what half of the gaps lie within, as statisticians mark it. */
        static Read of(WireEvents events) {
            var gaps = new long[events.size()];
            int known = 0;
            var numbers = new Integer[events.size()];
            for (int i = 0; i < gaps.length; i++) {
                numbers[i] = i;
                var gap = events.get(i).gapMicros();
                gaps[i] = gap == null ? -1 : gap;
                known += gap == null ? 0 : 1;
            }
            var sorted = Arrays.stream(gaps).filter(gap -> gap >= 0).sorted().toArray();
            long limit = Long.MAX_VALUE;
            if (known > 0) {
                long low = sorted[known / 4];
                long high = sorted[Math.min(known - 1, known * 3 / 4)];
                limit = Math.max(SEEN, high + 3 * (high - low));
            }
            var far = limit;
            var late = IntStream.range(0, gaps.length).filter(i -> gaps[i] >= far).toArray();
            return new Read(events, List.of(numbers), limit, late, known == 0 ? 0 : sorted[known - 1]);
        }
    }

    /** Null for none. */
    private void put(Read read) {
        last = null;
        events = read == null ? null : read.events();
        outlier = read == null ? Long.MAX_VALUE : read.outlier();
        outliers = read == null ? new int[0] : read.outliers();
        numbers.setAll(read == null ? List.of() : read.numbers());
        count.set(read == null
                ? ""
                : numbers.isEmpty()
                        ? Texts.get("requests.events.none")
                        : Texts.get("requests.events.count", numbers.size()));
        gaps.set(outliers.length == 0
                ? ""
                : Texts.get("requests.events.gaps", outliers.length, Format.duration(read.longest() / 1e3)));
    }
}
