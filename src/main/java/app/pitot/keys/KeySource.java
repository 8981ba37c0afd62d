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

    /** What {@code store} holds under {@code item}, read anew for each request. */
    static KeySource stored(SecretStore store, String item) {
        return () -> switch (store.read(item)) {
            case SecretResult.Found found -> Optional.of(checked(found.secret()));
            case SecretResult.Failure failure -> throw KeyException.of(failure);
            case SecretResult.Missing _, SecretResult.Ready _, SecretResult.Stored _ ->
                throw new KeyException(KeyException.Trouble.ABSENT, Texts.get("keys.stored.absent", store.place()));
        };
    }

    /** What a store holds may have been changed there, or be no key at all. */
    private static Secret checked(Secret stored) throws KeyException {
        try (stored) {
            return Secret.of(stored.plain());
        }
    }
}
