package app.pitot.accounts;

import app.pitot.base.Texts;
import app.pitot.keys.KeyException;
import app.pitot.keys.Secret;
import app.pitot.keys.SecretResult;
import app.pitot.keys.SecretStore;
import app.pitot.provider.AccountEntry;
import app.pitot.provider.KeyPlace;
import app.pitot.store.Settings;
import app.pitot.store.SettingsStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Puts secrets into their stores and takes them out, with a note in the settings of every item that may be there without an
 * account that names it: written before the store is touched, and taken away only once the store proved the item gone.
 */
final class SecretKeeper {
    private final SettingsStore settings;
    private final SecretStore keychain;
    private final SecretStore session;

    SecretKeeper(SettingsStore settings, SecretStore keychain, SecretStore session) {
        this.settings = settings;
        this.keychain = keychain;
        this.session = session;
    }

    /** The store of a {@code KEYCHAIN} or {@code SESSION} place. */
    SecretStore store(KeyPlace.Kind kind) {
        return kind == KeyPlace.Kind.KEYCHAIN ? keychain : session;
    }

    /**
     * Stores {@code secret} as a new version and proves it by reading it back.
     *
     * @param before where it was kept so far; null if nowhere. Stays untouched.
     * @throws KeyException if it could not be stored; what may be left of it is noted
     */
    KeyPlace keep(String account, SecretPart part, KeyPlace.Kind kind, KeyPlace before, Secret secret)
            throws KeyException {
        var store = store(kind);
        // Found out first, so that a machine without a keychain collects no notes about items that cannot be there.
        if (store.availability() instanceof SecretResult.Failure failure
                && !(failure instanceof SecretResult.Locked)) {
            throw KeyException.of(failure);
        }
        var place = new KeyPlace(kind, part.itemAfter(account, before), lastFour(secret));
        note(place);
        var written = store.write(place.item(), secret);
        if (written instanceof SecretResult.Stored) {
            check(store, place, secret);
            return place;
        }
        if (written instanceof SecretResult.Locked) {
            // Nothing gets into a locked store.
            settings.update(now -> without(now, List.of(place)));
        } else {
            drop(List.of(place));
        }
        throw written instanceof SecretResult.Failure failure ? KeyException.of(failure) : notKept(store);
    }

    /** True if the key that was kept for a session is still there. Asks memory alone. */
    boolean inSession(KeyPlace place) {
        if (session.read(place.item()) instanceof SecretResult.Found found) {
            found.secret().close();
            return true;
        }
        return false;
    }

    /** The secret at {@code place}, which the caller closes. */
    Secret read(KeyPlace place) throws KeyException {
        var store = store(place.kind());
        return switch (store.read(place.item())) {
            case SecretResult.Found found -> found.secret();
            case SecretResult.Failure failure -> throw KeyException.of(failure);
            case SecretResult.Missing _, SecretResult.Ready _, SecretResult.Stored _ ->
                throw new KeyException(KeyException.Trouble.ABSENT, Labels.absent(place, store));
        };
    }

    /**
     * Deletes what lies at {@code places} and has each absence proven. What is not proven stays noted.
     *
     * @return for the first of which it is not proven; else null
     */
    Doubt drop(Collection<KeyPlace> places) {
        Doubt doubt = null;
        var gone = new ArrayList<KeyPlace>();
        for (var place : places) {
            if (!SecretPart.stored(place)) {
                continue;
            }
            var store = store(place.kind());
            var result = store.delete(place.item());
            if (result instanceof SecretResult.Missing) {
                gone.add(place);
            } else if (doubt == null) {
                doubt = new Doubt(place, result);
            }
        }
        if (!gone.isEmpty()) {
            settings.update(now -> without(now, gone));
        }
        return doubt;
    }

    /** The settings with a note of {@code places}, if they outlast the app. */
    static Settings with(Settings now, Collection<KeyPlace> places) {
        var noted = new ArrayList<>(without(now, places).doubtful());
        places.stream().filter(place -> place.kind() == KeyPlace.Kind.KEYCHAIN).forEach(noted::add);
        return now.withDoubtful(noted);
    }

    /** The settings without a note of {@code places}. */
    static Settings without(Settings now, Collection<KeyPlace> places) {
        return now.withDoubtful(now.doubtful().stream().filter(
                noted -> places.stream()
                        .noneMatch(place -> place.kind() == noted.kind() && place.item().equals(noted.item())))
                .toList());
    }

    private void note(KeyPlace place) {
        if (place.kind() == KeyPlace.Kind.KEYCHAIN) {
            settings.update(now -> with(now, List.of(place)));
        }
    }

    /** The store did so itself; but the old key is given up on its word, so that it is asked again. */
    private void check(SecretStore store, KeyPlace place, Secret secret) throws KeyException {
        if (store.read(place.item()) instanceof SecretResult.Found found) {
            try (var back = found.secret()) {
                if (back.sameAs(secret)) {
                    return;
                }
            }
        }
        drop(List.of(place));
        throw notKept(store);
    }

    private static KeyException notKept(SecretStore store) {
        return new KeyException(KeyException.Trouble.DENIED, Texts.get("accounts.notKept", store.place()));
    }

    private static String lastFour(Secret secret) {
        return secret.lastFour().isEmpty() ? null : secret.lastFour();
    }

    /**
     * A secret of which it is not proven that it is gone.
     *
     * @param answer what the store said
     */
    record Doubt(KeyPlace place, SecretResult answer) {}

    /** Where the secrets of {@code before} lie that {@code now} does not name. */
    static List<KeyPlace> leftBehind(AccountEntry before, AccountEntry now) {
        var still = now == null ? List.<KeyPlace>of() : List.copyOf(SecretPart.of(now).values());
        return SecretPart.of(before).values().stream().filter(SecretPart::stored)
                .filter(place -> still.stream()
                        .noneMatch(kept -> kept.kind() == place.kind() && place.item().equals(kept.item())))
                .toList();
    }
}
