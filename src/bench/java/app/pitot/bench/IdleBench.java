package app.pitot.bench;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What the packaged app costs while nobody does anything, with the gauges in sight, on a display of its own. Arguments: the
 * app's start script, and for how many seconds each state is watched (default 60; the promise is made for 600). Linux only,
 * with Xvfb and openbox.
 */
public final class IdleBench {
    private IdleBench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var xvfb = Started.find("Xvfb");
        var manager = Started.find("openbox");
        if (xvfb == null || manager == null) {
            System.out.println("Idling was not measured: there is no " + (xvfb == null ? "Xvfb" : "openbox")
                    + " on this machine.");
            return;
        }
        var screen = new ProcessBuilder(xvfb, "-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try {
            var display = ":" + WholeWindowBench.firstLine(screen);
            var managing = on(display, new ProcessBuilder(manager)
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD));
            var watching = on(display, Started.java(IdleStates.class, Path.of(args[0]).toAbsolutePath().toString(),
                    args.length > 1 ? args[1] : "60").redirectOutput(ProcessBuilder.Redirect.INHERIT));
            var code = watching.waitFor();
            Started.end(managing);
            if (code != 0) {
                throw new IllegalStateException("the states ended with " + code);
            }
        } finally {
            Started.end(screen);
        }
    }

    private static Process on(String display, ProcessBuilder builder) throws IOException {
        builder.environment().put("DISPLAY", display);
        return builder.start();
    }
}
