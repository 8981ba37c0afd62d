package app.pitot.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * The packaged app beside a plain text page in Chromium, each in its own processes on a display of its own: one reply of 30,000
 * tokens of Markdown in 10 s, in a fresh process and once more, with somebody typing meanwhile. Arguments: the app's start
 * script, and how many rounds (default 3, a minute each). Linux only, with Xvfb; without Chromium the app is measured alone.
 */
public final class WholeWindowBench {
    private WholeWindowBench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var app = Path.of(args[0]).toAbsolutePath();
        var xvfb = Started.find("Xvfb");
        if (xvfb == null) {
            System.out.println("The whole window was not measured: there is no Xvfb on this machine.");
            return;
        }
        var screen = new ProcessBuilder(xvfb, "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try {
            var display = ":" + firstLine(screen);
            var manager = Started.find("openbox");
            var managing = manager == null ? null : on(display, new ProcessBuilder(manager));
            var rounds = Started.java(WholeWindowRounds.class, app.toString(), args.length > 1 ? args[1] : "3")
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT);
            rounds.environment().put("DISPLAY", display);
            int code = rounds.start().waitFor();
            if (managing != null) {
                Started.end(managing);
            }
            if (code != 0) {
                throw new IllegalStateException("the rounds ended with " + code);
            }
        } finally {
            Started.end(screen);
        }
    }

    static String firstLine(Process process) throws IOException {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }

    /** Null if none is installed. */
    static String chromium() {
        return List.of("chromium", "chromium-browser", "google-chrome").stream().map(Started::find)
                .filter(path -> path != null).findFirst().orElse(null);
    }

    private static Process on(String display, ProcessBuilder builder) throws IOException {
        builder.environment().put("DISPLAY", display);
        return builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }
}
