package app.pitot.bench;

import app.pitot.exchange.ExchangeSpec;
import app.pitot.exchange.Exchanges;
import app.pitot.exchange.KeyNews;
import app.pitot.exchange.RunningExchange;
import app.pitot.exchange.Sending;
import app.pitot.exchange.TextTap;
import app.pitot.provider.Account;
import app.pitot.provider.ModelInfo;
import app.pitot.quota.PreFlight;
import app.pitot.quota.QuotaSnapshot;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Notes when text arrives, before the window can know of it. */
record StampedExchanges(Exchanges inner, AtomicLong arrival) implements Exchanges {
    @Override
    public RunningExchange start(ExchangeSpec spec, String id, TextTap tap, Sending how) {
        return inner.start(spec, id, (delta, buffer, offset, length) -> {
            arrival.set(System.nanoTime());
            tap.text(delta, buffer, offset, length);
        }, how);
    }

    @Override
    public PreFlight preFlight(ExchangeSpec spec) {
        return inner.preFlight(spec);
    }

    @Override
    public QuotaSnapshot quota(Account account, ModelInfo model) {
        return inner.quota(account, model);
    }

    @Override
    public KeyNews keyStatus(Account account) {
        return inner.keyStatus(account);
    }

    @Override
    public void onKeyStatus(Consumer<String> told) {
        inner.onKeyStatus(told);
    }
}
