package app.pitot.ui.requests;

import app.pitot.api.Wire;
import app.pitot.base.Texts;
import app.pitot.exchange.ExchangeSpec;
import app.pitot.exchange.RunningExchange;
import app.pitot.history.History;
import app.pitot.inspect.Curl;
import app.pitot.inspect.Resend;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.requests.DetailsModel.Kept;
import app.pitot.usage.RequestRow;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What can be done with the request that is looked at. JavaFX thread only. */
public final class ActionsModel {
    private final DetailsModel details;
    private final Names names;
    private final Links links;
    private final Jobs jobs;
    private final Consumer<String> select;
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Asked> asked = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper sending = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<History.Spot> spot = new ReadOnlyObjectWrapper<>();
    private RunningExchange running;

    /**
     * What would be sent once more.
     *
     * @param words whether it would pass and what it would take; and what will not be as it was
     */
    record Asked(ExchangeSpec spec, String words) {}

    /** @param select selects a request by its id */
    public ActionsModel(DetailsModel details, Names names, Links links, Jobs jobs, Consumer<String> select) {
        this.details = details;
        this.names = names;
        this.links = links;
        this.jobs = jobs;
        this.select = select;
        details.row().addListener((_, was, now) -> {
            if (now == null || was == null || !now.id().equals(was.id())) {
                asked.set(null);
                said.set("");
                look(now);
            }
        });
    }

    /** What came of the last action; empty for nothing. */
    ReadOnlyStringProperty said() {
        return said.getReadOnlyProperty();
    }

    /** Not null while the user is asked whether to send it. */
    ReadOnlyObjectProperty<Asked> asked() {
        return asked.getReadOnlyProperty();
    }

    /** True while it is under way. */
    ReadOnlyBooleanProperty sending() {
        return sending.getReadOnlyProperty();
    }

    /** Where it stands in a conversation; null if in none. */
    ReadOnlyObjectProperty<History.Spot> spot() {
        return spot.getReadOnlyProperty();
    }

    /** The command; null if nothing is kept of the request. */
    String curl() {
        var row = details.row().get();
        if (row == null || wire() == null) {
            return null;
        }
        asked.set(null); // what is said next stands where the question stood
        var account = names.account(row.account());
        var made = account == null ? Curl.of(wire(), names.keyVariable(row)) : Curl.of(wire(), account);
        var variables = String.join(", ", made.variables().stream().map(each -> "$" + each).toList());
        var words = !made.whole()
                ? Texts.get("requests.curl.cut")
                : variables.isEmpty()
                        ? Texts.get("requests.curl.copied")
                        : Texts.get("requests.curl.variables", variables);
        said.set(account == null ? words + " " + Texts.get("requests.curl.direct") : words);
        return made.command();
    }

    /** Asks whether to send it once more, with what that would take. */
    void ask() {
        var row = details.row().get();
        if (wire() == null || sending.get()) {
            return;
        }
        var account = names.account(row.account());
        if (account == null) {
            said.set(Texts.get("requests.action.gone"));
            return;
        }
        said.set("");
        var of = wire();
        jobs.start(() -> Resend.of(of), made -> {
            var spec = made.spec(account, id -> links.models().apply(account, id));
            if (spec == null) {
                said.set(String.join(" ", made.said()));
            } else if (row.equals(details.row().get())) {
                var words = Texts.get("requests.resend.ask", links.preFlight().apply(spec));
                asked.set(new Asked(spec, (words + " " + String.join(" ", made.said())).strip()));
            }
        }, _ -> said.set(Texts.get("requests.body.failed")));
    }

    void leave() {
        asked.set(null);
    }

    /** Sends what was asked for; selected once it has ended. */
    void send() {
        var what = asked.get();
        if (what == null || sending.get()) {
            return;
        }
        asked.set(null);
        sending.set(true);
        said.set(Texts.get("requests.resend.sending"));
        running = links.exchanges().start(what.spec());
        running.result().thenAccept(result -> jobs.later(() -> {
            sending.set(false);
            said.set("");
            select.accept(result.id());
            if (result.reservation() == null && result.error() != null) {
                // It never left: there is no row to select.
                said.set(result.error().message());
            }
        }));
    }

    /** Ends what is under way. */
    void stop() {
        if (running != null) {
            running.stop();
        }
    }

    void openConversation() {
        if (spot.get() != null) {
            links.conversation().open(spot.get().conversationId(), spot.get().messageId());
        }
    }

    private void look(RequestRow row) {
        spot.set(null);
        if (row != null) {
            jobs.start(() -> links.history().reply(row.exchange()), found -> {
                var now = details.row().get();
                if (now != null && now.id().equals(row.id())) {
                    spot.set(found.orElse(null));
                }
            }, _ -> {});
        }
    }

    private Wire wire() {
        return details.kept().get() instanceof Kept.There there ? there.wire() : null;
    }
}
