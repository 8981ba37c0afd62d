package app.pitot.bench;

import java.awt.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Processes of the benches. */
final class Started {
    private static final int END_SECONDS = 10;

    private Started() {}

    /** A command that finds nothing of the user's: its home is {@code folder}, and what it says goes into a file there. */
    static ProcessBuilder builder(Path folder, String... command) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile());
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("XDG_") || name.startsWith("DBUS_")
                || name.startsWith("PITOT_"));
        environment.put("HOME", Files.createDirectories(folder.resolve("home")).toString());
        return builder;
    }

    /** One of our own programs in a JVM of its own. */
    static ProcessBuilder java(Class<?> main, String... arguments) {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    /** Where {@code command} is; null if it is not installed. */
    static String find(String command) {
        for (var folder : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(folder, command))) {
                return folder + "/" + command;
            }
        }
        return null;
    }

    static Point point(String words) {
        var both = words.split(" ");
        return new Point(Integer.parseInt(both[0]), Integer.parseInt(both[1]));
    }

    /** Ends it and all that it started. */
    static void end(Process process) {
        var below = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        below.forEach(ProcessHandle::destroyForcibly);
    }
}
