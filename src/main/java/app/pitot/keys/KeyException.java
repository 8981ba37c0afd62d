package app.pitot.keys;

import java.util.Objects;

/** A key that cannot be had or cannot be sent; the message is a sentence for the user and never holds the key. */
public final class KeyException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is the matter. */
    public enum Trouble {
        /** It could not stand in a header. */
        INVALID,
        /** There is none where one should be. */
        ABSENT,
        /** The keychain is locked. */
        LOCKED,
        /** The keychain or its user said no. */
        DENIED,
        /** There is no working keychain, or it does not answer. */
        UNAVAILABLE
    }

    private final Trouble trouble;

    /** @param message a sentence for the user; never the value */
    public KeyException(Trouble trouble, String message) {
        super(message);
        this.trouble = Objects.requireNonNull(trouble);
    }

    /** Why a secret store did not give or take a secret. */
    public static KeyException of(SecretResult.Failure failure) {
        return new KeyException(switch (failure) {
            case SecretResult.Locked _ -> Trouble.LOCKED;
            case SecretResult.Denied _ -> Trouble.DENIED;
            case SecretResult.Unavailable _ -> Trouble.UNAVAILABLE;
        }, failure.message());
    }

    public Trouble trouble() {
        return trouble;
    }

    /** True if the key itself may be fine and only the keychain does not give it out. */
    public boolean keychain() {
        return trouble == Trouble.LOCKED || trouble == Trouble.DENIED || trouble == Trouble.UNAVAILABLE;
    }
}
