package app.pitot.ui.usage;

import app.pitot.base.Clocks;
import app.pitot.base.Texts;
import app.pitot.store.UsageChoice;
import app.pitot.ui.common.Alarm;
import app.pitot.ui.common.Delays;
import app.pitot.ui.common.Job;
import app.pitot.ui.common.Jobs;
import app.pitot.usage.Grouping;
import app.pitot.usage.RequestFilter;
import app.pitot.usage.Span;
import app.pitot.usage.UsageException;
import app.pitot.usage.UsageReport;
import app.pitot.usage.Usages;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/**
 * What is asked about past use and what came of it. The newest question wins; while an answer is awaited the one before stays.
 * Asks again by itself when requests have ended, at midnight and in another time zone, but only while somebody looks.
 * JavaFX thread only.
 */
public final class UsageModel {
    private static final long RARELY_MS = 3_000;
    private static final long LOOK_MS = Duration.ofMinutes(10).toMillis();
    /** A clock that is a little early must not find yesterday. */
    private static final long LATE_MS = 200;

    private final UsageQuestions questions;
    private final Supplier<Names> names;
    private final Clocks clocks;
    private final Supplier<ZoneId> zones;
    private final Jobs jobs;
    private final Consumer<UsageChoice> keep;
    private final Alarm refresh;
    private final Alarm look;

    private final ObjectProperty<Span.Kind> kind;
    private final StringProperty from = new SimpleStringProperty();
    private final StringProperty to = new SimpleStringProperty();
    private final ReadOnlyObjectWrapper<OwnDays> own = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Grouping> by;
    private final BooleanProperty simulated = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<UsageFace> face = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final IntegerProperty cursor = new SimpleIntegerProperty(-1);

    private ZoneId zone;
    private UsageChoice choice;
    private boolean visible;
    private boolean missed = true;
    private boolean real;
    private boolean settling;
    private Job job;
    private UsageQuestion asked;

    /**
     * @param names asked before each question
     * @param zone the user's when the app began
     * @param zones tells, in the background, where they are at the moment
     * @param choice how it was looked at last
     * @param keep told of each change of that
     */
    public UsageModel(Usages usages, Supplier<Names> names, Clocks clocks, ZoneId zone,
            Supplier<ZoneId> zones, Jobs jobs, Delays delays, UsageChoice choice, Consumer<UsageChoice> keep) {
        this.questions = new UsageQuestions(usages);
        this.names = names;
        this.clocks = clocks;
        this.zone = zone;
        this.zones = zones;
        this.jobs = jobs;
        this.choice = choice;
        this.keep = keep;
        this.refresh = new Alarm(delays, this::refresh);
        this.look = new Alarm(delays, this::lookAtTheClock);
        this.kind = new SimpleObjectProperty<>(choice.span().kind());
        this.by = new SimpleObjectProperty<>(choice.by());
        this.simulated.set(Boolean.TRUE.equals(choice.simulated()));
        days(choice.span());
        kind.addListener((_, _, _) -> pick());
        from.addListener((_, _, _) -> type());
        to.addListener((_, _, _) -> type());
        by.addListener((_, _, now) -> choose(new UsageChoice(this.choice.span(), now, this.choice.simulated(),
                this.choice.colours())));
        simulated.addListener((_, _, now) -> {
            if (!settling) {
                choose(new UsageChoice(this.choice.span(), this.choice.by(), now, this.choice.colours()));
            }
        });
    }

    public ObjectProperty<Span.Kind> kind() {
        return kind;
    }

    /** The first of the user's own days, as it is typed. */
    StringProperty from() {
        return from;
    }

    /** The last of the user's own days, as it is typed. */
    StringProperty to() {
        return to;
    }

    /** What the own days come to. */
    ReadOnlyObjectProperty<OwnDays> own() {
        return own.getReadOnlyProperty();
    }

    public ObjectProperty<Grouping> by() {
        return by;
    }

    /** With the simulator's requests; until the user chooses, if there are no others. */
    BooleanProperty simulated() {
        return simulated;
    }

    /** Null until the first answer. */
    ReadOnlyObjectProperty<UsageFace> face() {
        return face.getReadOnlyProperty();
    }

    /** What is shown; holds null until the first answer. */
    public ObservableValue<UsageReport> shown() {
        return face.map(UsageFace::report);
    }

    /** What is shown; null until the first answer. */
    public UsageReport report() {
        return face.get() == null ? null : face.get().report();
    }

    /** True while what is shown answers another question than the one that was asked. */
    ReadOnlyBooleanProperty stale() {
        return stale.getReadOnlyProperty();
    }

    /** Why there is no answer, and what to do; empty if there is one. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** Which slot of all charts is read; -1 for none. */
    IntegerProperty cursor() {
        return cursor;
    }

    /** @param seen whether somebody looks at it */
    public void visible(boolean seen) {
        if (visible != seen) {
            visible = seen;
            if (!seen) {
                look.cancel();
                return;
            }
            locate();
            if (missed || !asks().sameAs(asked)) {
                ask();
            } else {
                watch();
            }
        }
    }

    /** A request has ended, or names have changed. */
    public void changed() {
        if (!visible) {
            missed = true;
        } else if (!refresh.pending()) {
            refresh.set(RARELY_MS);
        }
    }

    /** Asks once more after a failure. */
    void again() {
        ask();
    }

    /**
     * The newest of the hours of a week in which there were requests; read in the background.
     *
     * @param day 1 for Monday to 7
     * @param open not called if there is none any more
     */
    void newestHour(int day, int hour, Consumer<RequestFilter> open) {
        var report = report();
        jobs.start(() -> questions.newest(report, day, hour), filter -> {
            if (filter != null) {
                open.accept(filter);
            }
        }, this::failed);
    }

    private UsageQuestion asks() {
        return new UsageQuestion(choice.span(), choice.by(), choice.simulated(), clocks.now(), zone);
    }

    private void pick() {
        if (kind.get() != Span.Kind.OWN) {
            choose(new UsageChoice(Span.of(kind.get()), choice.by(), choice.simulated(), choice.colours()));
            return;
        }
        // It begins with what is shown, so that there is something to change.
        if (own.get() == null || own.get().span() == null) {
            days(choice.span());
        }
        type();
    }

    private void days(Span span) {
        var now = clocks.now();
        var begin = span.kind() == Span.Kind.ALL
                ? face.get() == null ? today().minusDays(1) : face.get().bins().day(0)
                : span.begin(now, zone).atZone(zone).toLocalDate();
        from.set(begin.toString());
        to.set((span.kind() == Span.Kind.OWN ? span.to() : today()).toString());
        own.set(OwnDays.of(from.get(), to.get(), today()));
    }

    private LocalDate today() {
        return clocks.now().atZone(zone).toLocalDate();
    }

    private void type() {
        own.set(OwnDays.of(from.get(), to.get(), today()));
        if (kind.get() == Span.Kind.OWN && own.get().span() != null) {
            choose(new UsageChoice(own.get().span(), choice.by(), choice.simulated(), choice.colours()));
        }
    }

    private void choose(UsageChoice now) {
        if (!now.equals(choice)) {
            choice = now;
            keep.accept(now);
            missed = true;
            if (visible) {
                ask();
            }
        }
    }

    private void refresh() {
        if (job != null) {
            refresh.set(RARELY_MS); // what is on its way may be too old already
        } else if (visible) {
            ask();
        } else {
            missed = true;
        }
    }

    private void lookAtTheClock() {
        locate();
        if (visible && job == null && !asks().sameAs(asked)) {
            ask();
        } else {
            watch();
        }
    }

    /** Where the user is may take a look at the disk. */
    private void locate() {
        jobs.start(zones::get, now -> {
            if (!now.equals(zone)) {
                zone = now;
                if (visible) {
                    ask();
                }
            }
        }, this::failed);
    }

    /** Wakes at midnight; and now and then, for machines sleep and travel. */
    private void watch() {
        long midnight = Duration.between(clocks.now(), Span.today().end(clocks.now(), zone)).toMillis();
        look.set(Math.min(LOOK_MS, Math.max(0, midnight) + LATE_MS));
    }

    private void ask() {
        if (job != null) {
            job.cancel();
        }
        var question = asks();
        var called = names.get();
        boolean known = real;
        var colours = choice.colours();
        stale.set(face.get() != null && !question.sameAs(asked));
        asked = question;
        missed = false;
        job = jobs.start(() -> questions.ask(question, known, called, colours), this::answered, failure -> {
            job = null;
            missed = true;
            stale.set(false);
            failed(failure);
        });
        watch();
    }

    private void answered(UsageFace now) {
        job = null;
        Instant at = face.get() == null || cursor.get() < 0 || cursor.get() >= face.get().bins().size()
                ? null
                : face.get().bins().get(cursor.get()).from();
        real |= !now.alone();
        settling = true;
        simulated.set(now.simulated());
        settling = false;
        var colours = Colours.remembered(choice.colours(), now.colours());
        if (!colours.equals(choice.colours())) {
            choice = new UsageChoice(choice.span(), choice.by(), choice.simulated(), colours);
            keep.accept(choice);
        }
        problem.set("");
        stale.set(false);
        face.set(now);
        cursor.set(now.bins().at(at));
    }

    private void failed(Throwable failure) {
        problem.set(failure instanceof UsageException told ? told.getMessage() : Texts.get("usage.failed"));
    }
}
