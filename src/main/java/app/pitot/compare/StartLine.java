package app.pitot.compare;

import java.util.BitSet;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** Where the lanes of a race wait for each other. Safe from any thread. */
final class StartLine {
    private final BitSet missing = new BitSet();
    /** One for each, so that none wakes after another that it has to wake. */
    private final CountDownLatch[] gates;

    StartLine(int lanes) {
        missing.set(0, lanes);
        gates = Stream.generate(() -> new CountDownLatch(1)).limit(lanes).toArray(CountDownLatch[]::new);
    }

    /** Waits until all lanes are here or gone, or this one is to go. */
    void arrive(int lane) throws InterruptedException {
        here(lane);
        gates[lane].await();
    }

    /** Nobody waits for it any more, nor it for anybody. */
    void leave(int lane) {
        here(lane);
        gates[lane].countDown();
    }

    private synchronized void here(int lane) {
        missing.clear(lane);
        if (missing.isEmpty()) {
            for (var gate : gates) {
                gate.countDown();
            }
        }
    }
}
