package app.pitot.ui.shell;

import app.pitot.base.Texts;
import app.pitot.ui.usage.UsageHost;
import app.pitot.ui.usage.UsageTab;
import javafx.scene.control.Label;

/** Past use in the window, with what it works with; its view is made at the first visit. JavaFX thread only. */
final class UsageScreen {
    private final UsageHost host = new UsageHost();

    Page page() {
        host.put(UsageTab.USAGE, () -> {
            var empty = new Label(Texts.get("usage.empty"));
            empty.getStyleClass().add("empty-state");
            empty.setWrapText(true);
            return empty;
        });
        host.show(UsageTab.USAGE);
        return new Page(host, host::focusTabs);
    }
}
