package app.pitot.store;

import app.pitot.api.Wire;
import app.pitot.base.Clocks;
import app.pitot.exchange.Attempt;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;

/** Keeps traces until it is killed; says the id of each that is on the disk. */
final class TraceChild {
    private TraceChild() {}

    /** Folder, and what ids begin with. */
    public static void main(String[] args) {
        var clocks = Clocks.system();
        try (var traces = new SqliteTraces(Path.of(args[0]), clocks, () -> Settings.Bodies.DEFAULT, problem -> {
            throw new IllegalStateException(problem.message());
        })) {
            for (int i = 0;; i++) {
                var id = args[1] + "-" + i;
                traces.keep(Attempt.first(id), clocks.now(), wire(id));
                if (traces.find(id) != null) {
                    System.out.println(id);
                    System.out.flush();
                }
            }
        }
    }

    /** As it is kept under {@code id}. */
    static Wire wire(String id) {
        var noise = new byte[20_000];
        new Random(id.hashCode()).nextBytes(noise);
        return SqliteTracesTest.wire(id.getBytes(StandardCharsets.UTF_8), noise);
    }
}
