package app.pitot.instance;

import app.pitot.base.Clocks;
import app.pitot.instance.WindowClaim.Patience;
import app.pitot.store.DataFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out who has the window of a data folder. */
public final class WindowClaims {
    private static final Logger LOG = LoggerFactory.getLogger(WindowClaims.class);
    private static final long RETRY_NANOS = 50_000_000;

    private WindowClaims() {}

    /**
     * Takes the folder's window, or asks whoever has it to come forward. Makes the folder if it is not there. Blocks, for no
     * longer than {@code patience}.
     *
     * @param wish what the start asks to see, of letters and digits; empty for whatever is open
     */
    public static WindowClaim take(Path folder, String wish, Clocks clocks, Patience patience) {
        long until = clocks.nanos() + patience.answer().toNanos();
        long process = -1;
        try {
            DataFolder.create(folder);
            do {
                var lock = LockFile.take(folder);
                if (lock != null) {
                    return new WindowClaim.Mine(FirstWindow.open(lock, folder, wish));
                }
                var holder = LockFile.holder(folder);
                process = holder.process();
                var answer = holder.deaf() ? Question.Answer.OTHER : ask(holder, wish, clocks, until, patience);
                switch (answer) {
                    case SHOWN -> {
                        return new WindowClaim.Forward();
                    }
                    case OTHER -> {
                        return new WindowClaim.Beside();
                    }
                    case SILENCE -> {
                        return new WindowClaim.Silent(process);
                    }
                    case NOBODY -> LockSupport.parkNanos(RETRY_NANOS); // just starting, or just ending
                }
            } while (clocks.nanos() - until < 0);
            return new WindowClaim.Silent(process);
        } catch (IOException e) {
            // A network folder without locks, one that cannot be written: the window must open all the same.
            LOG.info("whether a window is open cannot be seen: {}", e.toString());
            return new WindowClaim.Beside();
        }
    }

    /** Takes the folder's window if nobody has it; asks nobody. For a window that is wanted beside any other. */
    public static WindowClaim takeIfFree(Path folder, String wish) {
        try {
            DataFolder.create(folder);
            var lock = LockFile.take(folder);
            return lock == null
                    ? new WindowClaim.Beside()
                    : new WindowClaim.Mine(FirstWindow.open(lock, folder, wish));
        } catch (IOException e) {
            LOG.info("the folder's window cannot be taken: {}", e.toString());
            return new WindowClaim.Beside();
        }
    }

    private static Question.Answer ask(LockFile.Holder holder, String wish, Clocks clocks, long until,
            Patience patience) {
        long left = Math.max(RETRY_NANOS, until - clocks.nanos());
        return holder.socket() == null
                ? Question.Answer.NOBODY
                : Question.ask(holder.socket(), wish, Duration.ofNanos(left), patience.shown());
    }
}
