package app.pitot.tray;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;

/** Answers what a host asks about the icon, on the library's threads; public, as the library needs it. */
public final class ExportedItem extends ReadOnlyProperties implements NotifierItem {
    static final String PATH = "/StatusNotifierItem";
    /** Panels are 16 to 48 px high, twice that on fine screens; they pick and scale. */
    static final int[] SIZES = {22, 32, 48};

    private final TrayWords words;
    private final TrayListener listener;
    private volatile TrayFace face;

    ExportedItem(TrayWords words, TrayListener listener, TrayFace face) {
        this.words = words;
        this.listener = listener;
        this.face = face;
    }

    void show(TrayFace now) {
        face = now;
    }

    @Override
    public void Activate(int x, int y) {
        listener.open();
    }

    @Override
    public void SecondaryActivate(int x, int y) {
        listener.mini();
    }

    @Override
    public void ContextMenu(int x, int y) {
        listener.open(); // a host without menus has no other way
    }

    @Override
    public void Scroll(int delta, String orientation) {}

    @Override
    public void ProvideXdgActivationToken(String token) {}

    @Override
    public Map<String, Variant<?>> GetAll(String type) {
        var now = face;
        return Map.ofEntries(
                Map.entry("Category", new Variant<>("ApplicationStatus")),
                Map.entry("Id", new Variant<>("pitot")),
                Map.entry("Title", new Variant<>(words.title())),
                Map.entry("Status", new Variant<>("Active")),
                Map.entry("WindowId", new Variant<>(0)),
                Map.entry("IconName", new Variant<>("")),
                Map.entry("IconPixmap", pixmaps(icons(now))),
                Map.entry("IconThemePath", new Variant<>("")),
                Map.entry("OverlayIconName", new Variant<>("")),
                Map.entry("OverlayIconPixmap", pixmaps(List.of())),
                Map.entry("AttentionIconName", new Variant<>("")),
                Map.entry("AttentionIconPixmap", pixmaps(List.of())),
                Map.entry("AttentionMovieName", new Variant<>("")),
                Map.entry("ToolTip", new Variant<>(new ToolTip(words.title(), now.tooltip()), "(sa(iiay)ss)")),
                Map.entry("ItemIsMenu", new Variant<>(false)),
                Map.entry("Menu", new Variant<>(new DBusPath(ExportedMenu.PATH))));
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }

    private static List<Pixmap> icons(TrayFace face) {
        return Arrays.stream(SIZES).mapToObj(size -> Pixmap.of(face, size)).toList();
    }

    private static Variant<?> pixmaps(List<Pixmap> all) {
        return new Variant<>(all, "a(iiay)");
    }
}
