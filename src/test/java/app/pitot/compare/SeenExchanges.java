package app.pitot.compare;

import app.pitot.exchange.ExchangeSpec;
import app.pitot.exchange.Exchanges;
import app.pitot.exchange.KeyNews;
import app.pitot.exchange.RunningExchange;
import app.pitot.exchange.Sending;
import app.pitot.exchange.TextTap;
import app.pitot.exchange.Typical;
import app.pitot.provider.Account;
import app.pitot.provider.ModelInfo;
import app.pitot.quota.BudgetState;
import app.pitot.quota.PreFlight;
import app.pitot.quota.QuotaSnapshot;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The real ones, with a list of what was asked of them. */
record SeenExchanges(Exchanges inner, List<ExchangeSpec> asked) implements Exchanges {
    SeenExchanges(Exchanges inner) {
        this(inner, new CopyOnWriteArrayList<>());
    }

    @Override
    public RunningExchange start(ExchangeSpec spec, String id, TextTap tap, Sending how) {
        asked.add(spec);
        return inner.start(spec, id, tap, how);
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
    public Typical typical(Account account, ModelInfo model) {
        return inner.typical(account, model);
    }

    @Override
    public Object pool(Account account, ModelInfo model) {
        return inner.pool(account, model);
    }

    @Override
    public List<BudgetState> budgets(Account account) {
        return inner.budgets(account);
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
