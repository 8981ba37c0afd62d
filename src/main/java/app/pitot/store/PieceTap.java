package app.pitot.store;

import app.pitot.api.Delta;
import app.pitot.exchange.TextTap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Collects the text of one reply and hands it on in pieces: at once when enough has come, else a quarter of a second after
 * the first character that waits, also when no more comes. One piece is under way at a time, so a slow disk makes pieces
 * larger, not more. The transport thread waits for no more than the copy of one chunk.
 */
final class PieceTap implements TextTap {
    private static final long PATIENCE_MS = 250;
    private static final int ENOUGH = 2_048;

    private final String messageId;
    private final ScheduledExecutorService timer;
    private final Consumer<Pieces.Piece> out;

    // All guarded by this.
    private final StringBuilder answer = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();
    private int parts;
    private boolean due;
    private boolean hurried;
    private boolean underWay;
    private boolean closed;

    /** @param out takes a piece and calls its {@code kept} once it is on the disk */
    PieceTap(String messageId, ScheduledExecutorService timer, Consumer<Pieces.Piece> out) {
        this.messageId = messageId;
        this.timer = timer;
        this.out = out;
    }

    @Override
    public synchronized void text(Delta delta, char[] buffer, int offset, int length) {
        if (closed) {
            return;
        }
        (delta == Delta.ANSWER ? answer : reasoning).append(buffer, offset, length);
        plan();
    }

    /** What waits goes out now, unless a piece is under way. */
    void flush() {
        var piece = next();
        if (piece != null) {
            out.accept(piece);
        }
    }

    /** The reply has ended: its text goes another way. */
    synchronized void close() {
        closed = true;
        answer.setLength(0);
        reasoning.setLength(0);
    }

    private void plan() {
        boolean enough = answer.length() + reasoning.length() >= ENOUGH;
        if (underWay || (due && !enough) || hurried) {
            return;
        }
        due = true;
        hurried = enough;
        try {
            timer.schedule(this::flush, enough ? 0 : PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // Pitot is about to end; the history has flushed what there was.
            closed = true;
        }
    }

    private synchronized Pieces.Piece next() {
        due = false;
        hurried = false;
        if (closed || underWay || answer.isEmpty() && reasoning.isEmpty()) {
            return null;
        }
        var said = take(answer);
        var thought = take(reasoning);
        if (said.isEmpty() && thought.isEmpty()) {
            return null;
        }
        underWay = true;
        return new Pieces.Piece(Stored.text(messageId), parts++, Stored.text(said), Stored.text(thought), this::kept);
    }

    /** Half a pair waits for its other half. */
    private static String take(StringBuilder from) {
        int end = from.length();
        if (end > 0 && Character.isHighSurrogate(from.charAt(end - 1))) {
            end--;
        }
        var text = from.substring(0, end);
        from.delete(0, end);
        return text;
    }

    private synchronized void kept() {
        underWay = false;
        if (!closed && answer.length() + reasoning.length() > 0) {
            plan();
        }
    }
}
