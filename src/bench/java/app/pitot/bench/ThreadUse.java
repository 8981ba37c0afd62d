package app.pitot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the threads of one process used so far, by their names, as Linux counts it.
 *
 * @param ticks of CPU, a hundredth of a second each
 * @param wakes how often it gave up the processor and was woken again
 */
record ThreadUse(long ticks, long wakes) {
    private static final int UTIME = 11;

    /** Of all threads of {@code pid}; those of one name together. */
    static Map<String, ThreadUse> of(long pid) throws IOException {
        var all = new TreeMap<String, ThreadUse>();
        try (var tasks = Files.list(Path.of("/proc", String.valueOf(pid), "task"))) {
            for (var task : tasks.toList()) {
                try {
                    var name = Files.readString(task.resolve("comm")).strip();
                    all.merge(name, read(task), (a, b) -> new ThreadUse(a.ticks + b.ticks, a.wakes + b.wakes));
                } catch (IOException gone) {
                    // The thread has ended meanwhile.
                    continue;
                }
            }
        }
        return all;
    }

    ThreadUse minus(ThreadUse before) {
        return before == null ? this : new ThreadUse(ticks - before.ticks, wakes - before.wakes);
    }

    private static ThreadUse read(Path task) throws IOException {
        var stat = Files.readString(task.resolve("stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long wakes = Files.readAllLines(task.resolve("status")).stream()
                .filter(line -> line.startsWith("voluntary_ctxt_switches:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", ""))).sum();
        return new ThreadUse(Long.parseLong(fields[UTIME]) + Long.parseLong(fields[UTIME + 1]), wakes);
    }
}
