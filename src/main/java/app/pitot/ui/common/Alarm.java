package app.pitot.ui.common;

/** One wake-up call at most: setting it again replaces the earlier one. Use on the JavaFX thread only. */
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
        delays.after(millis, () -> ring(mine));
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
