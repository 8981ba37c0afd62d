package app.pitot.ui.connect;

import app.pitot.base.Clocks;
import app.pitot.base.Texts;
import app.pitot.ui.common.Delays;
import app.pitot.ui.common.Job;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** One job that the user waits for: what is being done, for how long already, and its end. JavaFX thread only. */
public final class Waiting {
    private static final long TICK_MS = 1_000;

    private final Clocks clocks;
    private final Delays delays;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private String doing = "";
    private long since;
    private int turn;
    private Job job;

    public Waiting(Clocks clocks, Delays delays) {
        this.clocks = clocks;
        this.delays = delays;
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** "Asking Cerebras · 2 s"; empty if nothing runs. */
    public ReadOnlyStringProperty words() {
        return words.getReadOnlyProperty();
    }

    /** @param what is being done, in words without a full stop */
    public void begin(String what) {
        doing = what;
        since = clocks.nanos();
        busy.set(true);
        tick(++turn);
    }

    /** Remembers what {@link #cancel} cancels; does nothing if it has ended already. */
    public void on(Job running) {
        if (busy.get()) {
            job = running;
        }
    }

    public void end() {
        turn++;
        job = null;
        words.set("");
        busy.set(false);
    }

    /** Stops waiting. Returns true if there was something to stop. */
    public boolean cancel() {
        if (!busy.get()) {
            return false;
        }
        if (job != null) {
            job.cancel();
        }
        end();
        return true;
    }

    private void tick(int mine) {
        if (mine != turn) {
            return;
        }
        long seconds = (clocks.nanos() - since) / 1_000_000_000;
        words.set(seconds == 0 ? doing : Texts.get("screens.waiting", doing, seconds));
        delays.after(TICK_MS, () -> tick(mine));
    }
}
