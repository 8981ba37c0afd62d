package app.pitot.instance;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Clocks;
import app.pitot.instance.WindowClaim.Beside;
import app.pitot.instance.WindowClaim.Forward;
import app.pitot.instance.WindowClaim.Mine;
import app.pitot.instance.WindowClaim.Patience;
import app.pitot.instance.WindowClaim.Silent;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Starts on one data folder, over a real socket. */
@Timeout(60)
class SecondStartTest {
    private static final Patience SHORT = new Patience(Duration.ofMillis(600), Duration.ofMillis(600));

    @TempDir
    private Path temp;
    private final ArrayList<AutoCloseable> open = new ArrayList<>();
    private final AtomicInteger shown = new AtomicInteger();

    @AfterEach
    void close() throws Exception {
        for (var each : open) {
            each.close();
        }
    }

    @Test
    void theSecondBringsTheFirstForward() throws Exception {
        first("");
        assertThat(take("")).isInstanceOf(Forward.class);
        assertThat(take("")).isInstanceOf(Forward.class);
        assertThat(shown).hasValue(2);
    }

    @Test
    void theFolderIsMadeAndTheSocketIsTheUsersAlone() throws Exception {
        first("");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket()))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder()))).isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().resolve("window.lock"))))
                .isEqualTo("rw-------");
    }

    @Test
    void anotherFolderIsAnotherWindow() throws Exception {
        first("");
        var other = WindowClaims.take(temp.resolve("other"), "", Clocks.system(), SHORT);
        open.add(((Mine) other).first());
        assertThat(shown).hasValue(0);
    }

    @Test
    void afterTheFirstHasClosedTheNextIsFirst() throws Exception {
        first("").close();
        assertThat(socket()).doesNotExist();
        first("");
        assertThat(take("")).isInstanceOf(Forward.class);
    }

    @Test
    void aWindowBesideBecomesTheFirstWhenTheFirstHasClosed() throws Exception {
        var first = first("abc1");
        var next = NextWindow.behind(folder(), "abc2");
        open.add(next);
        next.window(this::show);
        assertThat(take("abc2")).isInstanceOf(Beside.class);
        first.close();
        untilItIsOurs();
        assertThat(take("abc2")).isInstanceOf(Forward.class);
        assertThat(shown).hasValue(1);
    }

    @Test
    void aWindowBesideBecomesTheFirstWhenTheProcessOfTheFirstIsKilled() throws Exception {
        var child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), FirstChild.class.getName(), folder().toString())
                .redirectErrorStream(true).start();
        try (var said = child.inputReader()) {
            assertThat(said.readLine()).isEqualTo(FirstChild.READY);
            var next = NextWindow.behind(folder(), "");
            open.add(next);
            next.window(this::show);
            Thread.sleep(200);
            assertThat(shown).hasValue(0);
            assertThat(LockFile.holder(folder()).process()).isEqualTo(child.pid());
            child.destroyForcibly().waitFor();
            untilItIsOurs();
            assertThat(take("")).isInstanceOf(Forward.class);
            assertThat(shown).hasValue(1);
        } finally {
            child.destroyForcibly();
        }
    }

    private void untilItIsOurs() throws Exception {
        while (LockFile.holder(folder()).process() != ProcessHandle.current().pid()) {
            Thread.sleep(10);
        }
    }

    @Test
    void aWindowBesideThatClosesFirstLeavesNothingBehind() throws Exception {
        var first = first("");
        NextWindow.behind(folder(), "").close();
        Thread.sleep(100);
        assertThat(take("")).isInstanceOf(Forward.class);
        first.close();
        open.add(((Mine) take("")).first());
    }

    @Test
    void aSocketThatACrashLeftBehindIsReplaced() throws Exception {
        Files.createDirectories(folder());
        try (var dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(socket()));
        }
        Files.writeString(folder().resolve("window.lock"), "4711 " + socket() + "\n");
        assertThat(socket()).exists();
        first("");
        assertThat(take("")).isInstanceOf(Forward.class);
    }

    @Test
    void whoeverNamesSomethingElseGetsAWindowBesideAndTheSameAgainDoesNot() throws Exception {
        first("abc1");
        assertThat(take("abc2")).isInstanceOf(Beside.class);
        assertThat(shown).hasValue(0);
        assertThat(take("abc1")).isInstanceOf(Forward.class);
        assertThat(take("")).isInstanceOf(Forward.class);
    }

    @Test
    void aWindowOnPurposeAsksNobody() throws Exception {
        first("");
        assertThat(WindowClaims.takeIfFree(folder(), "")).isInstanceOf(Beside.class);
        assertThat(shown).hasValue(0);
    }

    @Test
    void aStartWhileTheFirstIsStillStartingWaitsForIt() throws Exception {
        var first = ((Mine) take("")).first();
        open.add(first);
        var second = CompletableFuture.supplyAsync(
                () -> WindowClaims.take(folder(), "", Clocks.system(), Patience.USUAL));
        Thread.sleep(300);
        assertThat(second).isNotDone();
        first.window(this::show);
        assertThat(second.get()).isInstanceOf(Forward.class);
    }

    @Test
    void whoeverWaitsForOneThatEndsBecomesTheFirst() throws Exception {
        var first = ((Mine) take("")).first();
        var second = CompletableFuture.supplyAsync(
                () -> WindowClaims.take(folder(), "", Clocks.system(), Patience.USUAL));
        Thread.sleep(300);
        first.close();
        open.add(((Mine) second.get()).first());
    }

    @Test
    void aWindowThatHangsIsNamedByItsProcess() throws Exception {
        var first = ((Mine) take("")).first();
        open.add(first);
        first.window(CompletableFuture::new);
        assertThat(take("")).isEqualTo(new Silent(ProcessHandle.current().pid()));
    }

    @Test
    void aProcessThatStandsStillIsNamedByItsProcess() throws Exception {
        Files.createDirectories(folder());
        var lock = LockFile.take(folder());
        open.add(lock);
        try (var deaf = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            deaf.bind(UnixDomainSocketAddress.of(socket()));
            lock.write(socket());
            assertThat(take("")).isEqualTo(new Silent(ProcessHandle.current().pid()));
        }
    }

    @Test
    void whoeverAnswersNonsenseIsNotBelieved() throws Exception {
        Files.createDirectories(folder());
        var lock = LockFile.take(folder());
        open.add(lock);
        try (var odd = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            odd.bind(UnixDomainSocketAddress.of(socket()));
            lock.write(socket());
            Thread.ofVirtual().start(() -> {
                try {
                    while (true) {
                        try (var caller = odd.accept()) {
                            caller.write(
                                    ByteBuffer.wrap("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
                        }
                    }
                } catch (IOException e) {
                    // the test has ended
                    assertThat(odd.isOpen()).isFalse();
                }
            });
            assertThat(take("")).isInstanceOf(Silent.class);
        }
    }

    @Test
    void hostileBytesShowNothingAndHarmNothing() throws Exception {
        first("");
        var random = new Random(42);
        for (int i = 0; i < 200; i++) {
            var bytes = new byte[random.nextInt(1, 4_000)];
            random.nextBytes(bytes);
            say(bytes);
        }
        say("pitot/1 showx\n".getBytes(StandardCharsets.US_ASCII));
        say("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        say("x".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII));
        assertThat(shown).hasValue(0);
        assertThat(take("")).isInstanceOf(Forward.class);
    }

    @Test
    void manyWhoSayNothingDoNotKeepOthersOutForLong() throws Exception {
        first("");
        for (int i = 0; i < 40; i++) {
            var quiet = SocketChannel.open(UnixDomainSocketAddress.of(socket()));
            open.add(quiet);
        }
        assertThat(WindowClaims.take(folder(), "", Clocks.system(), Patience.USUAL)).isInstanceOf(Forward.class);
    }

    @Test
    void aPathThatIsTooLongForASocketFallsBackOrOpensBeside() throws Exception {
        var deep = temp.resolve("d".repeat(120));
        assertThat(SocketPlace.of(deep, _ -> null)).isEmpty();
        assertThat(SocketPlace.of(deep, _ -> temp.toString())).singleElement()
                .satisfies(place -> assertThat(place.getParent()).isEqualTo(temp));
        var lock = take(deep);
        lock.write(null);
        assertThat(WindowClaims.take(deep, "", Clocks.system(), SHORT)).isInstanceOf(Beside.class);
    }

    @Test
    void aFolderThatCannotBeMadeOpensAWindowAllTheSame() throws Exception {
        var file = Files.createFile(temp.resolve("file"));
        assertThat(WindowClaims.take(file.resolve("home"), "", Clocks.system(), SHORT)).isInstanceOf(Beside.class);
    }

    @Test
    void aLockFileOfNonsenseCountsAsNothing() throws Exception {
        Files.createDirectories(folder());
        for (var text : new String[]{"", " \n", "x y\n", "12 a\0b\n", "99999999999999999999 /x\n", "12"}) {
            Files.writeString(folder().resolve("window.lock"), text);
            assertThat(LockFile.holder(folder())).as(text).isEqualTo(LockFile.Holder.UNKNOWN);
        }
    }

    private LockFile take(Path where) throws IOException {
        Files.createDirectories(where);
        var lock = LockFile.take(where);
        open.add(lock);
        return lock;
    }

    private void say(byte[] bytes) throws IOException {
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket()))) {
            var left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
        } catch (IOException e) {
            // It hangs up on nonsense, at times before all of it was said.
            assertThat(e.getMessage()).containsAnyOf("Broken pipe", "reset");
        }
    }

    private FirstWindow first(String wish) {
        var first = ((Mine) take(wish)).first();
        first.window(this::show);
        open.add(first);
        return first;
    }

    private CompletableFuture<Void> show() {
        shown.incrementAndGet();
        return CompletableFuture.completedFuture(null);
    }

    private WindowClaim take(String wish) {
        return WindowClaims.take(folder(), wish, Clocks.system(), SHORT);
    }

    private Path folder() {
        return temp.resolve("home");
    }

    private Path socket() {
        return folder().resolve("window.sock");
    }
}
