package app.pitot.ui.chat;

import app.pitot.exchange.ExchangeResult;
import app.pitot.exchange.ExchangeSpec;
import app.pitot.exchange.Exchanges;
import app.pitot.quota.Audit;
import app.pitot.quota.QuotaSnapshot;
import app.pitot.ui.common.Delays;
import app.pitot.ui.instruments.InstrumentsModel;
import app.pitot.ui.params.Problem;
import app.pitot.ui.picker.PickerModel;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Feeds the instruments and the pre-flight line with what is known of the selected model: its windows, its median speed,
 * and whether the next request would pass. JavaFX thread only.
 */
final class Feed {
    private final Exchanges exchanges;
    private final PickerModel picker;
    private final InstrumentsModel instruments;
    private final Supplier<ExchangeSpec> next;
    private final ReadOnlyObjectProperty<List<Problem>> problems;
    private final BooleanSupplier running;
    private final QuotaWatch quotaWatch;
    private final Medians medians = new Medians();
    private final ReadOnlyObjectWrapper<PreFlightLine> preFlight = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<QuotaSnapshot> quota = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Audit> audit = new ReadOnlyObjectWrapper<>();
    /** What the audit was made for; null for none, or if it is to be made anew. */
    private List<Object> audited;

    /**
     * @param next what would be sent now; asked only while a model is selected
     * @param problems what must be mended before anything is sent
     * @param running true while any reply streams
     */
    Feed(Exchanges exchanges, PickerModel picker, InstrumentsModel instruments, Delays delays,
            Supplier<ExchangeSpec> next, ReadOnlyObjectProperty<List<Problem>> problems, BooleanSupplier running) {
        this.exchanges = exchanges;
        this.picker = picker;
        this.instruments = instruments;
        this.next = next;
        this.problems = problems;
        this.running = running;
        this.quotaWatch = new QuotaWatch(delays, this::refresh);
    }

    /** Null until a model is selected. */
    ReadOnlyObjectProperty<PreFlightLine> preFlight() {
        return preFlight.getReadOnlyProperty();
    }

    /** The windows as last read, or null. */
    ReadOnlyObjectProperty<QuotaSnapshot> quota() {
        return quota.getReadOnlyProperty();
    }

    /** What the selected model's replies set aside and used, or null. */
    ReadOnlyObjectProperty<Audit> audit() {
        return audit.getReadOnlyProperty();
    }

    /** Turns to the selected model and reads its windows for as long as they change. */
    void selected() {
        var choice = picker.selected().get();
        if (choice != null) {
            instruments.showModel(Medians.key(choice.account().id(), choice.model().id()));
        }
        instruments.showMedian(medians.of(choice));
        read();
    }

    /** Reads the windows now. */
    void read() {
        quotaWatch.now();
    }

    /** A reply ended. */
    void heard(ExchangeResult result) {
        medians.add(result);
        audited = null;
        selected();
    }

    /** The draft or the parameters changed. */
    void check() {
        if (picker.selected().get() == null) {
            preFlight.set(null);
        } else {
            var spec = next.get();
            var line = PreFlightLine.of(exchanges.preFlight(spec), spec.request().maxTokens() != null);
            audit(spec);
            preFlight.set(problems.get().isEmpty() ? line : PreFlightLine.unsendable(problems.get().getFirst()));
        }
    }

    /** Not at each key stroke: only a reply, another model or another cap change it. */
    private void audit(ExchangeSpec spec) {
        var cap = spec.request().maxTokens();
        var now = Arrays.<Object>asList(spec.account().id(), spec.model().id(), cap);
        if (!now.equals(audited)) {
            audited = now;
            audit.set(exchanges.audit(spec.account(), spec.model(), cap));
        }
    }

    private QuotaWatch.Pace refresh() {
        var choice = picker.selected().get();
        if (choice == null) {
            return QuotaWatch.Pace.NEVER;
        }
        var snapshot = exchanges.quota(choice.account(), choice.model());
        quota.set(snapshot);
        instruments.showQuota(snapshot);
        instruments.showKey(exchanges.keyStatus(choice.account()));
        check();
        return running.getAsBoolean() ? QuotaWatch.Pace.RUNNING : QuotaWatch.Pace.of(snapshot);
    }
}
