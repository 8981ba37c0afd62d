package app.pitot.accounts;

import app.pitot.base.Texts;
import app.pitot.keys.SecretStore;
import app.pitot.provider.KeyPlace;

/** Where a key lives, in words. */
final class Labels {
    private Labels() {}

    /** @param store the place's own; not asked for the key */
    static String of(KeyPlace place, SecretStore store) {
        var four = place.lastFour() == null || place.lastFour().isEmpty() ? "" : " ••••" + place.lastFour();
        return switch (place.kind()) {
            case NONE -> Texts.get("accounts.key.none");
            case ENVIRONMENT -> Texts.get("accounts.key.environment", place.item());
            case KEYCHAIN -> Texts.get("accounts.key.keychain", four, store.place());
            case SESSION -> Texts.get("accounts.key.session", four);
        };
    }

    /** What to say when the store proved that it holds nothing there. */
    static String absent(KeyPlace place, SecretStore store) {
        return place.kind() == KeyPlace.Kind.SESSION
                ? Texts.get("accounts.session.over")
                : Texts.get("keys.stored.absent", store.place());
    }
}
