package app.pitot.ui.instruments;

import app.pitot.base.Clocks;
import app.pitot.exchange.KeyNews;
import app.pitot.exchange.Phase;
import app.pitot.provider.Plan;
import app.pitot.quota.Audit;
import app.pitot.quota.QuotaSnapshot;
import app.pitot.speed.SpeedReading;
import app.pitot.ui.common.Alarm;
import app.pitot.ui.common.Delays;
import app.pitot.ui.common.Format;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What the instruments panel says. It is fed from outside; between feeds it wakes up only as often as something on the
 * panel would look different, and not at all while all windows rest or nobody looks. Use on the JavaFX thread only.
 */
public final class InstrumentsModel {
    /** A final speed counts as of earlier after this time. */
    static final long IDLE_MS = 60_000;

    private final Clocks clocks;
    private final ZoneId zone;
    private final ReadOnlyObjectWrapper<SpeedFace> speed = new ReadOnlyObjectWrapper<>(this, "speed");
    private final ReadOnlyObjectWrapper<Double> median = new ReadOnlyObjectWrapper<>(this, "median");
    private final ReadOnlyObjectWrapper<List<GaugeFace>> gauges = new ReadOnlyObjectWrapper<>(this, "gauges",
            List.of());
    private final ReadOnlyObjectWrapper<DayFace> day = new ReadOnlyObjectWrapper<>(this, "day");
    private final ReadOnlyObjectWrapper<KeyFace> keyFace = new ReadOnlyObjectWrapper<>(this, "key");
    private final ReadOnlyObjectWrapper<AuditFace> audit = new ReadOnlyObjectWrapper<>(this, "audit");
    private final DetailsModel details = new DetailsModel(() -> faceQuota(true));
    private final Alarm quotaAlarm;
    private final Alarm idleAlarm;

    private final LastRuns runs = new LastRuns();
    private String key = "";
    private SpeedReading reading = SpeedReading.NONE;
    private Phase phase;
    private long speedNanos;
    private QuotaSnapshot quota = new QuotaSnapshot(List.of(), null);
    private long quotaNanos;
    private long wordsNanos;
    private Supplier<QuotaSnapshot> source;
    private Plan plan;
    private boolean watched = true;
    private boolean glanced;
    private IntConsumer maxTokens = _ -> {};

    /**
     * @param zone of the user's clock
     * @param delays wakes the model on the JavaFX thread
     */
    public InstrumentsModel(Clocks clocks, ZoneId zone, Delays delays) {
        this.clocks = clocks;
        this.zone = zone;
        quotaAlarm = new Alarm(delays, this::tick);
        idleAlarm = new Alarm(delays, () -> faceSpeed(timeOfLast()));
        faceSpeed(null);
        faceQuota(true);
    }

    /** Never null. */
    public ReadOnlyObjectProperty<SpeedFace> speedProperty() {
        return speed.getReadOnlyProperty();
    }

    /** Never null; empty while no window is known. */
    public ReadOnlyObjectProperty<List<GaugeFace>> gaugesProperty() {
        return gauges.getReadOnlyProperty();
    }

    /** Never null. */
    public ReadOnlyObjectProperty<DayFace> dayProperty() {
        return day.getReadOnlyProperty();
    }

    /** What the provider says of the key; null while it says nothing. */
    public ReadOnlyObjectProperty<KeyFace> keyProperty() {
        return keyFace.getReadOnlyProperty();
    }

    /** What the last reply set aside and used; null while nothing is known of it. */
    public ReadOnlyObjectProperty<AuditFace> auditProperty() {
        return audit.getReadOnlyProperty();
    }

    /** Shows what replies set aside and used; null for nothing. */
    public void showAudit(Audit of) {
        audit.set(AuditFace.of(of));
    }

    /** Called with a cap that the user takes over. */
    public void onMaxTokens(IntConsumer set) {
        maxTokens = set;
    }

    void setMaxTokens(int cap) {
        maxTokens.accept(cap);
    }

    /** What stands behind the gauges. */
    public DetailsModel details() {
        return details;
    }

    /** The model's own median speed, or null. */
    public ReadOnlyObjectProperty<Double> medianProperty() {
        return median.getReadOnlyProperty();
    }

    /**
     * Shows a reading; call it as often as you like: while it is live and nothing but figures changed, it is taken ten
     * times a second.
     *
     * @param newPhase null if nothing has run yet
     */
    public void showSpeed(SpeedReading newReading, Phase newPhase) {
        var now = clocks.nanos();
        var news = newPhase != phase || !newReading.live() || newReading.stalled() != reading.stalled();
        if (!news && now - speedNanos < Cadence.BAR_MS * 1_000_000) {
            return;
        }
        speedNanos = now;
        idleAlarm.cancel();
        if (newPhase == Phase.ENDED && newReading.outputTokens() == null) {
            showLast(0);
            return;
        }
        reading = newReading;
        phase = newPhase;
        if (phase == Phase.ENDED) {
            runs.ended(key, reading, clocks.now(), now);
            idleAlarm.set(IDLE_MS);
        }
        faceSpeed(null);
    }

    /**
     * Shows a reading of the model named {@code of}, if that is the model shown; else its end is kept for when it is.
     *
     * @param of as given to {@link #showModel}
     */
    public void showSpeed(String of, SpeedReading newReading, Phase newPhase) {
        if (of.equals(key)) {
            showSpeed(newReading, newPhase);
        } else if (newPhase == Phase.ENDED && newReading.outputTokens() != null) {
            runs.ended(of, newReading, clocks.now(), clocks.nanos());
        }
    }

    /**
     * Turns the dial to another model: to its own last figures, or to dashes if it has not run. The median goes until
     * {@link #showMedian} gives that model's. The same model again has no effect.
     *
     * @param newKey names endpoint and model; never null, empty for none
     */
    public void showModel(String newKey) {
        if (!newKey.equals(key)) {
            key = newKey;
            idleAlarm.cancel();
            median.set(null);
            showLast(IDLE_MS);
        }
    }

    /** Forgets the figures of the model shown: the dial looks as if nothing had run. */
    public void reset() {
        runs.forget(key);
        idleAlarm.cancel();
        median.set(null);
        showLast(0);
    }

    /**
     * A request that brought no token leaves the last reply's figures, as what they are: earlier ones.
     *
     * @param freshMs up to this age they stand as new
     */
    private void showLast(long freshMs) {
        var run = runs.of(key);
        reading = run == null ? SpeedReading.NONE : run.reading();
        phase = run == null ? null : Phase.ENDED;
        var left = run == null ? 0 : freshMs - (clocks.nanos() - run.nanos()) / 1_000_000;
        if (left > 0) {
            idleAlarm.set(left);
        }
        faceSpeed(left > 0 ? null : timeOfLast());
    }

    private String timeOfLast() {
        var run = runs.of(key);
        return run == null ? null : Format.time(run.endedAt(), zone);
    }

    /** Marks the model's own median outside the dial; null for none. */
    public void showMedian(Double tokensPerSecond) {
        median.set(tokensPerSecond);
    }

    /** The plan whose date planned limits wear; null if unknown. */
    public void showPlan(Plan newPlan) {
        plan = newPlan;
        faceQuota(true);
    }

    /** Shows what the provider last said of the key; null for nothing. */
    public void showKey(KeyNews news) {
        keyFace.set(KeyFaces.of(news, zone));
    }

    /** Shows the windows as of now. */
    public void showQuota(QuotaSnapshot snapshot) {
        var words = Changes.worthWords(quota, snapshot) || wordsDue();
        quota = snapshot;
        quotaNanos = clocks.nanos();
        faceQuota(words);
        schedule(quota);
    }

    /**
     * Where to get the windows as of now when they refill by themselves; without one, only the words age.
     *
     * @param newSource cheap, called on the JavaFX thread at most ten times a second; null for none
     */
    public void refreshFrom(Supplier<QuotaSnapshot> newSource) {
        source = newSource;
        if (source != null) {
            showQuota(source.get());
        }
    }

    /** False while nobody can see the panel: nothing ticks then, and looking again brings it up to date. */
    public void setWatched(boolean now) {
        if (now != watched) {
            watched = now;
            look();
        }
    }

    /**
     * True while some of the figures stand elsewhere too, in the mini gauge or the tray: they then count on without the
     * panel, once a second at most.
     */
    public void setGlanced(boolean now) {
        if (now != glanced) {
            glanced = now;
            look();
        }
    }

    private void look() {
        if (watched || glanced) {
            tick();
        } else {
            quotaAlarm.cancel();
        }
    }

    /** True while a wake-up for the gauges is due. */
    public boolean ticking() {
        return quotaAlarm.pending();
    }

    private void tick() {
        if (source != null) {
            showQuota(source.get());
        } else {
            schedule(faceQuota(wordsDue()));
        }
    }

    private boolean wordsDue() {
        return (clocks.nanos() - wordsNanos) / 1_000_000 >= Cadence.TEXT_MS;
    }

    private void schedule(QuotaSnapshot shown) {
        var due = watched || glanced ? Cadence.of(shown) : -1;
        // Without a newer snapshot no bar moves: only the words count on.
        if (due < 0) {
            quotaAlarm.cancel();
        } else {
            quotaAlarm.set(source == null || !watched ? Math.max(due, Cadence.TEXT_MS) : due);
        }
    }

    private void faceSpeed(String ended) {
        speed.set(SpeedFaces.of(reading, phase, ended));
    }

    private QuotaSnapshot faceQuota(boolean words) {
        var now = clocks.now();
        var aged = Aging.by(quota, (clocks.nanos() - quotaNanos) / 1_000_000);
        var faces = GaugeFaces.of(aged.windows(), new SourceWords(now, zone, plan));
        if (words) {
            wordsNanos = clocks.nanos();
            day.set(DayFaces.of(aged.day(), now, zone));
        }
        gauges.set(words ? faces : keepLines(faces));
        if (words) {
            details.refresh(aged, faces, plan, now, zone);
        }
        return aged;
    }

    /** Bars move ten times a second, but a countdown that did would be unreadable. */
    private List<GaugeFace> keepLines(List<GaugeFace> faces) {
        var before = gauges.get();
        var kept = new ArrayList<GaugeFace>();
        for (var i = 0; i < faces.size(); i++) {
            var face = faces.get(i);
            var same = i < before.size() && before.get(i).title().equals(face.title());
            kept.add(same ? face.withLineOf(before.get(i)) : face);
        }
        return List.copyOf(kept);
    }
}
