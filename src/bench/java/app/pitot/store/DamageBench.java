package app.pitot.store;

import java.nio.file.Files;

/** Harms many copies of a database and counts what is shown of it. */
final class DamageBench {
    private DamageBench() {}

    /** How many copies, and a seed if it is to be another. */
    public static void main(String[] args) throws Exception {
        int count = Integer.parseInt(args[0]);
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        var damages = new Damages(Files.createTempDirectory("pitot-damages"), seed);
        long begun = System.nanoTime();
        damages.run(count);
        damages.outcomes.forEach((outcome, times) -> System.out.printf("%6d  %s%n", times, outcome));
        System.out.printf(
                "copies %d, messages shown as damaged %d, missing %d, ledgers compared %d, unreadable %d, faults %d, %.1f s%n",
                count,
                damages.shownDamaged, damages.missing, damages.ledgersRead, damages.ledgersUnread,
                damages.faults.size(), (System.nanoTime() - begun) / 1e9);
        damages.faults.stream().limit(50).forEach(System.out::println);
        System.exit(damages.faults.isEmpty() ? 0 : 1);
    }
}
