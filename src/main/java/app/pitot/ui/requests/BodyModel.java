package app.pitot.ui.requests;

import app.pitot.api.Harmless;
import app.pitot.api.Wire;
import app.pitot.base.Texts;
import app.pitot.inspect.PrettyJson;
import app.pitot.ui.common.Format;
import app.pitot.ui.common.Job;
import app.pitot.ui.common.Jobs;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One body to be read: laid out or as it went, and what is looked for in it. JavaFX thread only. */
final class BodyModel {
    /** Characters that are shown; all of it can be copied. */
    static final int MOST = 400_000;
    /** Finds that are kept; nobody goes through more. */
    private static final int FINDS = 10_000;

    private final Side side;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.NOTHING);
    private final BooleanProperty pretty = new SimpleBooleanProperty(true);
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper found = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Find> current = new ReadOnlyObjectWrapper<>();
    private List<Find> finds = List.of();
    private Wire wire;
    private Job job;

    /**
     * What is on the screen.
     *
     * @param json true if it is JSON
     * @param note what must be known of it; may be empty
     */
    record Shown(String text, boolean json, String note) {
        static final Shown NOTHING = new Shown("", false, "");
    }

    /** A stretch of the text. */
    record Find(int from, int to) {}

    BodyModel(Side side, Jobs jobs) {
        this.side = side;
        this.jobs = jobs;
        pretty.addListener((_, _, _) -> lay());
        query.addListener((_, _, _) -> look());
    }

    ReadOnlyObjectProperty<Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    /** True if JSON is laid out with a line for each member. */
    BooleanProperty pretty() {
        return pretty;
    }

    /** What is looked for. */
    StringProperty query() {
        return query;
    }

    /** "3 of 12"; empty while nothing is looked for. */
    ReadOnlyStringProperty found() {
        return found.getReadOnlyProperty();
    }

    /** Where the user is among the finds; null for none. */
    ReadOnlyObjectProperty<Find> current() {
        return current.getReadOnlyProperty();
    }

    /** Null for none. */
    void show(Wire next) {
        if (next != wire) {
            wire = next;
            lay();
        }
    }

    /** The whole body as it went, as far as it is kept; empty if there is none. */
    String whole() {
        return wire == null ? "" : new String(side.body(wire), StandardCharsets.UTF_8);
    }

    /** To the next find, or with -1 to the one before, around the end. */
    void go(int step) {
        if (!finds.isEmpty()) {
            int at = current.get() == null ? -1 : finds.indexOf(current.get());
            int next = at < 0 ? step < 0 ? finds.size() - 1 : 0 : Math.floorMod(at + step, finds.size());
            current.set(finds.get(next));
            found.set(Texts.get("find.place", next + 1, finds.size()));
        }
    }

    private void lay() {
        if (job != null) {
            job.cancel();
        }
        if (wire == null) {
            put(Shown.NOTHING);
            return;
        }
        var of = wire;
        boolean laid = pretty.get();
        job = jobs.start(() -> laid(side, of, laid), this::put,
                _ -> put(new Shown("", false, Texts.get("requests.body.failed"))));
    }

    private static Shown laid(Side side, Wire wire, boolean pretty) {
        var body = side.body(wire);
        if (body.length == 0) {
            return new Shown("", false, Texts.get("requests.body.none"));
        }
        boolean cut = side.cut(wire);
        if (pretty) {
            var made = PrettyJson.of(body, cut, MOST);
            return new Shown(made.text(), made.json(), note(side, wire, made.whole()));
        }
        var text = new String(body, 0, (int) Math.min(body.length, 4L * MOST), StandardCharsets.UTF_8);
        var harmless = Harmless.keepingBlanks(text.replace("\r\n", "\n"), MOST);
        return new Shown(harmless, harmless.startsWith("{"),
                note(side, wire, !cut && text.length() <= MOST && body.length <= 4L * MOST));
    }

    private static String note(Side side, Wire wire, boolean whole) {
        if (side.cut(wire)) {
            return Texts.get("requests.body.cut", Format.count(side.body(wire).length),
                    Format.count(side.bytes(wire)));
        }
        return whole ? "" : Texts.get("requests.body.long", Format.count(MOST));
    }

    private void put(Shown next) {
        shown.set(next);
        look();
    }

    private void look() {
        var words = query.get();
        var text = shown.get().text();
        current.set(null);
        if (words.isEmpty()) {
            finds = List.of();
            found.set("");
            return;
        }
        var matcher = Pattern.compile(Pattern.quote(words), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text);
        var all = new ArrayList<Find>();
        while (all.size() < FINDS && matcher.find()) {
            all.add(new Find(matcher.start(), matcher.end()));
        }
        finds = List.copyOf(all);
        found.set(finds.isEmpty() ? Texts.get("find.none") : Texts.get("find.count", finds.size()));
    }
}
