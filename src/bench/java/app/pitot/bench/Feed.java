package app.pitot.bench;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;

/** Hands out tokens at a steady pace from its own thread, as a network thread would. */
final class Feed {
    private final List<String> tokens;
    private final int perSecond;
    private final StringBuilder buffer = new StringBuilder();
    private BiConsumer<String, Boolean> receiver = this::put;
    private long lastNanos;
    private boolean ended;

    Feed(List<String> tokens, int perSecond) {
        this.tokens = tokens;
        this.perSecond = perSecond;
    }

    /** @param lastNanos when the last character of the text was handed in */
    record Taken(String text, long lastNanos) {}

    /** Gives each token to {@code receiver} instead of collecting them; called with true for the last one. */
    void each(BiConsumer<String, Boolean> receiver) {
        this.receiver = receiver;
    }

    Thread start() {
        return Thread.ofPlatform().daemon().start(this::run);
    }

    /** Runs to the end; the time when the last token was handed in. */
    long startAndJoin() throws InterruptedException {
        start().join();
        synchronized (this) {
            return lastNanos;
        }
    }

    synchronized Taken take() {
        var taken = new Taken(buffer.toString(), lastNanos);
        buffer.setLength(0);
        return taken;
    }

    /** True once everything was handed in and taken. */
    synchronized boolean ended() {
        return ended && buffer.isEmpty();
    }

    private synchronized void put(String token, boolean last) {
        buffer.append(token);
        lastNanos = System.nanoTime();
        ended = last;
    }

    private void run() {
        long start = System.nanoTime();
        for (int i = 0; i < tokens.size(); i++) {
            long due = start + i * 1_000_000_000L / perSecond;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            receiver.accept(tokens.get(i), i == tokens.size() - 1);
        }
        synchronized (this) {
            lastNanos = System.nanoTime();
        }
    }
}
