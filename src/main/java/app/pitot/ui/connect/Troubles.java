package app.pitot.ui.connect;

import app.pitot.base.Texts;
import app.pitot.keys.KeyException;

/** What failed work says to the user. */
public final class Troubles {
    private Troubles() {}

    /** A sentence; never a secret, because only our own exceptions are quoted. */
    public static String sentence(Throwable failure) {
        return failure instanceof KeyException key ? key.getMessage() : Texts.get("screens.defect");
    }

    /** True if only the keychain stands in the way. */
    public static boolean keychain(Throwable failure) {
        return failure instanceof KeyException key && key.keychain();
    }
}
