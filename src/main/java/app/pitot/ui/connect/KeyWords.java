package app.pitot.ui.connect;

import app.pitot.base.Texts;
import app.pitot.provider.KeyPlace;

/** Where a secret is kept, in words. */
public final class KeyWords {
    private KeyWords() {}

    /**
     * "••••4f2a in GNOME Keyring".
     *
     * @param store what the keychain is called
     */
    public static String place(KeyPlace place, String store) {
        return switch (place.kind()) {
            case NONE -> Texts.get("screens.key.none");
            case ENVIRONMENT -> Texts.get("screens.key.environment", place.item());
            case KEYCHAIN -> Texts.get("screens.key.keychain", masked(place), store);
            case SESSION -> Texts.get("screens.key.session", masked(place));
        };
    }

    private static String masked(KeyPlace place) {
        return place.lastFour() == null || place.lastFour().isEmpty() ? "••••" : "••••" + place.lastFour();
    }
}
