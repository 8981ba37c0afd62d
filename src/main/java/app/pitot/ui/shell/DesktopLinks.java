package app.pitot.ui.shell;

import app.pitot.ui.transcript.LinkOpener;
import java.net.URI;
import javafx.application.Application;
import javafx.stage.Stage;

/** Opens a link in the user's browser. The one place that does; it refuses all but http and https. */
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
}
