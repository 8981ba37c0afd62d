package app.pitot.cli;

import app.pitot.base.Clocks;
import app.pitot.keys.SecretStore;
import app.pitot.keys.SessionStore;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs the command line in this process and keeps what it printed. */
final class Cli {
    final Map<String, String> environment = new HashMap<>();
    final List<WindowOptions> windows = new ArrayList<>();
    final List<Path> tours = new ArrayList<>();
    SecretStore keychain = new SessionStore();
    String in = "";
    boolean terminal;
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    Cli(Path dataFolder) {
        environment.put("PITOT_HOME", dataFolder.toString());
    }

    int run(String... args) {
        out = new StringWriter();
        return runInto(out, args);
    }

    int runInto(Writer target, String... args) {
        err = new StringWriter();
        var launcher = new Launcher() {
            @Override
            public int window(WindowOptions options) {
                windows.add(options);
                return 0;
            }

            @Override
            public int tour(Path outDir) {
                tours.add(outDir);
                return 7;
            }
        };
        return PitotCli.run(args, new CliContext(launcher, new PrintWriter(target), new PrintWriter(err),
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)), environment::get, Clocks.system(),
                () -> keychain, terminal));
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }
}
