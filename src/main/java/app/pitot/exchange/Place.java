package app.pitot.exchange;

import app.pitot.quota.Turn;
import java.util.concurrent.CompletableFuture;

/** A request in a {@link SendQueue}, which guards everything in it but the future. */
final class Place {
    /** Completes, never exceptionally, on an arbitrary thread: see {@link SendQueue}. */
    final CompletableFuture<Turn> turn = new CompletableFuture<>();
    final long rank;
    final Ask ask;
    final long tokens;
    /** Ticker reading before which it does not leave; null for none. */
    final Long notBefore;
    /** It leaves at that time, whatever our windows say: the provider named it. */
    final boolean told;
    /** Places before it, and their tokens, as of the queue's last count. */
    int ahead;
    long tokensAhead;
    /** What keeps it, as of the last look; null before the first. */
    Turn held;
    /** Ticker reading at which it is to leave, as of the last look. */
    long due;

    Place(long rank, Ask ask, long tokens, Long notBefore, boolean told) {
        this.rank = rank;
        this.ask = ask;
        this.tokens = tokens;
        this.notBefore = notBefore;
        this.told = told;
    }
}
