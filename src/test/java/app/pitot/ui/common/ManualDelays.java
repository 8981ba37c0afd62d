package app.pitot.ui.common;

import java.util.ArrayList;
import java.util.List;

/** Remembers what was to run later; the test decides when. */
public final class ManualDelays implements Delays {
    private record Call(long millis, Runnable work) {}

    private final List<Call> calls = new ArrayList<>();

    @Override
    public void after(long millis, Runnable work) {
        calls.add(new Call(millis, work));
    }

    /** How many calls were asked for and not run. */
    public int size() {
        return calls.size();
    }

    /** Delay of the call asked for last. */
    public long last() {
        return calls.getLast().millis();
    }

    /** Runs everything asked for so far, oldest first. */
    public void runAll() {
        var due = List.copyOf(calls);
        calls.clear();
        due.forEach(call -> call.work().run());
    }
}
