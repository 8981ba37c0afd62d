package app.pitot.ui.settings;

import app.pitot.base.Texts;
import app.pitot.exchange.Traces;
import app.pitot.exchange.Traces.Kept;
import app.pitot.store.Settings;
import app.pitot.ui.common.Jobs;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * For how long what requests send and receive is kept, how much of it there is, and deleting all of it after one question.
 * JavaFX thread only.
 */
public final class BodiesModel extends DeletionModel<Kept> {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);
    private static final double MEGA = 1e6;

    private final Traces traces;
    private final Jobs jobs;
    private final ZoneId zone;
    private final Consumer<Settings.Bodies> save;
    private final StringProperty days;
    private final StringProperty megabytes;
    private final ReadOnlyStringWrapper daysProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper megabytesProblem = new ReadOnlyStringWrapper("");
    private Settings.Bodies allowed;

    /**
     * @param allowed as it was kept
     * @param save called in the background; may block on the disk
     * @param zone in which times are told
     */
    public BodiesModel(Settings.Bodies allowed, Consumer<Settings.Bodies> save, Traces traces, Jobs jobs, ZoneId zone) {
        super(jobs);
        this.allowed = allowed;
        this.save = save;
        this.traces = traces;
        this.jobs = jobs;
        this.zone = zone;
        this.days = new SimpleStringProperty(String.valueOf(allowed.days()));
        this.megabytes = new SimpleStringProperty(String.valueOf(allowed.megabytes()));
        days.subscribe((_, _) -> check());
        megabytes.subscribe((_, _) -> check());
    }

    /** As typed; holds once {@link #leave} is called. */
    public StringProperty days() {
        return days;
    }

    /** Likewise. */
    public StringProperty megabytes() {
        return megabytes;
    }

    /** What is wrong with it; empty if nothing is. */
    public ReadOnlyStringProperty daysProblem() {
        return daysProblem.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty megabytesProblem() {
        return megabytesProblem.getReadOnlyProperty();
    }

    private void check() {
        daysProblem.set(number(days, 0, Settings.Bodies.MOST_DAYS) >= 0
                ? ""
                : Texts.get("settings.requests.days.bad", Settings.Bodies.MOST_DAYS));
        megabytesProblem
                .set(number(megabytes, Settings.Bodies.LEAST_MEGABYTES, Settings.Bodies.MOST_MEGABYTES) >= 0
                        ? ""
                        : Texts.get("settings.requests.megabytes.bad", Settings.Bodies.LEAST_MEGABYTES,
                                Settings.Bodies.MOST_MEGABYTES));
    }

    /** -1 if it is none from {@code least} to {@code most}. */
    private static int number(StringProperty typed, int least, int most) {
        var text = typed.get() == null ? "" : typed.get().strip();
        int value = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
        return value >= least && value <= most ? value : -1;
    }

    /** The user has done with a field: what can be read holds from now on, and what is more than it allows goes. */
    public void leave() {
        int newDays = number(days, 0, Settings.Bodies.MOST_DAYS);
        int newMegabytes = number(megabytes, Settings.Bodies.LEAST_MEGABYTES, Settings.Bodies.MOST_MEGABYTES);
        var now = new Settings.Bodies(newDays < 0 ? allowed.days() : newDays,
                newMegabytes < 0 ? allowed.megabytes() : newMegabytes);
        if (!now.equals(allowed)) {
            allowed = now;
            jobs.start(() -> {
                save.accept(now);
                traces.tidy();
                return "";
            }, this::tell, _ -> tell(failed()));
        }
    }

    @Override
    Kept find() {
        return traces.kept();
    }

    @Override
    int count(Kept found) {
        return Math.clamp(found.count(), 0, Integer.MAX_VALUE);
    }

    @Override
    String words(Kept found) {
        return found.count() == 0
                ? Texts.get(allowed.days() == 0 ? "settings.requests.off" : "settings.requests.none")
                : Texts.get("settings.requests.some", found.count(), megabytes(found),
                        WHEN.format(found.oldest().atZone(zone)));
    }

    @Override
    String question(Kept found) {
        return Texts.get("settings.requests.ask", found.count(), megabytes(found));
    }

    @Override
    String clear() {
        traces.clear();
        return traces.kept().count() > 0 ? failed() : "";
    }

    @Override
    String failed() {
        return Texts.get("settings.requests.failed");
    }

    private static String megabytes(Kept kept) {
        return String.format(Locale.ROOT, "%.1f", kept.bytes() / MEGA);
    }
}
