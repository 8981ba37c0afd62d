package app.pitot.ui.connect;

import app.pitot.base.Texts;
import app.pitot.provider.Provider;
import app.pitot.ui.connect.AccountTools.Found;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Servers on this machine. They are looked for only when the user asks. JavaFX thread only. */
public final class LocalModel {
    private final AccountTools tools;
    private final Waiting waiting;
    private final ObservableList<Found> found = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Said> said = new ReadOnlyObjectWrapper<>(Said.NOTHING);

    LocalModel(AccountTools tools) {
        this.tools = tools;
        this.waiting = new Waiting(tools.clocks(), tools.delays());
    }

    /** The servers that are known, with the address at which each listens as a rule. */
    public List<Provider> presets() {
        return tools.catalogue().providers().stream().filter(p -> p.facts().local()).toList();
    }

    public ObservableList<Found> found() {
        return found;
    }

    public ReadOnlyObjectProperty<Said> said() {
        return said.getReadOnlyProperty();
    }

    public Waiting waiting() {
        return waiting;
    }

    /** What a server is called, and how many models it lists. */
    public String words(Found each) {
        var name = tools.catalogue().provider(each.providerId()).name();
        return each.models() == null
                ? Texts.get("screens.local.server", name, each.baseUrl())
                : Texts.get("screens.local.server.models", name, each.baseUrl(), each.models());
    }

    /** Asks the usual ports of this machine. */
    public void look() {
        if (waiting.busy().get()) {
            return;
        }
        found.clear();
        said.set(Said.NOTHING);
        waiting.begin(Texts.get("screens.local.looking"));
        waiting.on(tools.jobs().start(tools.local()::find, this::seen, failure -> {
            waiting.end();
            said.set(Said.bad(Troubles.sentence(failure)));
        }));
    }

    public void cancel() {
        waiting.cancel();
    }

    private void seen(List<Found> servers) {
        waiting.end();
        found.setAll(servers);
        said.set(servers.isEmpty() ? Said.plain(Texts.get("screens.local.nothing")) : Said.NOTHING);
    }
}
