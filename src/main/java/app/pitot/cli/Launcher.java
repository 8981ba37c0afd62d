package app.pitot.cli;

import java.nio.file.Path;

/** What the command line cannot do without a user interface toolkit. Both methods block and return an exit code. */
public interface Launcher {
    /** Opens the window and returns when it is closed. */
    int window(WindowOptions options);

    /** Runs the headless tour. */
    int tour(Path outDir);
}
