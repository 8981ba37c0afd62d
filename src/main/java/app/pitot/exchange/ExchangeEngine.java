package app.pitot.exchange;

import app.pitot.api.ChatClient;
import app.pitot.base.Clocks;
import app.pitot.provider.Account;
import app.pitot.provider.ModelInfo;
import app.pitot.quota.PreFlight;
import app.pitot.quota.QuotaSnapshot;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** The pipeline of the app. It closes neither the client nor the ledger: whoever made them does. */
public final class ExchangeEngine implements Exchanges {
    private final Gear gear;
    private final Meters meters;
    private final KeyStatuses keyStatuses;
    private final ConcurrentMap<Learned.Key, Learned> learned = new ConcurrentHashMap<>();

    public ExchangeEngine(Clocks clocks, ChatClient client, Ledger ledger) {
        this(new Gear(clocks, client, ledger, Later.system(), RandomGenerator.getDefault()));
    }

    ExchangeEngine(Gear gear) {
        this.gear = gear;
        this.meters = new Meters(gear.clocks(), gear.ledger(), gear.later());
        this.keyStatuses = new KeyStatuses(gear.clocks(), gear.client(), meters);
    }

    @Override
    public RunningExchange start(ExchangeSpec spec, String id, TextTap tap, Sending how) {
        var exchange = new Exchange(id, spec, how, gear, meters.of(spec.account(), spec.model()),
                learned(spec.account(), spec.model()), tap);
        exchange.result().thenAccept(keyStatuses::afterReply);
        Thread.ofVirtual().name("exchange-" + id).start(exchange);
        return exchange;
    }

    @Override
    public PreFlight preFlight(ExchangeSpec spec) {
        var input = learned(spec.account(), spec.model()).input().of(spec.request());
        return meters.of(spec.account(), spec.model()).meter().preFlight(input, spec.request().maxTokens(),
                spec.model());
    }

    @Override
    public QuotaSnapshot quota(Account account, ModelInfo model) {
        return meters.of(account, model).meter().snapshot();
    }

    @Override
    public KeyNews keyStatus(Account account) {
        return keyStatuses.latest(account);
    }

    @Override
    public void onKeyStatus(Consumer<String> told) {
        keyStatuses.onNews(told);
    }

    private Learned learned(Account account, ModelInfo model) {
        return learned.computeIfAbsent(Learned.Key.of(account, model), _ -> new Learned());
    }
}
