package app.pitot.accounts;

import app.pitot.api.Harmless;
import app.pitot.base.Clocks;
import app.pitot.base.Texts;
import app.pitot.keys.KeyException;
import app.pitot.keys.KeySource;
import app.pitot.keys.Secret;
import app.pitot.keys.SecretResult;
import app.pitot.keys.SecretStore;
import app.pitot.provider.Account;
import app.pitot.provider.AccountEntry;
import app.pitot.provider.Catalogue;
import app.pitot.provider.KeyPlace;
import app.pitot.store.Settings;
import app.pitot.store.SettingsStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/**
 * Accounts in the settings, secrets in the keychain or in memory. The settings must have been loaded. Changes wait for each
 * other; reading waits for nothing.
 */
public final class StoredAccounts implements AccountBook {
    private static final String TRIAL = "trial";
    private static final int LONGEST_NAME = 60;

    private final AccountMaker maker;
    private final SettingsStore settings;
    private final SecretKeeper keeper;
    private final UnaryOperator<String> environment;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Object changing = new Object();

    /**
     * @param session forgets all when the app ends
     * @param environment answers null for a variable that is not set
     */
    public StoredAccounts(Catalogue catalogue, SettingsStore settings, SecretStore keychain, SecretStore session,
            UnaryOperator<String> environment, Clocks clocks) {
        this.maker = new AccountMaker(catalogue, clocks);
        this.settings = settings;
        this.keeper = new SecretKeeper(settings, keychain, session);
        this.environment = environment;
    }

    @Override
    public List<Account> accounts() {
        return entries().stream().filter(AccountEntry::enabled).map(this::account).toList();
    }

    @Override
    public List<AccountEntry> entries() {
        return settings.current().accounts();
    }

    @Override
    public AccountEntry add(AccountEntry draft, NewSecrets secrets) throws KeyException {
        synchronized (changing) {
            try (secrets) {
                return write(complete(draft, UUID.randomUUID().toString()), null, secrets);
            }
        }
    }

    @Override
    public AccountEntry update(AccountEntry changed, NewSecrets secrets) throws KeyException {
        synchronized (changing) {
            try (secrets) {
                // Another window may have put the key elsewhere, or removed it.
                settings.refresh();
                var before = entry(changed.id()).orElse(null);
                if (before == null) {
                    changed();
                    throw new KeyException(KeyException.Trouble.ABSENT, Texts.get("accounts.goneElsewhere"));
                }
                return write(complete(changed, changed.id()), before, secrets);
            }
        }
    }

    @Override
    public Removal remove(String id) {
        synchronized (changing) {
            boolean here = entry(id).isPresent();
            settings.refresh();
            var entry = entry(id);
            if (entry.isEmpty()) {
                if (here) {
                    changed();
                }
                return new Removal(null, null);
            }
            var places = SecretKeeper.leftBehind(entry.get(), null);
            settings.update(now -> SecretKeeper.with(now.withAccounts(
                    now.accounts().stream().filter(each -> !each.id().equals(id)).toList()), places));
            changed();
            return removal(keeper.drop(places));
        }
    }

    /**
     * Tries again to delete what earlier attempts left in doubt, see {@link Settings#doubtful}. Blocks on the keychain; never
     * on the JavaFX thread.
     */
    public Removal clearDoubtful() {
        synchronized (changing) {
            return removal(keeper.drop(settings.current().doubtful()));
        }
    }

    @Override
    public void move(String id, int index) {
        synchronized (changing) {
            settings.update(now -> {
                var all = new ArrayList<>(now.accounts());
                var moved = all.stream().filter(each -> each.id().equals(id)).findFirst();
                moved.ifPresent(each -> {
                    all.remove(each);
                    all.add(Math.clamp(index, 0, all.size()), each);
                });
                return now.withAccounts(all);
            });
            changed();
        }
    }

    @Override
    public Account trial(AccountEntry draft, NewSecrets secrets) {
        var before = draft.id() == null ? null : entry(draft.id()).orElse(null);
        var places = before == null ? java.util.Map.<SecretPart, KeyPlace>of() : SecretPart.of(before);
        var entry = complete(draft, draft.id() == null ? TRIAL : draft.id());
        return maker.account(entry, Texts.get("accounts.key.trial"), (part, place) -> {
            var entered = part.in(secrets);
            if (entered != null) {
                return () -> Optional.of(entered.copy());
            }
            var from = place != null && !SecretPart.stored(place) ? place : places.get(part);
            return from == null || !SecretPart.stored(from)
                    ? source(from)
                    : () -> Optional.of(checked(part, from, keeper.read(from)));
        });
    }

    /** Takes over what another process changed meanwhile. Blocks on the disk; never on the JavaFX thread. */
    public void refresh() {
        var before = entries();
        settings.refresh();
        if (!entries().equals(before)) {
            changed();
        }
    }

    @Override
    public AutoCloseable subscribe(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }

    private AccountEntry write(AccountEntry wanted, AccountEntry before, NewSecrets secrets) throws KeyException {
        var placed = new Placement(keeper, wanted, before, secrets).place();
        var left = before == null ? List.<KeyPlace>of() : SecretKeeper.leftBehind(before, placed);
        settings.update(now -> SecretKeeper.with(
                SecretKeeper.without(now.withAccounts(put(now.accounts(), placed)), SecretPart.of(placed).values()),
                left));
        changed();
        // As long as the disk still names the old key, it is the one that the next start needs.
        if (settings.saved()) {
            keeper.drop(left);
        }
        return placed;
    }

    private static List<AccountEntry> put(List<AccountEntry> entries, AccountEntry placed) {
        var all = new ArrayList<>(entries);
        all.replaceAll(each -> each.id().equals(placed.id()) ? placed : each);
        if (!all.contains(placed)) {
            all.add(placed);
        }
        return all;
    }

    /** With an id, an address and a name that no other account has. */
    private AccountEntry complete(AccountEntry draft, String id) {
        var provider = maker.known(draft);
        var name = draft.name() == null || draft.name().isBlank()
                ? provider.name()
                : Harmless.line(draft.name(), LONGEST_NAME);
        return new AccountEntry(id, draft.providerId(), AccountNames.free(name, id, entries()),
                draft.baseUrl() == null ? provider.baseUrl() : draft.baseUrl(), draft.dialect(), draft.planId(),
                draft.limits(), draft.key(), draft.enabled(), draft.models(), draft.route());
    }

    /** {@code entry} ready for use, whether it is enabled or not. Touches no keychain. */
    public Account account(AccountEntry entry) {
        return maker.account(entry, label(entry.key()),
                (part, place) -> place == null || !SecretPart.stored(place)
                        ? source(place)
                        : () -> Optional.of(checked(part, place, read(entry.id(), part, place))));
    }

    /** Anybody who can write to the keychain may have put there what no key is. */
    private Secret checked(SecretPart part, KeyPlace place, Secret secret) throws KeyException {
        if (part.kind() == SecretPart.Kind.KEY && !secret.sendable()) {
            secret.close();
            throw new KeyException(KeyException.Trouble.INVALID,
                    Texts.get("keychain.unusable", keeper.store(place.kind()).place(), place.item()));
        }
        return secret;
    }

    /** Where the secret was written down, or where another window put it since. */
    private Secret read(String id, SecretPart part, KeyPlace place) throws KeyException {
        try {
            return keeper.read(place);
        } catch (KeyException e) {
            if (e.trouble() != KeyException.Trouble.ABSENT) {
                throw e;
            }
            settings.refresh();
            var now = entry(id).map(SecretPart::of).map(places -> places.get(part)).orElse(null);
            if (now == null || !SecretPart.stored(now) || now.equals(place)) {
                throw e;
            }
            var secret = keeper.read(now);
            changed();
            return secret;
        }
    }

    private String label(KeyPlace place) {
        return place.kind() == KeyPlace.Kind.SESSION && !keeper.inSession(place)
                ? Texts.get("accounts.key.session.over")
                : Labels.of(place, keeper.store(place.kind()));
    }

    /** Of what lies in no store of ours. */
    private KeySource source(KeyPlace place) {
        if (place == null || place.kind() == KeyPlace.Kind.NONE) {
            return KeySource.none();
        }
        if (place.kind() != KeyPlace.Kind.ENVIRONMENT) {
            throw new IllegalArgumentException("a store is read by its account");
        }
        return KeySource.environment(place.item(), environment);
    }

    private Optional<AccountEntry> entry(String id) {
        return entries().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private Removal removal(SecretKeeper.Doubt doubt) {
        if (doubt == null) {
            return new Removal(null, null);
        }
        var cause = doubt.answer() instanceof SecretResult.Failure failure ? failure.message() : "";
        return new Removal(Texts.get("accounts.remains", keeper.store(doubt.place().kind()).place(),
                doubt.place().item(), cause).strip(), doubt.answer());
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }
}
