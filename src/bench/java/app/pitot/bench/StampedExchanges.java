package app.pitot.bench;

import app.pitot.exchange.ExchangeSpec;
import app.pitot.exchange.Exchanges;
import app.pitot.exchange.PassedOn;
import app.pitot.exchange.RunningExchange;
import app.pitot.exchange.Sending;
import app.pitot.exchange.TextTap;
import java.util.concurrent.atomic.AtomicLong;

/** Notes when text arrives, before the window can know of it. */
final class StampedExchanges extends PassedOn {
    private final AtomicLong arrival;

    StampedExchanges(Exchanges inner, AtomicLong arrival) {
        super(inner);
        this.arrival = arrival;
    }

    @Override
    public RunningExchange start(ExchangeSpec spec, String id, TextTap tap, Sending how) {
        return inner.start(spec, id, (delta, buffer, offset, length) -> {
            arrival.set(System.nanoTime());
            tap.text(delta, buffer, offset, length);
        }, how);
    }
}
