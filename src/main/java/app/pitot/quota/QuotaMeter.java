package app.pitot.quota;

import app.pitot.api.LimitReading;
import app.pitot.base.Clocks;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Plan;
import java.util.List;

/** The windows of one account and model: what is left, what is in flight, what comes back when. Safe from any thread. */
public final class QuotaMeter {
    /** @param plan null if nothing is known: windows then appear with the first headers that name them */
    public QuotaMeter(Clocks clocks, Plan plan) {
        throw new UnsupportedOperationException("quota");
    }

    /** Takes a request out of the windows, whether or not it fits. {@code maxTokens} may be null. */
    public Reservation reserve(long inputTokens, Integer maxTokens) {
        throw new UnsupportedOperationException("quota");
    }

    /** Headers of the answer to {@code reservation} have come. Older answers never overwrite newer ones. */
    public void observe(Reservation reservation, List<LimitReading> readings) {
        throw new UnsupportedOperationException("quota");
    }

    /** The request has ended; its reservation becomes what it used. Calling twice for one reservation has no effect. */
    public void settle(Reservation reservation, Settlement settlement) {
        throw new UnsupportedOperationException("quota");
    }

    /** Adds use of earlier runs today, from the ledger; only windows that began before count it. */
    public void restore(List<PastUse> earlier) {
        throw new UnsupportedOperationException("quota");
    }

    /** All windows as of now. */
    public QuotaSnapshot snapshot() {
        throw new UnsupportedOperationException("quota");
    }

    /** Would a request with this input and cap pass now? {@code model} gives context and prices; never null. */
    public PreFlight preFlight(long inputTokens, Integer maxTokens, ModelInfo model) {
        throw new UnsupportedOperationException("quota");
    }
}
