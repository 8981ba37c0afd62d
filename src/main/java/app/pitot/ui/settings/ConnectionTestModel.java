package app.pitot.ui.settings;

import app.pitot.api.CheckStep;
import app.pitot.api.CheckStep.State;
import app.pitot.accounts.NewSecrets;
import app.pitot.base.Texts;
import app.pitot.provider.AccountEntry;
import app.pitot.ui.common.Format;
import app.pitot.ui.connect.AccountTools;
import app.pitot.ui.connect.Said;
import app.pitot.ui.connect.Troubles;
import app.pitot.ui.connect.Waiting;
import java.util.Arrays;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Goes to an endpoint step by step and shows each as it ends. JavaFX thread only. */
final class ConnectionTestModel {
    /**
     * One step as it is shown.
     *
     * @param state null while it has not ended
     * @param time empty if it did not happen
     */
    record Line(CheckStep.Kind kind, String title, State state, String time, String detail) {
        /** In a word, because colour alone says nothing. */
        String word() {
            return state == null ? "" : Texts.get("test.state." + state.name().toLowerCase(Locale.ROOT));
        }
    }

    private final AccountTools tools;
    private final Waiting waiting;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Said> said = new ReadOnlyObjectWrapper<>(Said.NOTHING);
    private int turn;

    ConnectionTestModel(AccountTools tools) {
        this.tools = tools;
        this.waiting = new Waiting(tools.clocks(), tools.delays());
    }

    /** Empty until the first test. */
    ObservableList<Line> lines() {
        return lines;
    }

    ReadOnlyObjectProperty<Said> said() {
        return said.getReadOnlyProperty();
    }

    Waiting waiting() {
        return waiting;
    }

    /** @param secrets closed when the test has ended */
    void start(AccountEntry draft, NewSecrets secrets) {
        if (waiting.busy().get()) {
            secrets.close();
            return;
        }
        int mine = ++turn;
        said.set(Said.NOTHING);
        lines.setAll(Arrays.stream(CheckStep.Kind.values()).map(kind -> new Line(kind, title(kind), null, "", ""))
                .toList());
        waiting.begin(Texts.get("test.running"));
        waiting.on(tools.jobs().start(secrets, () -> {
            tools.tester().test(tools.book().trial(draft, secrets), step -> tools.jobs().later(() -> show(mine, step)));
            return mine;
        }, _ -> ended(), failure -> {
            waiting.end();
            said.set(Said.bad(Troubles.sentence(failure)));
        }));
    }

    void cancel() {
        turn++;
        if (waiting.cancel()) {
            said.set(Said.plain(Texts.get("test.cancelled")));
        }
    }

    private void show(int mine, CheckStep step) {
        if (mine != turn) {
            return; // of a test that was stopped
        }
        var line = new Line(step.kind(), title(step.kind()), step.state(),
                step.nanos() == null ? "" : Format.duration(step.nanos() / 1e6), step.detail());
        lines.replaceAll(each -> each.kind() == step.kind() ? line : each);
    }

    private void ended() {
        waiting.end();
        var failed = lines.stream().filter(each -> each.state() == State.FAILED).findFirst();
        said.set(failed.map(each -> Said.bad(Texts.get("test.failed", each.title(), each.detail())))
                .orElseGet(() -> Said.good(Texts.get("test.good"))));
    }

    private static String title(CheckStep.Kind kind) {
        return Texts.get("test.step." + kind.name().toLowerCase(Locale.ROOT));
    }
}
