package app.pitot.keys;

import app.pitot.base.Texts;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where an account's key comes from. Reading may block; never call it on the JavaFX thread. */
@FunctionalInterface
public interface KeySource {
    /**
     * A fresh copy of the key for one request, which the caller closes; empty if the endpoint needs none.
     *
     * @throws KeyException if there should be a key and it is absent or unusable
     */
    Optional<Secret> read() throws KeyException;

    /** No key: local servers and the simulator. */
    static KeySource none() {
        return Optional::empty;
    }

    /** The environment variable {@code name}, named by the user on the command line. */
    static KeySource environment(String name) {
        return environment(name, System::getenv);
    }

    /** The variable {@code name} of a given environment, which answers null for what is not set. */
    static KeySource environment(String name, UnaryOperator<String> environment) {
        return () -> {
            var value = environment.apply(name);
            if (value == null || value.isBlank()) {
                throw new KeyException(KeyException.Trouble.ABSENT, Texts.get("keys.environment.absent", name));
            }
            return Optional.of(Secret.of(value.strip()));
        };
    }
}
