package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.Delta;
import app.pitot.base.Clocks;
import app.pitot.history.Conversation;
import app.pitot.history.Message;
import app.pitot.history.Setup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several running Pitots on one file. */
@Timeout(120)
class HistoryProcessesTest {
    private static final int EACH = 60;

    @TempDir
    Path temp;

    /** Writes messages, then leaves one reply streaming until it is killed or told to end by a closed input. */
    public static final class Writer {
        private Writer() {}

        public static void main(String[] args) throws Exception {
            var database = new Database(Path.of(args[0]), Clocks.system(),
                    problem -> System.err.println(problem.message()));
            var history = new SqliteHistory(database, Clocks.system());
            history.save(Conversation.begin(args[1], Clocks.system().now(), Setup.NONE).withTitle(args[1], true));
            for (int i = 0; i < EACH; i++) {
                history.add(Message.question(args[1] + i, args[1], null, Clocks.system().now(), "said by " + args[1],
                        List.of()));
                Database.await(database.after(() -> {}), Duration.ofSeconds(20));
            }
            history.add(Message.reply("r" + args[1], args[1], null, Clocks.system().now(), "x" + args[1]));
            history.tap("r" + args[1]).text(Delta.ANSWER, "half an answer".toCharArray(), 0, 14);
            Thread.sleep(500);
            Files.createFile(Path.of(args[0]).resolveSibling("ready-" + args[1]));
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
            history.close();
            database.close();
        }
    }

    private Path data() {
        return temp.resolve("data");
    }

    private Process start(String name) throws Exception {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-Xmx64m", "-cp", System.getProperty("java.class.path"), Writer.class.getName(),
                data().toString(), name).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private void await(String name) throws Exception {
        while (Files.notExists(temp.resolve("ready-" + name))) {
            Thread.sleep(20);
        }
    }

    @Test
    void allIsKeptAndOnlyTheDeadAreTakenForDead() throws Exception {
        var processes = new ArrayList<Process>();
        var problems = new ArrayList<StoreProblem>();
        try (var database = new Database(data(), Rows.CLOCKS, problems::add);
                var history = new SqliteHistory(database, Rows.CLOCKS)) {
            Set<String> told = ConcurrentHashMap.newKeySet();
            history.onChange(told::add);
            assertThat(history.conversations()).isEmpty();
            processes.add(start("one"));
            processes.add(start("two"));
            history.save(Conversation.begin("here", Rows.NOW, Setup.NONE));
            for (int i = 0; i < EACH; i++) {
                history.add(Message.question("here" + i, "here", null, Rows.NOW, "said here", List.of()));
            }
            await("one");
            await("two");
            assertThat(history.conversations()).extracting(Conversation::id).containsExactlyInAnyOrder("one", "two",
                    "here");
            assertThat(history.messages("here")).hasSize(EACH);
            history.refresh();
            Database.await(database.after(() -> {}), Duration.ofSeconds(5));
            assertThat(told).contains("one", "two");
            processes.getFirst().destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        // The next start.
        try (var database = new Database(data(), Rows.CLOCKS, problems::add);
                var history = new SqliteHistory(database, Rows.CLOCKS)) {
            var dead = history.messages("one").getLast();
            assertThat(history.messages("one")).hasSize(EACH + 1).noneMatch(Message::damaged);
            assertThat(dead.text()).isEqualTo("half an answer");
            Database.await(database.after(() -> {}), Duration.ofSeconds(5));
            assertThat(history.messages("one").getLast().state()).isEqualTo(Message.State.TRUNCATED);
            var alive = history.messages("two").getLast();
            assertThat(alive.state()).isEqualTo(Message.State.STREAMING);
            assertThat(alive.text()).isEqualTo("half an answer");
            processes.getLast().getOutputStream().close();
            assertThat(processes.getLast().waitFor(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            processes.forEach(Process::destroyForcibly);
        }
        assertThat(problems).isEmpty();
        assertThat(data().toFile().list((_, name) -> name.startsWith("instance-"))).isEmpty();
    }
}
