package app.pitot.keys;

import java.util.Optional;

/** Where an account's key comes from. Reading may block; never call it on the JavaFX thread. */
@FunctionalInterface
public interface KeySource {
    /**
     * A fresh copy of the key for one request, which the caller closes; empty if the endpoint needs none.
     *
     * @throws InvalidKeyException if there should be a key and it is absent or unusable
     */
    Optional<Secret> read() throws InvalidKeyException;

    /** No key: local servers and the simulator. */
    static KeySource none() {
        return Optional::empty;
    }

    /** The environment variable {@code name}, named by the user on the command line. */
    static KeySource environment(String name) {
        return () -> {
            var value = System.getenv(name);
            if (value == null || value.isBlank()) {
                throw new InvalidKeyException("The environment variable " + name + " is not set.");
            }
            return Optional.of(Secret.of(value.strip()));
        };
    }
}
