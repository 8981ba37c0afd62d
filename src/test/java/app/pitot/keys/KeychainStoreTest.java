package app.pitot.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pitot.keys.SecretResult.Denied;
import app.pitot.keys.SecretResult.Failure;
import app.pitot.keys.SecretResult.Found;
import app.pitot.keys.SecretResult.Locked;
import app.pitot.keys.SecretResult.Missing;
import app.pitot.keys.SecretResult.Ready;
import app.pitot.keys.SecretResult.Stored;
import app.pitot.keys.SecretResult.Unavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every state of a keychain and what becomes of it. */
@Timeout(30)
class KeychainStoreTest {
    private static final Deadlines SHORT = new Deadlines(Duration.ofMillis(400), Duration.ofMillis(800));
    private static final String ITEM = "account-1/1";
    private static final String KEY = "csk-0123456789abcdef";

    private final List<ScriptedKeychain> made = new ArrayList<>();
    private final ScriptedKeychain keychain = new ScriptedKeychain();
    private final KeychainStore store = new KeychainStore(this::next, "Test Kind", SHORT);

    @AfterEach
    void letGo() {
        store.close();
        keychain.never.countDown();
        made.forEach(k -> k.never.countDown());
    }

    /** The first keychain that the store makes is the scripted one; later ones hold the same and behave. */
    private synchronized Keychain next() {
        var next = made.isEmpty() ? keychain : new ScriptedKeychain();
        next.items.putAll(keychain.items);
        made.add(next);
        return next;
    }

    @Test
    void nothingIsMadeOrAskedBeforeTheFirstCall() {
        assertThat(store.place()).isEqualTo("Test Kind");
        assertThat(store.lasting()).isTrue();
        assertThat(store.failure()).isEmpty();
        assertThat(made).isEmpty();
        store.close();
        assertThat(made).isEmpty();
    }

    @Test
    void anOpenKeychainStoresReadsReplacesAndDeletes() {
        assertThat(store.availability()).isEqualTo(new Ready());
        assertThat(keychain.asked()).containsExactly("look");
        assertThat(write(KEY)).isEqualTo(new Stored());
        assertThat(found()).isEqualTo(KEY);
        assertThat(write("csk-second")).isEqualTo(new Stored());
        assertThat(found()).isEqualTo("csk-second");
        assertThat(store.delete(ITEM)).isEqualTo(new Missing());
        assertThat(store.read(ITEM)).isEqualTo(new Missing());
        assertThat(store.delete(ITEM)).isEqualTo(new Missing());
        assertThat(store.place()).isEqualTo("Test Keyring");
        assertThat(store.failure()).isEmpty();
        assertThat(keychain.asked()).containsOnlyOnce("open");
        assertThat(made).hasSize(1);
    }

    @Test
    void missingThatCannotBeProvenIsDenied() {
        keychain.items.put(ITEM, KEY);
        keychain.events.put("get", () -> {
            throw new Exception("No stored credentials match");
        });
        assertThat(store.read(ITEM)).isInstanceOf(Denied.class);
    }

    @Test
    void missingIsDoubtedWhenTheProofFails() {
        keychain.events.put("absent", () -> {
            throw new IllegalStateException();
        });
        assertThat(store.read(ITEM)).isInstanceOf(Unavailable.class);
    }

    @Test
    void aLockedKeychainIsLookedAtWithoutADialogAndIsNoFailureYet() {
        keychain.look = Look.LOCKED;
        assertThat(store.availability()).isInstanceOf(Locked.class);
        assertThat(keychain.asked()).containsExactly("look");
        assertThat(store.failure()).isEmpty();
    }

    @Test
    void unlockingInTheDialogLetsTheCallThrough() {
        keychain.items.put(ITEM, KEY);
        keychain.look = Look.LOCKED;
        keychain.afterDialog = Look.OPEN;
        assertThat(found()).isEqualTo(KEY);
    }

    @Test
    void aDismissedDialogIsNotOpenedAgainUntilAsked() {
        keychain.items.put(ITEM, KEY);
        keychain.look = Look.LOCKED;
        var first = store.read(ITEM);
        assertThat(first).isInstanceOf(Locked.class);
        assertThat(keychain.asked()).containsOnlyOnce("unlock").doesNotContain("open", "get");
        int calls = keychain.asked().size();

        assertThat(store.read(ITEM)).isSameAs(first);
        assertThat(write("other-key")).isSameAs(first);
        assertThat(store.delete(ITEM)).isSameAs(first);
        assertThat(store.availability()).isSameAs(first);
        assertThat(keychain.asked()).hasSize(calls);
        assertThat(store.failure()).containsSame((Failure) first);

        keychain.afterDialog = Look.OPEN;
        store.retry();
        assertThat(store.failure()).isEmpty();
        assertThat(found()).isEqualTo(KEY);
    }

    @Test
    void aKeychainThatIsLockedDuringTheSessionAsksOnceAtTheNextCall() {
        keychain.items.put(ITEM, KEY);
        assertThat(found()).isEqualTo(KEY);
        keychain.look = Look.LOCKED;
        assertThat(store.read(ITEM)).isInstanceOf(Locked.class);
        assertThat(keychain.asked()).containsOnlyOnce("unlock").containsOnlyOnce("open").containsOnlyOnce("get");
    }

    @Test
    void theLibrarysNullPointerExceptionOnALockedKeychainIsLocked() {
        keychain.events.put("get", () -> {
            keychain.look = Look.LOCKED;
            throw new NullPointerException();
        });
        assertThat(store.read(ITEM)).isInstanceOf(Locked.class);
    }

    @Test
    void anyOtherUncheckedExceptionIsDeniedAndTheNextTryConnectsAnew() {
        keychain.items.put(ITEM, KEY);
        keychain.events.put("get", () -> {
            throw new NullPointerException();
        });
        assertThat(store.read(ITEM)).isInstanceOf(Denied.class);
        keychain.events.clear();
        store.retry();
        assertThat(found()).isEqualTo(KEY);
        assertThat(keychain.asked()).filteredOn("open"::equals).hasSize(2);
    }

    @Test
    void nativeCodeThatCannotBeLoadedIsUnavailableAtEveryStep() {
        for (var step : List.of("look", "open", "get")) {
            keychain.events.clear();
            keychain.events.put(step, () -> {
                throw new UnsatisfiedLinkError(KEY);
            });
            store.retry();
            assertThat(store.read(ITEM)).isInstanceOfSatisfying(Unavailable.class,
                    u -> assertThat(u.message()).contains("could not be loaded").doesNotContain(KEY));
            made.clear();
        }
    }

    @Test
    void aLibraryThatIsNotThereIsUnavailable() {
        try (var without = new KeychainStore(() -> {
            throw new NoClassDefFoundError("com/github/javakeyring/Keyring");
        }, "Test Kind", SHORT)) {
            assertThat(without.read(ITEM)).isInstanceOf(Unavailable.class);
            assertThat(without.place()).isEqualTo("Test Kind");
        }
    }

    @Test
    void noBusNoServiceAndNoAnswerHaveTheirOwnSentences() {
        var messages = new ArrayList<String>();
        for (var look : List.of(Look.NO_BUS, Look.NO_SERVICE, Look.NO_ANSWER)) {
            keychain.look = look;
            store.retry();
            assertThat(store.read(ITEM)).isInstanceOfSatisfying(Unavailable.class, u -> messages.add(u.message()));
        }
        assertThat(messages).doesNotHaveDuplicates();
        assertThat(keychain.asked()).doesNotContain("open", "get");
    }

    @Test
    void withoutAKeyringReadingIsMissingAndWritingUnavailable() {
        keychain.look = Look.EMPTY;
        assertThat(store.read(ITEM)).isEqualTo(new Missing());
        assertThat(store.delete(ITEM)).isEqualTo(new Missing());
        assertThat(write(KEY)).isInstanceOf(Unavailable.class);
        assertThat(keychain.asked()).doesNotContain("open", "set");
    }

    @Test
    void aWriteThatDidNotArriveIsNotStored() {
        keychain.silentlyDropsWrites = true;
        assertThat(write(KEY)).isInstanceOfSatisfying(Denied.class,
                d -> assertThat(d.message()).contains("reading it back").doesNotContain(KEY));
    }

    @Test
    void aWriteThatComesBackDifferentIsNotStored() {
        keychain.events.put("get", () -> keychain.items.put(ITEM, "something else"));
        assertThat(write(KEY)).isInstanceOf(Denied.class);
    }

    @Test
    void aDeletedItemThatIsStillThereIsSaid() {
        keychain.items.put(ITEM, KEY);
        keychain.silentlyKeepsDeleted = true;
        assertThat(store.delete(ITEM)).isInstanceOfSatisfying(Denied.class,
                d -> assertThat(d.message()).contains("may still hold").contains(ITEM).doesNotContain(KEY));
    }

    @Test
    void whatCannotBeAKeyIsLeftAsItIs() {
        keychain.items.put(ITEM, "two\nlines");
        assertThat(store.read(ITEM)).isInstanceOfSatisfying(Denied.class,
                d -> assertThat(d.message()).doesNotContain("two"));
        assertThat(keychain.items).containsEntry(ITEM, "two\nlines");
    }

    @Test
    void aBusThatHangsEndsWithTheShortDeadlineEvenAtTheFirstCall() {
        keychain.events.put("look", keychain::hangStubbornly);
        long took = took(() -> assertThat(store.read(ITEM)).isInstanceOf(Unavailable.class));
        assertThat(took).isBetween(400L, 780L);
        assertThat(took(() -> store.read(ITEM))).isLessThan(200);
    }

    @Test
    void aDialogThatNobodyAnswersEndsWithTheLongDeadline() {
        keychain.look = Look.LOCKED;
        keychain.events.put("unlock", keychain::hangStubbornly);
        long took = took(() -> assertThat(store.read(ITEM)).isInstanceOf(Locked.class));
        assertThat(took).isBetween(800L, 1_500L);
    }

    @Test
    void aCallOnAnOpenKeychainEndsWithTheShortDeadlineAndTheNextTryHasANewThread() {
        keychain.items.put(ITEM, KEY);
        keychain.events.put("get", keychain::hangStubbornly);
        assertThat(took(() -> assertThat(store.read(ITEM)).isInstanceOf(Unavailable.class))).isBetween(400L, 780L);
        store.retry();
        assertThat(found()).isEqualTo(KEY);
        assertThat(made).hasSize(2);
    }

    @Test
    void whereNothingCanBeSeenBeforehandADialogIsAllowedItsTimeAtEveryCall() {
        keychain.look = Look.UNKNOWN;
        keychain.items.put(ITEM, KEY);
        assertThat(found()).isEqualTo(KEY);
        keychain.events.put("get", () -> Thread.sleep(600));
        assertThat(found()).isEqualTo(KEY);
    }

    @Test
    void aLateAnswerIsDroppedAndItsThreadLetsGo() throws Exception {
        keychain.items.put(ITEM, KEY);
        var late = new CountDownLatch(1);
        keychain.events.put("get", () -> {
            keychain.hangStubbornly();
            late.countDown();
        });
        var failed = store.read(ITEM);
        keychain.never.countDown();
        assertThat(late.await(5, TimeUnit.SECONDS)).isTrue();
        await(() -> keychain.closed);
        assertThat(store.read(ITEM)).isSameAs(failed);
    }

    @Test
    void cancelEndsTheWaitAndCountsAsNotNow() throws Exception {
        keychain.look = Look.LOCKED;
        var opening = new CountDownLatch(1);
        keychain.events.put("unlock", () -> {
            opening.countDown();
            keychain.hang();
        });
        var answer = new AtomicReference<SecretResult>();
        var interrupted = new CompletableFuture<Boolean>();
        var caller = Thread.ofPlatform().start(() -> {
            answer.set(store.read(ITEM));
            interrupted.complete(Thread.currentThread().isInterrupted());
        });
        assertThat(opening.await(5, TimeUnit.SECONDS)).isTrue();
        caller.interrupt();
        assertThat(interrupted.get(300, TimeUnit.MILLISECONDS)).isTrue();
        assertThat(answer.get()).isInstanceOfSatisfying(Failure.class,
                f -> assertThat(f.message()).contains("stopped waiting"));
        assertThat(store.read(ITEM)).isSameAs(answer.get());
    }

    @Test
    void twoCallersWaitForOneDialog() throws Exception {
        keychain.items.put(ITEM, KEY);
        keychain.look = Look.LOCKED;
        keychain.afterDialog = Look.OPEN;
        keychain.events.put("unlock", () -> Thread.sleep(300));
        var one = CompletableFuture.supplyAsync(() -> store.read(ITEM));
        var two = CompletableFuture.supplyAsync(() -> store.read(ITEM));
        assertThat(one.get(5, TimeUnit.SECONDS)).isInstanceOf(Found.class);
        assertThat(two.get(5, TimeUnit.SECONDS)).isInstanceOf(Found.class);
        assertThat(keychain.asked()).containsOnlyOnce("unlock");
    }

    @Test
    void closingNeverWaitsForACallThatHangs() throws Exception {
        var hanging = new CountDownLatch(1);
        keychain.events.put("look", () -> {
            hanging.countDown();
            keychain.hangStubbornly();
        });
        var call = CompletableFuture.supplyAsync(() -> store.read(ITEM));
        assertThat(hanging.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(took(store::close)).isLessThan(200);
        assertThat(call.get(5, TimeUnit.SECONDS)).isInstanceOf(Unavailable.class);
        store.retry();
        assertThat(store.read(ITEM)).isInstanceOf(Unavailable.class);
    }

    @Test
    void closingInTheMiddleOfACallEndsItWithAnAnswer() {
        keychain.events.put("look", store::close);
        assertThat(store.read(ITEM)).isInstanceOfSatisfying(Unavailable.class,
                u -> assertThat(u.message()).contains("closing"));
        assertThat(keychain.asked()).doesNotContain("open", "get");
    }

    @Test
    void theThreadThatTouchesTheKeychainIsADaemon() {
        var daemon = new AtomicReference<Boolean>();
        keychain.events.put("look", () -> daemon.set(Thread.currentThread().isDaemon()));
        store.availability();
        assertThat(daemon.get()).isTrue();
    }

    @Test
    void aStoredKeyIsReadForEachRequestAndItsTroublesKeepTheirKind() throws Exception {
        keychain.items.put(ITEM, KEY);
        var source = KeySource.stored(store, ITEM);
        try (var key = source.read().orElseThrow()) {
            assertThat(key.plain()).isEqualTo(KEY);
        }
        keychain.items.put(ITEM, "not a key");
        assertThatThrownBy(source::read).isInstanceOfSatisfying(KeyException.class,
                e -> assertThat(e.trouble()).isEqualTo(KeyException.Trouble.INVALID));
        keychain.items.clear();
        assertThatThrownBy(source::read).isInstanceOfSatisfying(KeyException.class,
                e -> assertThat(e.trouble()).isEqualTo(KeyException.Trouble.ABSENT));
        keychain.look = Look.LOCKED;
        assertThatThrownBy(source::read).isInstanceOfSatisfying(KeyException.class,
                e -> assertThat(e.trouble()).isEqualTo(KeyException.Trouble.LOCKED));
    }

    private SecretResult write(String value) {
        try (var secret = Secret.of(value)) {
            return store.write(ITEM, secret);
        } catch (KeyException e) {
            throw new AssertionError(e);
        }
    }

    private String found() {
        var result = store.read(ITEM);
        assertThat(result).isInstanceOf(Found.class);
        try (var secret = ((Found) result).secret()) {
            return secret.plain();
        }
    }

    private static long took(Runnable what) {
        long start = System.nanoTime();
        what.run();
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static void await(java.util.function.BooleanSupplier what) throws InterruptedException {
        for (int i = 0; i < 250 && !what.getAsBoolean(); i++) {
            Thread.sleep(20);
        }
        assertThat(what.getAsBoolean()).isTrue();
    }
}
