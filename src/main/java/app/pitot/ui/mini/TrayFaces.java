package app.pitot.ui.mini;

import app.pitot.base.Texts;
import app.pitot.tray.TrayFace;
import app.pitot.tray.TrayWords;

/** The mini gauge's figures as the tray shows them. */
public final class TrayFaces {
    private TrayFaces() {}

    public static TrayFace of(MiniFace face) {
        return new TrayFace(bar(face.window()), bar(face.day()),
                Texts.get("tray.tooltip", face.window().words(), face.day().words()));
    }

    /** What stands in its menu. */
    public static TrayWords words() {
        return new TrayWords(Texts.get("app.name"), Texts.get("tray.open"), Texts.get("tray.mini"),
                Texts.get("tray.quit"));
    }

    private static TrayFace.Bar bar(MiniFace.Row row) {
        return new TrayFace.Bar(row.used(), switch (row.tone()) {
            case NORMAL -> TrayFace.Level.NORMAL;
            case AMBER -> TrayFace.Level.AMBER;
            case RED -> TrayFace.Level.RED;
            case STALE -> TrayFace.Level.STALE;
            case UNKNOWN -> TrayFace.Level.UNKNOWN;
        });
    }
}
