package app.pitot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HistoryCommandTest {
    @TempDir
    Path temp;

    @Test
    void conversationsGoOutAndInWithoutAWindow() throws Exception {
        var here = new Cli(temp.resolve("here"));
        assertThat(here.run("history", "list")).isZero();
        assertThat(here.out()).isEqualTo("No conversations are kept yet.\n");
        var file = Files.writeString(temp.resolve("chat.json"),
                "[{\"role\":\"user\",\"content\":\"What is d\u00e9j\u00e0 vu?\"},{\"role\":\"assistant\",\"content\":\"Again.\"}]");
        assertThat(here.run("history", "import", file.toString())).as(here.err()).isZero();
        assertThat(here.out()).isEqualTo("Imported one conversation with 2 messages.\n");
        assertThat(here.run("history", "list")).isZero();
        assertThat(here.out()).contains("ID", "CHANGED (UTC)", "What is d\u00e9j\u00e0 vu?");
        assertThat(here.run("history", "list", "--json")).isZero();
        assertThat(here.out()).contains("\"title\":\"What is d\\u00E9j\\u00E0 vu?\"");
        assertThat(here.run("history", "export", "--format", "markdown")).isZero();
        assertThat(here.out()).contains("> What is d\u00e9j\u00e0 vu?", "Again.");

        var out = temp.resolve("all.json");
        assertThat(here.run("history", "export", "-o", out.toString())).as(here.err()).isZero();
        assertThat(here.out()).isEqualTo("Wrote one conversation into all.json.\n");
        assertThat(here.run("history", "export")).isZero();
        assertThat(here.out()).isEqualTo(Files.readString(out));
        var there = new Cli(temp.resolve("there"));
        assertThat(there.run("history", "import", out.toString())).isZero();
        assertThat(there.run("history", "import", out.toString())).isZero();
        assertThat(there.out()).isEqualTo("Imported nothing. Already here: 1.\n");
        assertThat(there.run("history", "export")).isZero();
        assertThat(there.out()).isEqualTo(Files.readString(out));
    }

    @Test
    void whatCannotBeDoneIsSaidInOneLine() throws Exception {
        var cli = new Cli(temp);
        assertThat(cli.run("history")).isEqualTo(ExitCode.USAGE);
        assertThat(cli.run("history", "import", temp.resolve("absent").toString())).isEqualTo(ExitCode.OTHER);
        assertThat(cli.err()).isEqualTo("This file does not exist.\n");
        assertThat(cli.run("history", "export", "nobody")).isEqualTo(ExitCode.USAGE);
        assertThat(cli.err()).contains("There is no conversation with that id.");
    }
}
