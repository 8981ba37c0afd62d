package app.pitot.ui.connect;

import app.pitot.accounts.AccountBook;
import app.pitot.accounts.NewSecrets;
import app.pitot.keys.KeyException;
import app.pitot.keys.KeyException.Trouble;
import app.pitot.keys.KeySource;
import app.pitot.keys.Secret;
import app.pitot.keys.SecretResult;
import app.pitot.provider.Account;
import app.pitot.provider.AccountEntry;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Connection;
import app.pitot.provider.KeyPlace;
import app.pitot.provider.KeyPlace.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Accounts in memory; what the keychain would do is told by the test. */
public final class FakeBook implements AccountBook {
    private final Catalogue catalogue;
    private final List<AccountEntry> entries = new ArrayList<>();
    private final List<Runnable> listeners = new ArrayList<>();
    /** Thrown by whatever stores into the keychain; null to let it pass. */
    public KeyException refusal;
    /** What the next removal answers. */
    public Removal removal = new Removal(null, null);
    /** The key that was stored last, as text, for comparing. */
    public String stored;
    public NewSecrets last;
    private int made;

    public FakeBook(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public List<Account> accounts() {
        return entries.stream().filter(AccountEntry::enabled).map(e -> trial(e, NewSecrets.none())).toList();
    }

    @Override
    public List<AccountEntry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public AccountEntry add(AccountEntry draft, NewSecrets secrets) throws KeyException {
        try (secrets) {
            var id = "id-" + ++made;
            var entry = keep(draft, id, secrets);
            entries.add(entry);
            tell();
            return entry;
        }
    }

    @Override
    public AccountEntry update(AccountEntry changed, NewSecrets secrets) throws KeyException {
        try (secrets) {
            int at = indexOf(changed.id());
            var entry = keep(changed, changed.id(), secrets);
            entries.set(at, entry);
            tell();
            return entry;
        }
    }

    @Override
    public Removal remove(String id) {
        entries.remove(indexOf(id));
        tell();
        return removal;
    }

    @Override
    public void move(String id, int index) {
        entries.add(index, entries.remove(indexOf(id)));
        tell();
    }

    @Override
    public Account trial(AccountEntry draft, NewSecrets secrets) {
        var provider = catalogue.provider(draft.providerId());
        KeySource source = secrets.key() == null ? KeySource.none() : () -> Optional.of(secrets.key().copy());
        return new Account(draft.id() == null ? "trial" : draft.id(), draft.name(), provider, draft.baseUrl(),
                draft.planId() == null ? null : catalogue.plan(draft.planId()).orElse(null), source, "",
                Connection.DIRECT);
    }

    @Override
    public AutoCloseable subscribe(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }

    private AccountEntry keep(AccountEntry from, String id, NewSecrets secrets) throws KeyException {
        last = secrets;
        var place = from.key();
        if (refusal != null && !secrets.headers().isEmpty() && from.route().headers().stream()
                .noneMatch(each -> each.place() != null && each.place().kind() == Kind.SESSION)) {
            throw refusal;
        }
        if (secrets.key() != null) {
            if (place.kind() == Kind.KEYCHAIN && refusal != null) {
                throw refusal;
            }
            stored = secrets.key().plain();
            place = new KeyPlace(place.kind(), "account-" + id + "/1", secrets.key().lastFour());
        }
        return new AccountEntry(id, from.providerId(), from.name(), from.baseUrl(), from.dialect(), from.planId(),
                from.limits(), place, from.enabled(), from.models(), from.route());
    }

    private int indexOf(String id) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).id().equals(id)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no account " + id);
    }

    private void tell() {
        List.copyOf(listeners).forEach(Runnable::run);
    }

    /** The keychain is locked. */
    public static KeyException locked() {
        return new KeyException(Trouble.LOCKED, "GNOME Keyring is locked.");
    }

    /** What a removal says that could not be proven. */
    public static Removal remains(String sentence) {
        return new Removal(sentence, new SecretResult.Denied(sentence));
    }

    /** A key as text, for tests alone. */
    public static Secret secret(String text) {
        try {
            return Secret.of(text);
        } catch (KeyException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
