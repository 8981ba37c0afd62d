package app.pitot.ui.connect;

import app.pitot.accounts.KeyCheck;
import app.pitot.accounts.NewSecrets;
import app.pitot.base.Texts;
import app.pitot.keys.SecretResult;
import app.pitot.provider.AccountEntry;
import app.pitot.provider.Catalogue;
import app.pitot.provider.KeyPlace;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Plan;
import app.pitot.provider.Provider;
import app.pitot.ui.connect.KeyEntryModel.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The way from nothing to an account that works: provider, key, check, plan and model. The check costs no tokens, and the
 * account exists as soon as it has passed. JavaFX thread only.
 */
public final class ConnectModel {
    /** Where the user is. */
    public enum Step {
        PROVIDER, ENDPOINT, FINISH
    }

    /** What can be offered after something did not work. */
    public enum Offer {
        /** Ask the keychain once more, which may ask for its password. */
        UNLOCK,
        /** Send a key that looks like another provider's all the same. */
        INSIST,
        /** Keep the key in memory until the app ends. */
        SESSION,
        /** Make the account although the check did not pass. */
        UNCHECKED
    }

    private final AccountTools tools;
    private final Waiting waiting;
    private final KeyEntryModel key;
    private final BaseUrlModel url = new BaseUrlModel();
    private final LocalModel local;
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.PROVIDER);
    private final ReadOnlyObjectWrapper<Provider> provider = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Said> said = new ReadOnlyObjectWrapper<>(Said.NOTHING);
    private final ReadOnlyObjectWrapper<Set<Offer>> offers = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyObjectWrapper<FinishModel> finish = new ReadOnlyObjectWrapper<>();
    private final BiConsumer<AccountEntry, String> chat;
    private final Consumer<AccountEntry> form;
    private KeyPlace.Kind place = KeyPlace.Kind.KEYCHAIN;
    private final ReadOnlyStringWrapper store = new ReadOnlyStringWrapper();
    private final ReadOnlyObjectWrapper<Said> storeState = new ReadOnlyObjectWrapper<>(Said.NOTHING);
    private List<ModelInfo> models = List.of();
    private String found = "";
    private boolean good;
    private boolean asked;

    /**
     * @param chat called at the end with the account and the id of a model, null if none is known
     * @param form called with a draft for which there is more to enter than the wizard asks
     */
    public ConnectModel(AccountTools tools, BiConsumer<AccountEntry, String> chat, Consumer<AccountEntry> form) {
        this.tools = tools;
        this.chat = chat;
        this.form = form;
        this.waiting = new Waiting(tools.clocks(), tools.delays());
        this.key = new KeyEntryModel(Kind.KEY, tools.catalogue(), null);
        this.local = new LocalModel(tools);
        store.set(tools.keychain().place());
    }

    public ReadOnlyObjectProperty<Step> step() {
        return step.getReadOnlyProperty();
    }

    /** The chosen one; null until then. */
    public ReadOnlyObjectProperty<Provider> provider() {
        return provider.getReadOnlyProperty();
    }

    /** What went wrong or has to be said. */
    public ReadOnlyObjectProperty<Said> said() {
        return said.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Set<Offer>> offers() {
        return offers.getReadOnlyProperty();
    }

    /** Plan and model; null before the last step. */
    public ReadOnlyObjectProperty<FinishModel> finish() {
        return finish.getReadOnlyProperty();
    }

    public KeyEntryModel key() {
        return key;
    }

    /** For what has no address of its own: local servers and custom endpoints. */
    public BaseUrlModel url() {
        return url;
    }

    public LocalModel local() {
        return local;
    }

    public Waiting waiting() {
        return waiting;
    }

    /** The providers that are reached with a key of theirs, the custom endpoint last; local servers are one choice. */
    public List<Provider> remote() {
        var all = new ArrayList<>(tools.catalogue().providers());
        all.removeIf(p -> p.simulated() || p.facts().local());
        all.sort(java.util.Comparator.comparing(p -> p.id().equals(Catalogue.CUSTOM)));
        return List.copyOf(all);
    }

    /** What the keychain is called, so far as is known. */
    public ReadOnlyStringProperty store() {
        return store.getReadOnlyProperty();
    }

    /** Whether the keychain works, once it was asked; nothing to say if it does. */
    public ReadOnlyObjectProperty<Said> storeState() {
        return storeState.getReadOnlyProperty();
    }

    /** The environment variable that holds a key of the chosen provider; null if none is set. */
    public String variable() {
        var chosen = provider.get();
        var name = chosen == null ? null : chosen.facts().keyVariable();
        return name != null && tools.keys().environment().test(name) ? name : null;
    }

    /** Where a new key is to be kept: the keychain unless the user said otherwise. */
    public KeyPlace.Kind place() {
        return place;
    }

    /** @param kind keychain or session */
    public void keepIn(KeyPlace.Kind kind) {
        place = kind;
    }

    public void choose(Provider chosen) {
        say(Said.NOTHING);
        provider.set(chosen);
        key.expect(chosen.id());
        url.text().set(chosen.baseUrl() == null || !asksUrl() ? "" : chosen.baseUrl());
        step.set(Step.ENDPOINT);
        askKeychain();
    }

    /** A local server that was found. */
    public void choose(AccountTools.Found found) {
        choose(tools.catalogue().provider(found.providerId()));
        url.text().set(found.baseUrl());
    }

    /** To the first of the local presets. */
    public void chooseLocal() {
        local.presets().stream().findFirst().ifPresent(this::choose);
    }

    /** Goes over to the provider whose key was pasted; the key stays. */
    public void switchToOwner() {
        if (ownerIsOffered() && !waiting.busy().get()) {
            choose(tools.catalogue().provider(key.foreign().get().id()));
        }
    }

    /** True if the key seems to be one of another provider that can be connected. */
    public boolean ownerIsOffered() {
        var owner = key.foreign().get();
        return owner != null && remote().stream().anyMatch(p -> p.id().equals(owner.id()));
    }

    /** True if the chosen provider wants an address: it has none of its own, or one that may differ. */
    public boolean asksUrl() {
        return provider.get() != null
                && (provider.get().facts().local() || provider.get().id().equals(Catalogue.CUSTOM));
    }

    /** True if the chosen provider cannot be used without a key. */
    public boolean needsKey() {
        return !asksUrl();
    }

    /** Checks what was entered and, if it is good, makes the account. */
    public void submit() {
        submit(false);
    }

    private void submit(boolean insist) {
        if (needsKey() && !key.usable().get()) {
            key.demand();
            return;
        }
        if (!needsKey() && key.filled().get() && !key.usable().get()) {
            return;
        }
        var draft = draft(key.filled().get() ? new KeyPlace(place, null, null) : KeyPlace.NONE);
        if (draft != null) {
            check(draft, insist);
        }
    }

    /** Takes the key from the environment variable that is offered, at each request. */
    public void useVariable() {
        var name = variable();
        if (name != null) {
            key.clear();
            check(draft(new KeyPlace(KeyPlace.Kind.ENVIRONMENT, name, null)), false);
        }
    }

    /** Goes over to the form, where everything can be set, with the address that was entered. */
    public void more() {
        var chosen = provider.get();
        var typed = url.text().get().strip();
        form.accept(new AccountEntry(null, chosen.id(), chosen.name(), typed, null, null, List.of(),
                new KeyPlace(place, null, null), true, List.of(), AccountEntry.Route.DIRECT));
    }

    /** Takes one of the offers. */
    public void take(Offer offer) {
        if (!offers.get().contains(offer)) {
            return;
        }
        if (offer == Offer.INSIST) {
            submit(true);
            return;
        }
        if (offer == Offer.SESSION) {
            place = KeyPlace.Kind.SESSION;
        } else if (offer == Offer.UNLOCK) {
            tools.keys().retry().run();
        }
        var draft = draft(key.filled().get() ? new KeyPlace(place, null, null) : KeyPlace.NONE);
        if (draft != null) {
            save(draft);
        }
    }

    /** Stops waiting. What was entered stays. */
    public void cancel() {
        if (waiting.cancel()) {
            say(Said.plain(Texts.get("screens.cancelled")));
        }
    }

    /** One step back. Returns false if there is none: the caller leaves. */
    public boolean back() {
        if (waiting.busy().get()) {
            cancel();
            return true;
        }
        if (step.get() != Step.ENDPOINT) {
            return false;
        }
        key.clear();
        say(Said.NOTHING);
        step.set(Step.PROVIDER);
        return true;
    }

    /** Forgets what was entered. An account that was made stays. */
    public void leave() {
        waiting.cancel();
        local.cancel();
        key.clear();
    }

    /** Finds out, without opening any dialog, what the keychain is and whether there is one. */
    private void askKeychain() {
        if (asked) {
            return;
        }
        asked = true;
        tools.jobs().start(tools.keychain()::availability, result -> {
            store.set(tools.keychain().place());
            storeState.set(result instanceof SecretResult.Failure failure && !(failure instanceof SecretResult.Locked)
                    ? Said.warn(failure.message())
                    : Said.NOTHING);
        }, failure -> storeState.set(Said.warn(Troubles.sentence(failure))));
    }

    private AccountEntry draft(KeyPlace keyPlace) {
        var chosen = provider.get();
        var base = asksUrl() ? url.accept().orElse(null) : chosen.baseUrl();
        if (base == null) {
            return null;
        }
        var plan = tools.catalogue().defaultPlan(chosen.id()).map(Plan::id).orElse(null);
        return new AccountEntry(null, chosen.id(), Names.of(chosen, base), base, null, plan,
                List.of(), keyPlace, true, List.of(), AccountEntry.Route.DIRECT);
    }

    private NewSecrets secrets(AccountEntry draft) {
        var kind = draft.key().kind();
        boolean own = kind == KeyPlace.Kind.KEYCHAIN || kind == KeyPlace.Kind.SESSION;
        return own ? NewSecrets.of(key.secret()) : NewSecrets.none();
    }

    private void check(AccountEntry draft, boolean insist) {
        if (waiting.busy().get()) {
            return;
        }
        say(Said.NOTHING);
        waiting.begin(Texts.get("screens.checking", provider.get().name()));
        var secrets = secrets(draft);
        waiting.on(tools.jobs().start(secrets, () -> {
            var account = tools.book().trial(draft, secrets);
            return insist ? tools.check().insist(account) : tools.check().check(account);
        }, result -> checked(draft, result), this::failed));
    }

    private void checked(AccountEntry draft, KeyCheck.Result result) {
        waiting.end();
        models = result.models();
        found = result.message();
        good = result.verdict() == KeyCheck.Verdict.GOOD;
        switch (result.verdict()) {
            case GOOD, UNTOLD -> save(draft);
            case NO_CREDIT, UNREACHABLE -> say(Said.warn(result.message()), Offer.UNCHECKED);
            case FOREIGN -> say(Said.bad(result.message()), Offer.INSIST);
            case WRONG, NO_KEY -> say(Said.bad(result.message()));
        }
    }

    private void save(AccountEntry draft) {
        if (waiting.busy().get()) {
            return;
        }
        say(Said.NOTHING);
        boolean keychain = draft.key().kind() == KeyPlace.Kind.KEYCHAIN;
        waiting.begin(keychain ? Texts.get("screens.saving.keychain", store.get()) : Texts.get("screens.saving"));
        var secrets = secrets(draft);
        waiting.on(tools.jobs().start(secrets, () -> tools.book().add(draft, secrets), this::saved, this::failed));
    }

    private void saved(AccountEntry entry) {
        waiting.end();
        key.clear();
        finish.set(new FinishModel(tools, entry, good, found, models, chat));
        step.set(Step.FINISH);
    }

    private void failed(Throwable failure) {
        waiting.end();
        var sentence = Said.bad(Troubles.sentence(failure));
        if (Troubles.keychain(failure)) {
            say(sentence, Offer.UNLOCK, Offer.SESSION);
        } else {
            say(sentence);
        }
    }

    private void say(Said now, Offer... with) {
        said.set(now);
        var set = EnumSet.noneOf(Offer.class);
        set.addAll(List.of(with));
        offers.set(Set.copyOf(set));
    }
}
