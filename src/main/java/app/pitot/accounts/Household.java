package app.pitot.accounts;

import app.pitot.base.Clocks;
import app.pitot.keys.KeychainStore;
import app.pitot.keys.SecretStore;
import app.pitot.keys.SessionStore;
import app.pitot.provider.Catalogue;
import app.pitot.store.Folders;
import app.pitot.store.SettingsStore;
import app.pitot.store.StoreProblem;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The user's settings, accounts and secrets, opened together. Opening reads the settings and touches no keychain: the first
 * secret that somebody asks for does. Safe from any thread.
 */
public final class Household implements AutoCloseable {
    private final Folders folders;
    private final SettingsStore settings;
    private final SecretStore keychain;
    private final SecretStore session = new SessionStore();
    private final StoredAccounts book;
    private final UnaryOperator<String> environment;

    /** @param keychain closed by {@link #close} */
    public Household(Folders folders, Catalogue catalogue, SecretStore keychain, UnaryOperator<String> environment,
            Clocks clocks, Consumer<StoreProblem> problems) {
        this.folders = folders;
        this.keychain = keychain;
        this.settings = new SettingsStore(folders, clocks, problems);
        settings.load();
        this.book = new StoredAccounts(catalogue, settings, keychain, session, environment, clocks);
        this.environment = environment;
    }

    /**
     * With the keychain of this operating system. Blocks on the disk.
     *
     * @param environment answers null for a variable that is not set
     * @param problems told, on any thread, what the disk refused
     */
    public static Household open(Folders folders, Catalogue catalogue, UnaryOperator<String> environment,
            Clocks clocks, Consumer<StoreProblem> problems) {
        return new Household(folders, catalogue, new KeychainStore(), environment, clocks, problems);
    }

    /** For tours and tests: files in {@code folder} alone, secrets in memory alone, no environment. */
    public static Household apart(Path folder, Catalogue catalogue, Clocks clocks, Consumer<StoreProblem> problems) {
        return new Household(Folders.in(folder), catalogue, new SessionStore(), _ -> null, clocks, problems);
    }

    public Folders folders() {
        return folders;
    }

    public SettingsStore settings() {
        return settings;
    }

    public StoredAccounts book() {
        return book;
    }

    /** What providers say of limits otherwise than plans do. */
    public Corrections corrections() {
        return new Corrections(book, settings);
    }

    /** The keychain of the operating system. */
    public SecretStore keychain() {
        return keychain;
    }

    /** Memory, until the app ends. */
    public SecretStore session() {
        return session;
    }

    /** True if the environment variable of that name has a value that is not blank: a key may be offered, never taken. */
    public boolean inEnvironment(String variable) {
        var value = environment.apply(variable);
        return value != null && !value.isBlank();
    }

    /** Where each secret is, for a user who wants to look. */
    public WhereKeys whereKeys() {
        return new WhereKeys(keychain, session);
    }

    /** Wipes what is kept for the session and lets go of the keychain; never waits. */
    @Override
    public void close() {
        session.close();
        keychain.close();
    }
}
