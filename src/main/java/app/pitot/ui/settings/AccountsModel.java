package app.pitot.ui.settings;

import app.pitot.accounts.AccountBook.Removal;
import app.pitot.accounts.NewSecrets;
import app.pitot.base.Texts;
import app.pitot.keys.SecretResult;
import app.pitot.provider.AccountEntry;
import app.pitot.provider.KeyPlace;
import app.pitot.provider.Plan;
import app.pitot.ui.connect.AccountTools;
import app.pitot.ui.connect.KeyWords;
import app.pitot.ui.connect.Said;
import app.pitot.ui.connect.Troubles;
import app.pitot.ui.connect.Waiting;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The accounts in the user's order, and what can be done with each. JavaFX thread only. */
final class AccountsModel {
    private final AccountTools tools;
    private final ObservableList<AccountRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper asking = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper busy = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Said> said = new ReadOnlyObjectWrapper<>(Said.NOTHING);
    private final Waiting waiting;

    AccountsModel(AccountTools tools) {
        this.tools = tools;
        this.waiting = new Waiting(tools.clocks(), tools.delays());
        tools.book().subscribe(() -> tools.jobs().later(this::refresh));
        refresh();
    }

    ObservableList<AccountRow> rows() {
        return rows;
    }

    /** Id of the account whose removal waits for an answer; empty if none does. */
    ReadOnlyStringProperty asking() {
        return asking.getReadOnlyProperty();
    }

    /** Id of the account that is being changed; empty if none is. */
    ReadOnlyStringProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** For what the user waits. */
    Waiting waiting() {
        return waiting;
    }

    /** What came of the last action. */
    ReadOnlyObjectProperty<Said> said() {
        return said.getReadOnlyProperty();
    }

    Optional<AccountEntry> entry(String id) {
        return tools.book().entries().stream().filter(e -> e.id().equals(id)).findFirst();
    }

    /** Names what would go, in a sentence. */
    String removalQuestion(String id) {
        return entry(id).map(entry -> switch (entry.key().kind()) {
            case KEYCHAIN -> Texts.get("screens.remove.keychain", entry.name(), tools.keychain().place());
            case SESSION -> Texts.get("screens.remove.session", entry.name());
            case ENVIRONMENT -> Texts.get("screens.remove.environment", entry.name(), entry.key().item());
            case NONE -> Texts.get("screens.remove.none", entry.name());
        }).orElse("");
    }

    void askRemoval(String id) {
        if (busy.get().isEmpty()) {
            said.set(Said.NOTHING);
            asking.set(id);
        }
    }

    void keep() {
        asking.set("");
    }

    /** Removes the account that was asked about. */
    void remove() {
        var id = asking.get();
        asking.set("");
        entry(id).ifPresent(entry -> work(id, Texts.get("accounts.removing", entry.name()),
                () -> tools.book().remove(id), removal -> removed(entry, removal)));
    }

    void setEnabled(String id, boolean enabled) {
        entry(id).filter(e -> e.enabled() != enabled).ifPresent(e -> change(e.withEnabled(enabled),
                Texts.get(enabled ? "screens.enabled" : "screens.disabled", e.name())));
    }

    /** Gives an account another name; a blank one leaves it as it is. */
    void rename(String id, String name) {
        var text = name.strip();
        entry(id).filter(e -> !text.isEmpty() && !e.name().equals(text))
                .ifPresent(e -> change(e.withName(text), Texts.get("screens.renamed", e.name(), text)));
    }

    /** Moves an account by so many places; beyond the ends nothing happens. */
    void move(String id, int by) {
        int at = indexOf(id);
        int to = at + by;
        if (at >= 0 && to >= 0 && to < rows.size()) {
            work(id, Texts.get("screens.saving"), () -> {
                tools.book().move(id, to);
                return to;
            }, _ -> said.set(Said.NOTHING));
        }
    }

    /** The user comes back: what was said before is over, and the keychain's name may be known by now. */
    void visited() {
        if (busy.get().isEmpty()) {
            said.set(Said.NOTHING);
        }
        refresh();
    }

    /** Says that a form was saved. */
    void saved(AccountEntry entry) {
        refresh();
        said.set(Said.good(Texts.get("form.saved", entry.name())));
    }

    /** Stops waiting for what runs; the account stays as the keychain and the disk left it. */
    void cancel() {
        if (waiting.cancel()) {
            busy.set("");
            said.set(Said.plain(Texts.get("accounts.cancelled")));
            refresh();
        }
    }

    private void change(AccountEntry to, String sentence) {
        work(to.id(), Texts.get("screens.saving"), () -> tools.book().update(to, NewSecrets.none()),
                _ -> said.set(Said.good(sentence)));
    }

    private <T> void work(String id, String doing, Callable<T> work, Consumer<T> done) {
        if (!busy.get().isEmpty()) {
            return;
        }
        busy.set(id);
        waiting.begin(doing);
        waiting.on(tools.jobs().start(work, result -> {
            ended();
            done.accept(result);
        }, failure -> {
            ended();
            said.set(Said.bad(Troubles.sentence(failure)));
        }));
    }

    private void ended() {
        waiting.end();
        busy.set("");
        refresh();
    }

    private void removed(AccountEntry entry, Removal removal) {
        if (removal.remains() != null) {
            said.set(Said.warn(Texts.get("screens.removed.remains", entry.name(), removal.remains())));
            return;
        }
        said.set(Said.good(entry.key().kind() == KeyPlace.Kind.KEYCHAIN
                ? Texts.get("screens.removed.keychain", entry.name(), tools.keychain().place())
                : Texts.get("screens.removed", entry.name())));
    }

    private int indexOf(String id) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private void refresh() {
        List<AccountRow> now = tools.book().entries().stream().map(this::row).toList();
        if (!now.equals(rows)) {
            rows.setAll(now);
        }
    }

    private AccountRow row(AccountEntry entry) {
        var provider = tools.provider(entry);
        var plan = entry.planId() == null ? "" : tools.catalogue().plan(entry.planId()).map(Plan::name).orElse("");
        if (!entry.limits().isEmpty()) {
            plan = plan.isEmpty() ? Texts.get("screens.plan.own") : Texts.get("screens.plan.edited", plan);
        }
        var usual = entry.baseUrl().equals(provider.baseUrl());
        return new AccountRow(entry.id(), entry.name(), provider.name(), key(entry.key()), plan,
                usual ? "" : entry.baseUrl(), entry.enabled());
    }

    private String key(KeyPlace place) {
        return place.kind() == KeyPlace.Kind.SESSION && over(place)
                ? Texts.get("accounts.key.session.over")
                : KeyWords.place(place, tools.keychain().place());
    }

    /** True if the session that kept the key has ended. Only memory is asked. */
    private boolean over(KeyPlace place) {
        if (tools.keys().session().read(place.item()) instanceof SecretResult.Found found) {
            found.secret().close();
            return false;
        }
        return true;
    }
}
