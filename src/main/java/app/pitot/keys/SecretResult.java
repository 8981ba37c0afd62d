package app.pitot.keys;

/** What a secret store answered. Messages are sentences for the user: cause, what was kept, next step; never the value. */
public sealed interface SecretResult {
    /** The store works. */
    record Ready() implements SecretResult {}

    /** @param secret a fresh copy, which the caller closes */
    record Found(Secret secret) implements SecretResult {}

    /** The value was stored, read back and found equal. */
    record Stored() implements SecretResult {}

    /** Proven: there is no such item. */
    record Missing() implements SecretResult {}

    /** The store is locked; what it holds is intact. */
    record Locked(String message) implements SecretResult {}

    /** The store or its user said no, or gave an answer that proves nothing. */
    record Denied(String message) implements SecretResult {}

    /** There is no such store here, or it does not answer. */
    record Unavailable(String message) implements SecretResult {}
}
