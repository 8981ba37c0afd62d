package app.pitot.ui.requests;

import app.pitot.api.Wire;
import app.pitot.base.Texts;
import app.pitot.exchange.Traces;
import app.pitot.inspect.WireDifference;
import app.pitot.inspect.WireDifference.Change;
import app.pitot.inspect.WireDifference.Changes;
import app.pitot.ui.common.Format;
import app.pitot.ui.common.Job;
import app.pitot.ui.common.Jobs;
import app.pitot.usage.RequestRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Two requests side by side: figures, and where headers and bodies differ. JavaFX thread only. */
public final class DifferenceModel {
    private final Traces traces;
    private final Jobs jobs;
    private final RowWords words;
    private final ReadOnlyObjectWrapper<Face> face = new ReadOnlyObjectWrapper<>();
    private Job job;

    /**
     * What is on the screen.
     *
     * @param first what the first request is called; the earlier of the two
     * @param second likewise
     * @param note what cannot be told and why; may be empty
     */
    record Face(String first, String second, List<Line> lines, String note) {}

    /**
     * One line.
     *
     * @param before of the first request; an en dash where there is nothing
     * @param differs true if the two are not alike
     * @param heading true for a line that begins a section and has no values
     */
    record Line(String name, String before, String after, boolean differs, boolean heading) {}

    public DifferenceModel(Traces traces, Jobs jobs, DetailsModel details) {
        this.traces = traces;
        this.jobs = jobs;
        this.words = details.words();
    }

    /** Null while no two are compared. */
    ReadOnlyObjectProperty<Face> face() {
        return face.getReadOnlyProperty();
    }

    /** The earlier one is the first. */
    void compare(RequestRow one, RequestRow other) {
        leave();
        boolean inOrder = RowOrder.NEWEST.compare(one, other) > 0;
        var first = inOrder ? one : other;
        var second = inOrder ? other : one;
        face.set(new Face(name(first), name(second), figures(first, second), Texts.get("requests.kept.reading")));
        job = jobs.start(() -> found(first, second), face::set,
                _ -> face.set(new Face(name(first), name(second), figures(first, second),
                        Texts.get("requests.kept.unreadable"))));
    }

    void leave() {
        if (job != null) {
            job.cancel();
            job = null;
        }
        face.set(null);
    }

    private Face found(RequestRow first, RequestRow second) {
        var lines = new ArrayList<>(figures(first, second));
        var one = traces.find(first.id());
        var other = traces.find(second.id());
        if (one == null || other == null) {
            return new Face(name(first), name(second), lines, Texts.get("requests.difference.gone"));
        }
        var made = WireDifference.between(one, other);
        section(lines, "requests.difference.sent.headers", made.sentHeaders());
        body(lines, "requests.difference.sent.body", made.sent());
        section(lines, "requests.difference.headers", made.headers());
        body(lines, "requests.difference.body", made.received());
        return new Face(name(first), name(second), List.copyOf(lines), streamed(one, other, made.received()));
    }

    private static String streamed(Wire one, Wire other, Changes received) {
        return one.body().length > 0 && other.body().length > 0 && received.found().isEmpty()
                ? Texts.get("requests.difference.streams")
                : "";
    }

    private List<Line> figures(RequestRow first, RequestRow second) {
        var lines = new ArrayList<Line>();
        lines.add(heading("requests.figures", 0));
        columns(lines, first, second, Column.STATUS, Column.MODEL, Column.ACCOUNT, Column.IN);
        line(lines, Texts.get("requests.figure.cached"), Format.count(first.cachedTokens()),
                Format.count(second.cachedTokens()));
        columns(lines, first, second, Column.OUT);
        line(lines, Texts.get("requests.figure.reasoning"), Format.count(first.reasoningTokens()),
                Format.count(second.reasoningTokens()));
        columns(lines, first, second, Column.SPEED, Column.TTFT);
        line(lines, Texts.get("requests.figure.total"), Format.duration(first.totalMs()),
                Format.duration(second.totalMs()));
        columns(lines, first, second, Column.COST);
        return lines;
    }

    private void columns(List<Line> lines, RequestRow first, RequestRow second, Column... those) {
        for (var column : those) {
            line(lines, column.title(), words.of(first, column), words.of(second, column));
        }
    }

    private static void line(List<Line> lines, String name, String before, String after) {
        lines.add(new Line(name, before, after, !before.equals(after), false));
    }

    private static Line heading(String key, int count) {
        return new Line(Texts.get(key, count), "", "", false, true);
    }

    private static void body(List<Line> lines, String key, Changes changes) {
        section(lines, key, changes.found());
        if (changes.more()) {
            lines.add(new Line(Texts.get("requests.difference.more"), "", "", true, false));
        }
    }

    private static void section(List<Line> lines, String key, List<Change> changes) {
        lines.add(heading(key, changes.size()));
        for (var change : changes) {
            lines.add(new Line(change.path().isEmpty() ? Texts.get("requests.difference.whole") : change.path(),
                    change.before() == null ? Format.UNKNOWN : change.before(),
                    change.after() == null ? Format.UNKNOWN : change.after(), true, false));
        }
    }

    private String name(RequestRow row) {
        return Texts.get("requests.difference.name", words.of(row, Column.TIME),
                words.of(row, Column.MODEL).toLowerCase(Locale.ROOT));
    }
}
