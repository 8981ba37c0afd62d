package app.pitot.ui.settings;

import app.pitot.accounts.NewSecrets;
import app.pitot.api.CaCertificates;
import app.pitot.base.Texts;
import app.pitot.provider.AccountEntry;
import app.pitot.provider.KeyPlace;
import app.pitot.provider.Provider;
import app.pitot.ui.connect.AccountTools;
import app.pitot.ui.connect.BaseUrlModel;
import app.pitot.ui.connect.ConnectModel.Offer;
import app.pitot.ui.connect.Said;
import app.pitot.ui.connect.Troubles;
import app.pitot.ui.connect.Waiting;
import java.io.File;
import java.io.FileInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Everything that can be set of one account. Nothing is written down before {@link #save}, and nothing that was entered is
 * lost when that fails. JavaFX thread only.
 */
final class AccountFormModel {
    private static final int LONGEST_NAME = 60;

    private final AccountTools tools;
    private final AccountEntry entry;
    private final Provider provider;
    private final Consumer<AccountEntry> done;
    private final StringProperty name = new SimpleStringProperty();
    private final ReadOnlyStringWrapper nameProblem = new ReadOnlyStringWrapper("");
    private final BaseUrlModel url = new BaseUrlModel();
    private final StringProperty dialect = new SimpleStringProperty();
    private final StringProperty models = new SimpleStringProperty();
    private final KeyChoiceModel key;
    private final LimitsModel limits;
    private final RouteModel route;
    private final ConnectionTestModel test;
    private final Waiting waiting;
    private final ReadOnlyObjectWrapper<Said> said = new ReadOnlyObjectWrapper<>(Said.NOTHING);
    private final ReadOnlyObjectWrapper<Set<Offer>> offers = new ReadOnlyObjectWrapper<>(Set.of());
    private final List<Object> atFirst;

    /**
     * @param entry what is edited; without an id it is a new account
     * @param done called with what was written down
     */
    AccountFormModel(AccountTools tools, AccountEntry entry, Consumer<AccountEntry> done) {
        this.tools = tools;
        this.entry = entry;
        this.done = done;
        this.provider = tools.provider(entry);
        this.key = new KeyChoiceModel(entry.key(), provider, tools.catalogue(), tools.keys().environment());
        this.limits = new LimitsModel(tools.catalogue(), provider.id(), entry);
        this.route = new RouteModel(entry.route(), tools.catalogue(), tools.clocks());
        this.test = new ConnectionTestModel(tools);
        this.waiting = new Waiting(tools.clocks(), tools.delays());
        name.set(entry.name());
        name.addListener((_, _, _) -> nameProblem.set(""));
        if (entry.id() == null) {
            url.text().set(entry.baseUrl() == null ? "" : entry.baseUrl());
        } else {
            url.begin(entry.baseUrl());
        }
        // It was agreed to when the account was made.
        url.confirmed().set(entry.id() != null && !url.warning().get().isEmpty());
        dialect.set(entry.dialect());
        models.set(String.join("\n", entry.models()));
        this.atFirst = entered();
    }

    /** Null for a new account. */
    String id() {
        return entry.id();
    }

    Provider provider() {
        return provider;
    }

    StringProperty name() {
        return name;
    }

    ReadOnlyStringProperty nameProblem() {
        return nameProblem.getReadOnlyProperty();
    }

    BaseUrlModel url() {
        return url;
    }

    /** Name of a header dialect; null for the provider's own. */
    StringProperty dialect() {
        return dialect;
    }

    /** Ids that are offered though no list names them, one a line. */
    StringProperty models() {
        return models;
    }

    KeyChoiceModel key() {
        return key;
    }

    LimitsModel limits() {
        return limits;
    }

    RouteModel route() {
        return route;
    }

    ConnectionTestModel test() {
        return test;
    }

    Waiting waiting() {
        return waiting;
    }

    ReadOnlyObjectProperty<Said> said() {
        return said.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Set<Offer>> offers() {
        return offers.getReadOnlyProperty();
    }

    /** What the keychain is called. */
    String store() {
        return tools.keychain().place();
    }

    /** Writes everything down, if all of it can be used. */
    void save() {
        if (waiting.busy().get()) {
            return;
        }
        offers.set(Set.of());
        var draft = draft();
        if (draft.isEmpty()) {
            said.set(Said.bad(Texts.get("form.incomplete")));
            return;
        }
        said.set(Said.NOTHING);
        waiting.begin(draft.get().key().kind() == KeyPlace.Kind.KEYCHAIN
                ? Texts.get("screens.saving.keychain", store())
                : Texts.get("screens.saving"));
        var secrets = secrets();
        waiting.on(tools.jobs().start(secrets, () -> entry.id() == null
                ? tools.book().add(draft.get(), secrets)
                : tools.book().update(draft.get(), secrets), this::saved, this::failed));
    }

    /** Takes one of the offers: asks the keychain again, or keeps what was entered in memory. */
    void take(Offer offer) {
        if (!offers.get().contains(offer)) {
            return;
        }
        if (offer == Offer.SESSION) {
            route.keepForTheSession();
            if (key.entered().filled().get() || entry.key().kind() == KeyPlace.Kind.SESSION) {
                key.kind().set(KeyPlace.Kind.SESSION);
            }
        } else {
            tools.keys().retry().run();
        }
        save();
    }

    /** Goes to the endpoint with what was entered, saved or not. */
    void runTest() {
        offers.set(Set.of());
        var draft = draft();
        if (draft.isEmpty()) {
            said.set(Said.bad(Texts.get("form.incomplete")));
            return;
        }
        said.set(Said.NOTHING);
        test.start(draft.get(), secrets());
    }

    /** Reads a certificate from the disk into its field. */
    void readCertificate(File file) {
        tools.jobs().start(() -> {
            // One more than is accepted, so that too long a file is noticed without being read whole.
            try (var in = new FileInputStream(file)) {
                return new String(in.readNBytes(CaCertificates.MAX_LENGTH + 1), StandardCharsets.ISO_8859_1);
            }
        }, text -> {
            if (text.length() > CaCertificates.MAX_LENGTH) {
                said.set(Said.bad(Texts.get("form.certificate.unreadable", CaCertificates.MAX_LENGTH)));
            } else {
                route.certificate().set(text.strip());
            }
        }, _ -> said.set(Said.bad(Texts.get("form.certificate.unreadable", CaCertificates.MAX_LENGTH))));
    }

    /** Stops waiting. What was entered stays. */
    void cancel() {
        if (waiting.cancel()) {
            said.set(Said.plain(Texts.get("screens.cancelled")));
        }
    }

    /** True if nothing would be lost by leaving; if not, that is said. */
    boolean mayLeave() {
        if (entered().equals(atFirst)) {
            return true;
        }
        offers.set(Set.of());
        said.set(Said.warn(Texts.get("form.unsaved")));
        return false;
    }

    /** Forgets every secret that was entered. */
    void leave() {
        waiting.cancel();
        test.cancel();
        clear();
    }

    /** What is to be written down; empty, with every problem said beside its field, if something cannot be used. */
    private Optional<AccountEntry> draft() {
        boolean named = checkName();
        var base = url.accept();
        // All of them, so that every problem is said at once.
        boolean good = key.check() & route.check(key.place().kind() != KeyPlace.Kind.NONE) & limits.good();
        if (!named || base.isEmpty() || !good) {
            return Optional.empty();
        }
        return Optional.of(new AccountEntry(entry.id(), entry.providerId(), name.get().strip(), base.get(),
                dialect.get(), limits.planId(), limits.edits(), key.place(),
                entry.enabled(), ids(), route.route()));
    }

    /** All that the user can change, to be compared; of secrets only whether there is one. */
    private List<Object> entered() {
        return Arrays.asList(name.get(), url.text().get(), url.confirmed().get(), dialect.get(), models.get(),
                key.kind().get(), key.variable().get(), key.entered().filled().get(), limits.plan().get(),
                limits.rows().stream().map(row -> row.text().get()).toList(), route.entered());
    }

    private boolean checkName() {
        var typed = name.get().strip();
        nameProblem.set(typed.isEmpty()
                ? Texts.get("form.name.missing")
                : typed.length() > LONGEST_NAME ? Texts.get("form.name.long", LONGEST_NAME) : "");
        return nameProblem.get().isEmpty();
    }

    private List<String> ids() {
        return Arrays.stream(models.get().split("[\\s,]+")).filter(id -> !id.isEmpty()).distinct().toList();
    }

    private NewSecrets secrets() {
        return new NewSecrets(key.secret(), route.secrets(),
                route.proxy().wantsPassword() ? route.proxy().password().secret() : null);
    }

    private void saved(AccountEntry now) {
        waiting.end();
        clear();
        done.accept(now);
    }

    private void failed(Throwable failure) {
        waiting.end();
        said.set(Said.bad(Troubles.sentence(failure)));
        offers.set(Troubles.keychain(failure) ? Set.of(Offer.UNLOCK, Offer.SESSION) : Set.of());
    }

    private void clear() {
        key.entered().clear();
        route.clear();
    }
}
