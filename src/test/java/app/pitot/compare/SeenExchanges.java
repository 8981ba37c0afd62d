package app.pitot.compare;

import app.pitot.exchange.ExchangeSpec;
import app.pitot.exchange.Exchanges;
import app.pitot.exchange.PassedOn;
import app.pitot.exchange.RunningExchange;
import app.pitot.exchange.Sending;
import app.pitot.exchange.TextTap;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The real ones, with a list of what was asked of them. */
final class SeenExchanges extends PassedOn {
    private final List<ExchangeSpec> asked = new CopyOnWriteArrayList<>();

    SeenExchanges(Exchanges inner) {
        super(inner);
    }

    List<ExchangeSpec> asked() {
        return asked;
    }

    @Override
    public RunningExchange start(ExchangeSpec spec, String id, TextTap tap, Sending how) {
        asked.add(spec);
        return inner.start(spec, id, tap, how);
    }
}
