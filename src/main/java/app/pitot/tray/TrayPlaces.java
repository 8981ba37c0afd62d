package app.pitot.tray;

import java.util.List;
import java.util.Locale;

/** Which trays an operating system has. */
final class TrayPlaces {
    private TrayPlaces() {}

    /** @param changed to be called, on any thread, when a tray may have come or gone */
    static List<TrayPlace> of(String osName, TrayWords words, TrayListener listener, Runnable changed) {
        var os = osName.toLowerCase(Locale.ROOT);
        return os.startsWith("windows") || os.startsWith("mac")
                ? List.of(new AwtTray(words, listener))
                : List.of(new StatusNotifier(words, listener, changed),
                        new XEmbedTray(listener, changed, System::getenv));
    }
}
