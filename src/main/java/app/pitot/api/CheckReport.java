package app.pitot.api;

import app.pitot.api.CheckStep.Kind;
import app.pitot.api.CheckStep.State;
import app.pitot.base.Texts;
import app.pitot.base.Ticker;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The steps of a connection test, each told once and in order. Safe from any thread. */
final class CheckReport {
    private final Ticker ticker;
    private final Consumer<CheckStep> listener;
    private final Map<Kind, CheckStep> steps = new EnumMap<>(Kind.class);
    private long stamp;

    CheckReport(Ticker ticker, Consumer<CheckStep> listener) {
        this.ticker = ticker;
        this.listener = listener;
        stamp = ticker.nanos();
    }

    synchronized boolean told(Kind kind) {
        return steps.containsKey(kind);
    }

    /** It went well, and took the time since the step before. */
    void ok(Kind kind, String key, Object... arguments) {
        tell(kind, State.OK, lap(), Texts.get(key, arguments));
    }

    /** It went well, and took {@code nanos}. */
    void ok(Kind kind, long nanos, String key, Object... arguments) {
        tell(kind, State.OK, nanos, Texts.get(key, arguments));
    }

    /** Something happened that will be told later. Returns the time since the step before. */
    synchronized long lap() {
        long now = ticker.nanos();
        long lap = now - stamp;
        stamp = now;
        return lap;
    }

    void skip(Kind kind, String key, Object... arguments) {
        tell(kind, State.SKIPPED, null, Texts.get(key, arguments));
    }

    /** It failed, after the time since the step before. */
    void fail(Kind kind, String sentence) {
        tell(kind, State.FAILED, lap(), sentence);
    }

    /** Nothing more will be done. */
    List<CheckStep> end() {
        for (var kind : Kind.values()) {
            tell(kind, State.NOT_REACHED, null, Texts.get("api.check.not_reached"));
        }
        synchronized (this) {
            return List.copyOf(new ArrayList<>(steps.values()));
        }
    }

    /** Calls the listener inside, so that no later step overtakes. */
    private synchronized void tell(Kind kind, State state, Long nanos, String detail) {
        if (!steps.containsKey(kind)) {
            var step = new CheckStep(kind, state, nanos, detail);
            steps.put(kind, step);
            listener.accept(step);
        }
    }
}
