package app.pitot.ui.settings;

import app.pitot.accounts.WhereKeys;
import app.pitot.base.Texts;
import app.pitot.keys.SecretResult;
import app.pitot.provider.KeyPlace;
import app.pitot.ui.connect.AccountTools;
import app.pitot.ui.connect.Said;
import app.pitot.ui.connect.Troubles;
import app.pitot.ui.connect.Waiting;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Where every secret is, and the proof that it can be read. The keychain is asked only when the user asks. JavaFX thread only. */
final class KeysPageModel {
    /**
     * One secret.
     *
     * @param found what looking for it showed; nothing to say until it was looked for
     */
    record Line(WhereKeys.Row row, Said found) {
        /** "Cerebras · key ••••4f2a". */
        String title() {
            var four = row.place().lastFour();
            var what = four == null || four.isEmpty() ? row.what() : row.what() + " ••••" + four;
            return row.account() == null ? what : Texts.get("keys.page.line", row.account(), what);
        }
    }

    private final AccountTools tools;
    private final Waiting waiting;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Said> state = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper locked = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper doubtful = new ReadOnlyBooleanWrapper();
    private int turn;

    KeysPageModel(AccountTools tools) {
        this.tools = tools;
        this.waiting = new Waiting(tools.clocks(), tools.delays());
        state.set(Said.plain(Texts.get("keys.page.unasked", tools.keychain().place())));
        tools.book().subscribe(() -> tools.jobs().later(this::refresh));
        refresh();
    }

    /** In the order of the accounts; may be empty. */
    ObservableList<Line> lines() {
        return lines;
    }

    /** How the keychain is, so far as is known. */
    ReadOnlyObjectProperty<Said> state() {
        return state.getReadOnlyProperty();
    }

    /** True if "Unlock and try again" can help. */
    ReadOnlyBooleanProperty locked() {
        return locked.getReadOnlyProperty();
    }

    /** True if something that belongs to no account may still be in the keychain. */
    ReadOnlyBooleanProperty doubtful() {
        return doubtful.getReadOnlyProperty();
    }

    Waiting waiting() {
        return waiting;
    }

    /** Reads the places anew; what was found stays said for those that did not change. */
    void refresh() {
        lines.setAll(tools.keys().where().get().stream().map(row -> new Line(row, found(row))).toList());
        doubtful.set(lines.stream().anyMatch(each -> each.row().account() == null));
    }

    /** Reads each secret once and lets go of it at once. A locked keychain may ask for its password. */
    void checkNow() {
        if (waiting.busy().get()) {
            return;
        }
        int mine = ++turn;
        refresh();
        lines.replaceAll(each -> new Line(each.row(), Said.NOTHING));
        waiting.begin(Texts.get("keys.page.checking"));
        var rows = lines.stream().map(Line::row).toList();
        waiting.on(tools.jobs().start(() -> look(mine, rows), this::looked, failure -> {
            waiting.end();
            state.set(Said.bad(Troubles.sentence(failure)));
        }));
    }

    /** Lets the keychain be asked again, and asks it. */
    void unlock() {
        if (!waiting.busy().get()) {
            tools.keys().retry().run();
            checkNow();
        }
    }

    /** Tries again to delete what belongs to no account. */
    void clear() {
        if (waiting.busy().get()) {
            return;
        }
        waiting.begin(Texts.get("keys.page.clearing"));
        waiting.on(tools.jobs().start(() -> tools.keys().clear().get(), removal -> {
            waiting.end();
            refresh();
            state.set(removal.remains() == null
                    ? Said.good(Texts.get("keys.page.cleared"))
                    : Said.warn(removal.remains()));
        }, failure -> {
            waiting.end();
            state.set(Said.bad(Troubles.sentence(failure)));
        }));
    }

    void cancel() {
        if (waiting.cancel()) {
            turn++;
            state.set(Said.plain(Texts.get("keys.page.cancelled")));
        }
    }

    /** In the background; tells each as it is found. Returns how the keychain is. */
    private SecretResult look(int mine, List<WhereKeys.Row> rows) {
        var keychain = tools.keychain().availability();
        for (var row : rows) {
            var said = read(row.place());
            tools.jobs().later(() -> {
                if (mine == turn) {
                    lines.replaceAll(each -> each.row().equals(row) ? new Line(row, said) : each);
                }
            });
            if (Thread.currentThread().isInterrupted()) {
                return keychain;
            }
        }
        // A keychain that asked for its password meanwhile may be open by now, or have failed.
        return tools.keychain().availability();
    }

    private Said read(KeyPlace place) {
        if (place.kind() == KeyPlace.Kind.ENVIRONMENT) {
            return tools.keys().environment().test(place.item())
                    ? Said.good(Texts.get("keys.page.set"))
                    : Said.bad(Texts.get("keys.page.unset"));
        }
        var store = place.kind() == KeyPlace.Kind.SESSION ? tools.keys().session() : tools.keychain();
        return switch (store.read(place.item())) {
            case SecretResult.Found found -> {
                found.secret().close();
                yield Said.good(Texts.get("keys.page.readable"));
            }
            case SecretResult.Missing() -> Said.bad(Texts.get("keys.page.missing"));
            case SecretResult.Failure failure -> Said.bad(failure.message());
            case SecretResult.Ready() -> throw new IllegalStateException("no answer to reading");
            case SecretResult.Stored() -> throw new IllegalStateException("no answer to reading");
        };
    }

    private void looked(SecretResult keychain) {
        waiting.end();
        var store = tools.keychain().place();
        boolean failed = keychain instanceof SecretResult.Failure;
        locked.set(failed);
        state.set(keychain instanceof SecretResult.Failure failure
                ? Said.warn(failure.message())
                : Said.good(Texts.get("keys.page.ready", store)));
    }

    private Said found(WhereKeys.Row row) {
        return lines.stream().filter(each -> each.row().equals(row)).findFirst().map(Line::found)
                .orElse(Said.NOTHING);
    }
}
