package app.pitot.tray;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.freedesktop.dbus.errors.UnknownProperty;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** The icon's menu, which never changes; public, as the library needs it. */
public final class ExportedMenu extends ReadOnlyProperties implements NotifierMenu {
    static final String PATH = "/MenuBar";
    private static final int LINE = 3;

    private final List<String> labels;
    private final List<Runnable> actions;

    ExportedMenu(TrayWords words, TrayListener listener) {
        labels = List.of("", words.open(), words.mini(), "", words.quit());
        actions = List.of(() -> {}, listener::open, listener::mini, () -> {}, listener::quit);
    }

    @Override
    public Layout<UInt32, Node> GetLayout(int parent, int depth, List<String> properties) {
        var children = parent == 0 && depth != 0 ? entries() : List.<Variant<?>>of();
        return new Layout<>(new UInt32(1), new Node(parent, properties(parent), children));
    }

    private List<Variant<?>> entries() {
        return IntStream.range(1, labels.size())
                .<Variant<?>>mapToObj(id -> new Variant<>(new Node(id, properties(id), List.of()), "(ia{sv}av)"))
                .toList();
    }

    @Override
    public List<Entry> GetGroupProperties(List<Integer> ids, List<String> properties) {
        var wanted = ids.isEmpty() ? IntStream.range(0, labels.size()).boxed().toList() : ids;
        return wanted.stream().filter(this::known).map(id -> new Entry(id, properties(id))).toList();
    }

    @Override
    public Variant<?> GetProperty(int id, String name) {
        var value = properties(id).get(name);
        if (value == null) {
            throw new UnknownProperty(name);
        }
        return value;
    }

    @Override
    public void Event(int id, String event, Variant<?> data, UInt32 time) {
        if (known(id) && event.equals("clicked")) {
            actions.get(id).run();
        }
    }

    @Override
    public List<Integer> EventGroup(List<Happened> events) {
        events.forEach(each -> Event(each.id, each.event, each.data, each.time));
        return events.stream().map(each -> each.id).filter(id -> !known(id)).toList();
    }

    @Override
    public boolean AboutToShow(int id) {
        return false;
    }

    @Override
    public Map<String, Variant<?>> GetAll(String type) {
        return Map.of("Version", new Variant<>(new UInt32(3)), "Status", new Variant<>("normal"), "TextDirection",
                new Variant<>("ltr"), "IconThemePath", new Variant<>(new String[0], "as"));
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }

    private boolean known(int id) {
        return id >= 0 && id < labels.size();
    }

    private Map<String, Variant<?>> properties(int id) {
        if (id == 0) {
            return Map.of("children-display", new Variant<>("submenu"));
        }
        if (!known(id)) {
            return Map.of();
        }
        return id == LINE
                ? Map.of("type", new Variant<>("separator"))
                : Map.of("label", new Variant<>(labels.get(id)), "enabled", new Variant<>(true), "visible",
                        new Variant<>(true));
    }
}
