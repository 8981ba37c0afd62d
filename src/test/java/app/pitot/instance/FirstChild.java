package app.pitot.instance;

import app.pitot.base.Clocks;
import app.pitot.instance.WindowClaim.Mine;
import app.pitot.instance.WindowClaim.Patience;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** A process that has the first window of a folder until it is killed. */
final class FirstChild {
    static final String READY = "ready";

    private FirstChild() {}

    public static void main(String[] folder) {
        var mine = (Mine) WindowClaims.take(Path.of(folder[0]), "", Clocks.system(), Patience.USUAL);
        mine.first().window(() -> CompletableFuture.completedFuture(null));
        System.out.println(READY);
        new CompletableFuture<>().join();
    }
}
