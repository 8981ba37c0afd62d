package app.pitot.tray;

import java.util.List;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;

/** Words over the icon as D-Bus takes them; public, as the library needs it. */
public final class ToolTip extends Struct {
    @Position(0)
    public final String icon = "";
    @Position(1)
    public final List<Pixmap> pixmaps = List.of();
    @Position(2)
    public final String title;
    @Position(3)
    public final String text;

    ToolTip(String title, String text) {
        this.title = title;
        this.text = text;
    }
}
