package app.pitot.exchange;

import app.pitot.quota.PastUse;
import java.time.Instant;
import java.util.List;

/** Writes down the order of events. */
record RecordingLedger(List<String> events) implements Ledger {
    @Override
    public void begin(Attempt attempt, ExchangeSpec spec, Instant at, long reservedTokens) {
        add("begin " + reservedTokens);
    }

    @Override
    public void end(Attempt attempt, ExchangeResult result, boolean last) {
        add("end " + result.outcome());
    }

    @Override
    public List<PastUse> since(String accountId, String model, Instant since) {
        add("since " + accountId);
        return List.of();
    }

    private void add(String event) {
        synchronized (events) {
            events.add(event);
        }
    }

    @Override
    public void close() {}
}
