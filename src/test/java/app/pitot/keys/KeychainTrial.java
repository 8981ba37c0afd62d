package app.pitot.keys;

import app.pitot.accounts.Household;
import app.pitot.accounts.NewSecrets;
import app.pitot.base.Clocks;
import app.pitot.keys.SecretResult.Failure;
import app.pitot.keys.SecretResult.Found;
import app.pitot.keys.SecretResult.Locked;
import app.pitot.keys.SecretResult.Missing;
import app.pitot.keys.SecretResult.Ready;
import app.pitot.keys.SecretResult.Stored;
import app.pitot.keys.SecretResult.Unavailable;
import app.pitot.provider.AccountEntry;
import app.pitot.provider.Catalogue;
import app.pitot.provider.KeyPlace;
import app.pitot.store.Folders;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Tries the real keychain in one state that {@code .ci/keychain} has set up, and prints what each call answered and how long
 * it took. Ends with 1 if anything is not as it should be.
 */
public final class KeychainTrial {
    /** The dialog's is cut: nobody waits two minutes for one that is left alone on purpose. */
    private static final Deadlines DEADLINES = new Deadlines(Deadlines.USUAL.call(), Duration.ofSeconds(8));
    private static final String ACCOUNT = "6f1c2d3e-0000-4000-8000-123456789abc";
    private static final String ITEM = KeyItems.key(ACCOUNT, 1);
    private static final String NEXT = KeyItems.key(ACCOUNT, 2);
    /** Both deadlines of one call, and two seconds for a busy machine. */
    private static final Duration LIMIT = DEADLINES.call().plus(DEADLINES.prompt()).plusSeconds(2);

    private final String[] args;
    private final String state;
    private final KeychainStore store;
    private boolean failed;

    private KeychainTrial(String[] args) {
        this.args = args;
        state = args[0];
        store = new KeychainStore(() -> SystemKeychain.here().make(), SystemKeychain.here().place(), DEADLINES);
    }

    public static void main(String[] args) throws Exception {
        var trial = new KeychainTrial(args);
        try {
            trial.run();
        } catch (Throwable e) {
            e.printStackTrace();
            trial.failed = true;
        }
        // The D-Bus library leaves threads behind; the app ends in the same way.
        System.exit(trial.failed ? 1 : 0);
    }

    private void run() throws Exception {
        switch (state) {
            case "use" -> use();
            case "keep" -> expect("write", store.write(ITEM, secret("csk-kept-0123456789")), Stored.class);
            case "kept" -> {
                var read = timed("read", () -> store.read(ITEM), Found.class);
                check(((Found) read).secret().sameAs(secret("csk-kept-0123456789")), "another value than was stored");
            }
            case "gone" -> {
                timed("delete", () -> store.delete(ITEM), Missing.class);
                timed("read", () -> store.read(ITEM), Missing.class);
            }
            case "account" -> account(args[1], Path.of(System.getenv("PITOT_HOME")));
            case "locked" -> locked();
            case "no keyring" -> {
                timed("availability", store::availability, Unavailable.class);
                store.retry();
                timed("read", () -> store.read(ITEM), Missing.class);
                timed("write", () -> store.write(ITEM, secret("csk-new")), Unavailable.class);
            }
            case "hanging bus" -> {
                accept(Path.of(System.getProperty("hanging.socket")));
                unavailable();
            }
            case "no bus", "no service", "hanging daemon" -> unavailable();
            case "prompt ignored" -> timed("read", () -> store.read(ITEM), Locked.class);
            case "prompt dismissed" -> {
                timed("read", () -> store.read(ITEM), Locked.class);
                timed("read again", () -> store.read(ITEM), Locked.class);
                store.retry();
                timed("retry, password typed", () -> store.read(ITEM), Found.class);
            }
            case "prompt cancelled" -> cancelled();
            default -> throw new IllegalArgumentException(state);
        }
    }

    private void use() throws Exception {
        timed("availability", store::availability, Ready.class);
        timed("first read, opens", () -> store.read(ITEM), Missing.class);
        timed("write", () -> store.write(ITEM, secret("csk-first-0123456789")), Stored.class);
        var first = (Found) timed("read", () -> store.read(ITEM), Found.class);
        check(first.secret().sameAs(secret("csk-first-0123456789")), "another value than was stored");
        timed("write the next", () -> store.write(NEXT, secret("csk-second-0123456789")), Stored.class);
        timed("delete the old one", () -> store.delete(ITEM), Missing.class);
        var second = (Found) timed("read the new one", () -> store.read(NEXT), Found.class);
        check(second.secret().sameAs(secret("csk-second-0123456789")), "another value than was stored");
        timed("read the old one", () -> store.read(ITEM), Missing.class);
        timed("delete", () -> store.delete(NEXT), Missing.class);
        timed("delete again", () -> store.delete(NEXT), Missing.class);
        var longest = "k".repeat(Secret.MAX_LENGTH);
        timed("write the longest", () -> store.write(ITEM, secret(longest)), Stored.class);
        timed("write over it", () -> store.write(ITEM, password("zwölf Sätze ✓")), Stored.class);
        timed("delete", () -> store.delete(ITEM), Missing.class);
        check(store.place().equals("GNOME Keyring"), "place: " + store.place());
    }

    /** Sets up an account as the window does, for the command line to use. */
    private void account(String baseUrl, Path folder) throws Exception {
        var place = new KeyPlace(KeyPlace.Kind.KEYCHAIN, null, null);
        var draft = new AccountEntry(null, "cerebras", "Work", baseUrl, null, null, List.of(), place, true, List.of(),
                AccountEntry.Route.DIRECT);
        try (var house = new Household(Folders.in(folder), Catalogue.shipped(), store, _ -> null, Clocks.system(),
                problem -> check(false, problem.toString()))) {
            var entry = house.book().add(draft, NewSecrets.of(secret("csk-kept-0123456789")));
            check(entry.key().item() != null, "the account names no item");
        }
    }

    private void locked() {
        timed("availability", store::availability, Locked.class);
        timed("read", () -> store.read(ITEM), Locked.class);
        timed("read again", () -> store.read(ITEM), Locked.class);
        store.retry();
        timed("write", () -> store.write(ITEM, secret("csk-new")), Locked.class);
        store.retry();
        timed("delete", () -> store.delete(ITEM), Locked.class);
    }

    private void unavailable() {
        timed("availability", store::availability, Unavailable.class);
        store.retry();
        timed("read", () -> store.read(ITEM), Unavailable.class);
        timed("read again", () -> store.read(ITEM), Unavailable.class);
        store.retry();
        timed("write", () -> store.write(ITEM, secret("csk-new")), Unavailable.class);
    }

    private void cancelled() {
        var caller = Thread.currentThread();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                Thread.sleep(3_000);
                caller.interrupt();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        timed("read, Cancel after 3 s", () -> store.read(ITEM), Unavailable.class);
        check(Thread.interrupted(), "the interrupt was lost");
    }

    private SecretResult timed(String what, Supplier<SecretResult> call, Class<? extends SecretResult> wanted) {
        long start = System.nanoTime();
        var result = call.get();
        long took = (System.nanoTime() - start) / 1_000_000;
        expect(what, result, wanted);
        System.out.printf("%-17s %-24s %6d ms  %s%n", state, what, took, words(result));
        check(took < LIMIT.toMillis(), what + " took " + took + " ms");
        if (what.endsWith("again") && result instanceof Failure) {
            check(took < 100, "the keychain was asked again after a failure");
        }
        return result;
    }

    private static String words(SecretResult result) {
        return result instanceof Failure f
                ? f.getClass().getSimpleName() + ": " + f.message()
                : result.getClass().getSimpleName();
    }

    private void expect(String what, SecretResult result, Class<? extends SecretResult> wanted) {
        check(wanted.isInstance(result), what + " answered " + words(result));
    }

    private void check(boolean holds, String otherwise) {
        if (!holds) {
            System.out.println("FAILED: " + state + ": " + otherwise);
            failed = true;
        }
    }

    private static Secret secret(String value) {
        try {
            return Secret.of(value);
        } catch (KeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Secret password(String value) {
        try {
            return Secret.text(value);
        } catch (KeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A bus that takes every connection and never says a word. */
    private static void accept(Path socket) throws IOException {
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
        List<SocketChannel> taken = new ArrayList<>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                while (true) {
                    taken.add(server.accept());
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
