package app.pitot.ui.common;

import java.lang.ref.WeakReference;

/**
 * One wake-up call at most: setting it again replaces the earlier one. It does not keep its owner alive until it rings: who
 * wants to be woken keeps it. Use on the JavaFX thread only.
 */
public final class Alarm {
    private final Delays delays;
    private final Runnable action;
    private long generation;
    private boolean pending;

    public Alarm(Delays delays, Runnable action) {
        this.delays = delays;
        this.action = action;
    }

    /** Calls the action once after {@code millis}, at least 0. */
    public void set(long millis) {
        var mine = ++generation;
        pending = true;
        var self = new WeakReference<>(this);
        delays.after(millis, () -> {
            var alarm = self.get();
            if (alarm != null) {
                alarm.ring(mine);
            }
        });
    }

    /** Forgets the pending call, if any. */
    public void cancel() {
        generation++;
        pending = false;
    }

    /** True while a call is to come. */
    public boolean pending() {
        return pending;
    }

    private void ring(long of) {
        if (of == generation && pending) {
            pending = false;
            action.run();
        }
    }
}
