package app.pitot.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Kills a busy process many times, as a power button would, and counts what is lost. */
final class KillBench {
    private KillBench() {}

    /** How many kills, and a seed if it is to be another. */
    public static void main(String[] args) throws Exception {
        int count = Integer.parseInt(args[0]);
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        var root = Files.createTempDirectory("pitot-kills");
        var kills = new Kills(root, seed);
        long begun = System.nanoTime();
        kills.run(count);
        System.out.printf("kills %d, in the first moments %d, faults %d%n", kills.kills, kills.whileMigrating,
                kills.faults.size());
        System.out.printf("acknowledged records found again %d, backups read through %d%n", kills.kept,
                kills.backedUp);
        System.out.printf("oldest text lost %d ms (limit 500), %.1f s%n", kills.worstLossNanos / 1_000_000,
                (System.nanoTime() - begun) / 1e9);
        kills.faults.forEach(System.out::println);
        if (!kills.faults.isEmpty()) {
            System.out.println("kept in " + root);
            System.exit(1);
        }
        remove(root);
    }

    private static void remove(Path root) throws IOException {
        try (var all = Files.walk(root)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
