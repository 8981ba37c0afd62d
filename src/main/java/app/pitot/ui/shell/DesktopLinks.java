package app.pitot.ui.shell;

import app.pitot.ui.transcript.LinkOpener;
import java.net.URI;
import java.nio.file.Path;
import javafx.application.Application;
import javafx.stage.Stage;

/**
 * Opens a link in the user's browser, and a folder of ours in the file manager. The one place that does; of links it
 * refuses all but http and https.
 */
final class DesktopLinks implements LinkOpener {
    private final Application services = new Application() {
        @Override
        public void start(Stage stage) {
            throw new UnsupportedOperationException("never launched: only its host services are used");
        }
    };

    @Override
    public void open(URI address) {
        if ("https".equals(address.getScheme()) || "http".equals(address.getScheme())) {
            services.getHostServices().showDocument(address.toString());
        }
    }

    /** Shows a folder that Pitot itself made. */
    void show(Path folder) {
        services.getHostServices().showDocument(folder.toUri().toString());
    }
}
