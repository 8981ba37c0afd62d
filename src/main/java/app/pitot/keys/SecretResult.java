package app.pitot.keys;

/** What a {@link SecretStore} answered. Messages are sentences for the user and never hold a secret. */
public sealed interface SecretResult {
    /** The store can be used. */
    record Ready() implements SecretResult {}

    /** The secret, a copy that the caller closes. */
    record Found(Secret secret) implements SecretResult {}

    /** Proven: the store answered and holds no such item. */
    record Missing() implements SecretResult {}

    /** Written, read back and equal. */
    record Stored() implements SecretResult {}

    /** The store wants its password, which was not given. */
    record Locked(String message) implements Failure {}

    /** The store is there and did not do it, or its answer cannot be trusted. */
    record Denied(String message) implements Failure {}

    /** There is no store, or it does not answer. */
    record Unavailable(String message) implements Failure {}

    /** Any of the three ways to fail; whether an item exists stays unknown. */
    sealed interface Failure extends SecretResult permits Locked, Denied, Unavailable {
        /** What happened, what was kept, what to do next. */
        String message();
    }
}
