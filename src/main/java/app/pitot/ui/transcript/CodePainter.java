package app.pitot.ui.transcript;

import app.pitot.syntax.Layers;
import app.pitot.ui.common.PulseLoop;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Has the colours of a code made in the background and takes them over in a pulse, a few times a second while it grows. Only
 * whole lines are coloured, so that no word changes its colour while it arrives.
 */
final class CodePainter {
    private static final long PAUSE_NANOS = 120_000_000;

    private final Function<String, CompletableFuture<Layers>> colours;
    private final Consumer<Layers> done;
    private final PulseLoop loop = new PulseLoop(this::pulse);
    private CompletableFuture<Layers> running;
    private String wanted = "";
    private int painted = -1;
    private long last = Long.MIN_VALUE;

    CodePainter(Function<String, CompletableFuture<Layers>> colours, Consumer<Layers> done) {
        this.colours = colours;
        this.done = done;
    }

    /** @param complete false while the last line may still grow */
    void paint(String code, boolean complete) {
        wanted = complete ? code : code.substring(0, code.lastIndexOf('\n') + 1);
        if (wanted.length() != painted) {
            loop.request();
        }
    }

    void stop() {
        loop.stop();
        running = null;
        painted = -1;
    }

    private boolean pulse(long nanos) {
        if (running == null) {
            if (last != Long.MIN_VALUE && nanos - last < PAUSE_NANOS) {
                return true;
            }
            last = nanos;
            painted = wanted.length();
            running = wanted.isEmpty() ? null : colours.apply(wanted);
            return running != null;
        }
        if (!running.isDone()) {
            return true;
        }
        var layers = running;
        running = null;
        if (!layers.isCompletedExceptionally()) {
            done.accept(layers.join());
        }
        return wanted.length() != painted;
    }
}
