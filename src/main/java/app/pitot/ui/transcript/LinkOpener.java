package app.pitot.ui.transcript;

import java.net.URI;

/** Opens a link that the user clicked. Only ever called with an http or https address that has a host. */
@FunctionalInterface
public interface LinkOpener {
    void open(URI address);
}
