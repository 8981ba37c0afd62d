package app.pitot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a process and all that it started use, as Linux counts it. */
record ProcessTree(ProcessHandle root) {
    private static final double TICKS_PER_SECOND = 100;
    /** Counted from the field after the command's name: utime, stime, and the same of children that are gone. */
    private static final int UTIME = 11;
    private static final int FIELDS = 4;

    /** Seconds of CPU so far, of those too that have ended. */
    double cpuSeconds() {
        return all().stream().mapToDouble(ProcessTree::cpuSeconds).sum();
    }

    /** Megabytes, shared pages divided among those that share them. */
    double pssMegabytes() {
        return all().stream().mapToDouble(ProcessTree::pss).sum();
    }

    private List<ProcessHandle> all() {
        return Stream.concat(Stream.of(root), root.descendants()).toList();
    }

    private static double cpuSeconds(ProcessHandle process) {
        var stat = read(process, "stat");
        if (stat.isEmpty()) {
            return 0;
        }
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = 0;
        for (int i = 0; i < FIELDS; i++) {
            ticks += Long.parseLong(fields[UTIME + i]);
        }
        return ticks / TICKS_PER_SECOND;
    }

    private static double pss(ProcessHandle process) {
        return read(process, "smaps_rollup").lines().filter(line -> line.startsWith("Pss:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1_024).sum();
    }

    /** Empty if the process has ended meanwhile. */
    private static String read(ProcessHandle process, String file) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(process.pid()), file));
        } catch (IOException gone) {
            return "";
        }
    }
}
