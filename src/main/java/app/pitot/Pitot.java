package app.pitot;

import app.pitot.cli.PitotCli;
import app.pitot.ui.DesktopLauncher;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Starts the app: a window, or whatever the command line asks for. */
public final class Pitot {
    private Pitot() {}

    public static void main(String[] args) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        // The JavaFX toolkit and HTTP pools may leave threads behind that would hold the process open.
        System.exit(PitotCli.run(args, new DesktopLauncher(out, err), out, err));
    }
}
