package app.pitot.exchange;

import app.pitot.provider.Account;
import app.pitot.provider.Metric;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Period;
import app.pitot.quota.Audit;
import app.pitot.quota.BudgetState;
import app.pitot.quota.PreFlight;
import app.pitot.quota.QuotaSnapshot;
import app.pitot.quota.WindowDetails;
import java.util.List;
import java.util.function.Consumer;

/** Other exchanges, for whoever wants to see or change how requests begin. */
public abstract class PassedOn implements Exchanges {
    protected final Exchanges inner;

    protected PassedOn(Exchanges inner) {
        this.inner = inner;
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
    public QuotaSnapshot quotaOnceRead(Account account, ModelInfo model) throws InterruptedException {
        return inner.quotaOnceRead(account, model);
    }

    @Override
    public void onUseElsewhere(Consumer<String> told) {
        inner.onUseElsewhere(told);
    }

    @Override
    public void onRequests(Runnable told) {
        inner.onRequests(told);
    }

    @Override
    public WindowDetails details(Account account, ModelInfo model, Metric metric, Period period) {
        return inner.details(account, model, metric, period);
    }

    @Override
    public Audit audit(Account account, ModelInfo model, Integer maxTokens) {
        return inner.audit(account, model, maxTokens);
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
