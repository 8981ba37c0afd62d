package app.pitot.exchange;

import app.pitot.api.ChatClient;
import app.pitot.base.Clocks;
import app.pitot.base.Ticker;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** Time that passes several times as fast, for whoever waits for minutes. */
public final class HurriedTime {
    private final long begun = Ticker.system().nanos();
    private final Instant start;
    private final int factor;

    public HurriedTime(Instant start, int factor) {
        this.start = start;
        this.factor = factor;
    }

    public Clocks clocks() {
        return new Clocks(this::passed, () -> start.plusNanos(passed()));
    }

    private long passed() {
        return (Ticker.system().nanos() - begun) * factor;
    }

    /** An engine that lives in it; the client must, too. */
    public Exchanges engine(ChatClient client, Ledger ledger) {
        Later later = (nanos, work) -> Later.system().after(nanos / factor, work);
        return new ExchangeEngine(new Gear(clocks(), client, ledger, later, RandomGenerator.getDefault()));
    }
}
