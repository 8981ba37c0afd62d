package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Clocks;
import app.pitot.provider.AccountEntry;
import app.pitot.provider.KeyPlace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two processes that save settings at the same time. */
@Timeout(60)
class SettingsProcessesTest {
    private static final int EACH = 25;

    @TempDir
    Path temp;

    /** Adds accounts to the settings of a folder. */
    public static final class Writer {
        private Writer() {}

        public static void main(String[] args) {
            var store = new SettingsStore(Path.of(args[0]), Clocks.system(),
                    problem -> System.err.println(problem.message()));
            store.load();
            for (int i = 0; i < EACH; i++) {
                var entry = new AccountEntry(args[1] + "-" + i, "custom", args[1] + i, "https://gate.test/v1", null,
                        null, List.of(), KeyPlace.NONE, true, List.of(), AccountEntry.Route.DIRECT);
                store.update(now -> {
                    var all = new ArrayList<>(now.accounts());
                    all.add(entry);
                    return now.withAccounts(all);
                });
            }
        }
    }

    @Test
    void neitherLosesTheOthersAccounts() throws IOException, InterruptedException {
        var processes = new ArrayList<Process>();
        for (var name : List.of("one", "two")) {
            processes.add(new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), Writer.class.getName(),
                    temp.toString(), name).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .start());
        }
        try {
            for (var process : processes) {
                assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
                assertThat(process.exitValue()).isZero();
            }
        } finally {
            processes.forEach(Process::destroyForcibly);
        }
        var store = new SettingsStore(temp, Clocks.system(), _ -> {});
        assertThat(store.load().accounts()).extracting(AccountEntry::id).hasSize(2 * EACH).doesNotHaveDuplicates();
    }
}
