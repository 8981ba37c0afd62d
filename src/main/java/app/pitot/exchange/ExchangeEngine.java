package app.pitot.exchange;

import app.pitot.api.ApiError;
import app.pitot.api.ChatClient;
import app.pitot.api.ErrorKind;
import app.pitot.base.Clocks;
import app.pitot.base.Texts;
import app.pitot.provider.Account;
import app.pitot.provider.Metric;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Period;
import app.pitot.quota.Audit;
import app.pitot.quota.BudgetLabels;
import app.pitot.quota.BudgetState;
import app.pitot.quota.InputEstimate;
import app.pitot.quota.Outputs;
import app.pitot.quota.PreFlight;
import app.pitot.quota.QuotaSnapshot;
import app.pitot.quota.WindowDetails;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pipeline of the app. It closes neither the client nor the ledger: whoever made them does. */
public final class ExchangeEngine implements Exchanges {
    private static final Logger LOG = LoggerFactory.getLogger(ExchangeEngine.class);

    private final Gear gear;
    private final Meters meters;
    private final KeyStatuses keyStatuses;
    private final Budgets budgets;
    private final Lessons lessons;
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> lookers = new CopyOnWriteArrayList<>();
    private final ConcurrentMap<Learned.Key, Learned> learned = new ConcurrentHashMap<>();

    /** Without budgets. */
    public ExchangeEngine(Clocks clocks, ChatClient client, Ledger ledger) {
        this(clocks, client, ledger, Budgets.none(clocks));
    }

    /** @param budgets of the same ledger */
    public ExchangeEngine(Clocks clocks, ChatClient client, Ledger ledger, Budgets budgets) {
        this(clocks, client, ledger, budgets, Lessons.none());
    }

    /**
     * @param budgets of the same ledger
     * @param lessons closed by whoever made them
     */
    public ExchangeEngine(Clocks clocks, ChatClient client, Ledger ledger, Budgets budgets, Lessons lessons) {
        this(clocks, client, ledger, budgets, lessons, Traces.NONE);
    }

    /**
     * @param budgets of the same ledger
     * @param lessons closed by whoever made them
     * @param traces closed by whoever made them
     */
    public ExchangeEngine(Clocks clocks, ChatClient client, Ledger ledger, Budgets budgets, Lessons lessons,
            Traces traces) {
        this(new Gear(clocks, client, ledger, Later.system(), RandomGenerator.getDefault(), traces), budgets, lessons);
    }

    ExchangeEngine(Gear gear) {
        this(gear, Budgets.none(gear.clocks()), Lessons.none());
    }

    private ExchangeEngine(Gear gear, Budgets budgets, Lessons lessons) {
        this.gear = gear.with(new BudgetLedger(gear.ledger(), budgets, this::tellOfRequests));
        this.budgets = budgets;
        this.lessons = lessons;
        this.meters = new Meters(gear.clocks(), gear.ledger(), gear.later(), this::tell);
        this.keyStatuses = new KeyStatuses(gear.clocks(), gear.client(), meters);
        gear.ledger().follow(this::elsewhere);
        gear.ledger().onKept(_ -> tellOfRequests());
    }

    /** Other runs of the app began or ended something. */
    private void elsewhere(List<Ledger.Elsewhere> rows) {
        meters.absorb(rows);
        budgets.refresh();
        var accounts = rows.stream().map(Ledger.Elsewhere::accountId).collect(Collectors.toSet());
        accounts.forEach(this::tell);
        tellOfRequests();
    }

    private void tellOfRequests() {
        lookers.forEach(Runnable::run);
    }

    private void tell(String accountId) {
        listeners.forEach(told -> told.accept(accountId));
    }

    @Override
    public RunningExchange start(ExchangeSpec spec, String id, TextTap tap, Sending how) {
        var exchange = new Exchange(id, spec, how, gear, meters.of(spec.account(), spec.model()),
                learned(spec.account(), spec.model()), tap, () -> forbids(id, spec, how));
        exchange.result().thenAccept(result -> {
            budgets.leave(id);
            keyStatuses.afterReply(result);
        });
        Thread.ofVirtual().name("exchange-" + id).start(exchange);
        return exchange;
    }

    @Override
    public PreFlight preFlight(ExchangeSpec spec) {
        var check = windows(spec);
        return budgets.judge(spec, check.verdict() == PreFlight.Verdict.WAIT ? queued(spec, check) : check);
    }

    @Override
    public List<BudgetState> budgets(Account account) {
        return budgets.of(account);
    }

    /** Null if no budget of the user's forbids it. */
    private ApiError forbids(String id, ExchangeSpec spec, Sending how) throws InterruptedException {
        var over = budgets.enter(id, spec.account(), windows(spec).need(), how.overBudget());
        return over == null
                ? null
                : new ApiError(ErrorKind.OVER_BUDGET, null, null, Texts.get("exchange.budget",
                        BudgetLabels.of(over.budget()), BudgetLabels.amount(over.budget().metric(), over.used()),
                        over.used()), null,
                        null);
    }

    private PreFlight windows(ExchangeSpec spec) {
        var metered = meters.of(spec.account(), spec.model());
        return metered.meter().preFlight(guess(spec), spec.request().maxTokens(), spec.model(),
                metered.queue().promised());
    }

    /** With those that wait for the same windows, as the request itself would say once it waits. */
    private PreFlight queued(ExchangeSpec spec, PreFlight check) {
        var ask = new Ask(() -> guess(spec), spec.request().maxTokens(), spec.model());
        var standing = meters.of(spec.account(), spec.model()).queue().expected(ask);
        return standing == null
                ? check
                : check.behind(standing.ahead(), Math.max(check.waitMs(), standing.leftMs()));
    }

    private InputEstimate.Guess guess(ExchangeSpec spec) {
        return learned(spec.account(), spec.model()).input().guess(spec.request());
    }

    @Override
    public QuotaSnapshot quota(Account account, ModelInfo model) {
        var snapshot = meters.of(account, model).meter().snapshot();
        return new QuotaSnapshot(snapshot.windows(), budgets.day(account, snapshot.day()), snapshot.corrections());
    }

    @Override
    public QuotaSnapshot quotaOnceRead(Account account, ModelInfo model) throws InterruptedException {
        var metered = meters.of(account, model);
        metered.awaitRestored();
        return metered.meter().snapshot();
    }

    @Override
    public void onUseElsewhere(Consumer<String> told) {
        listeners.add(told);
    }

    @Override
    public void onRequests(Runnable told) {
        lookers.add(told);
    }

    @Override
    public KeyNews keyStatus(Account account) {
        return keyStatuses.latest(account);
    }

    @Override
    public void onKeyStatus(Consumer<String> told) {
        keyStatuses.onNews(told);
    }

    @Override
    public WindowDetails details(Account account, ModelInfo model, Metric metric, Period period) {
        return meters.of(account, model).meter().details(metric, period);
    }

    @Override
    public Audit audit(Account account, ModelInfo model, Integer maxTokens) {
        return learned(account, model).outputs().audit(maxTokens);
    }

    @Override
    public Typical typical(Account account, ModelInfo model) {
        var known = learned(account, model);
        return known.tempo().typical(known.outputs().typical());
    }

    /** The same once it is known what earlier runs kept. Blocks on the disk. */
    public Typical typicalOnceRead(Account account, ModelInfo model) throws InterruptedException {
        learned(account, model).read().await();
        return typical(account, model);
    }

    @Override
    public Object pool(Account account, ModelInfo model) {
        return MeterKey.of(account, model);
    }

    private Learned learned(Account account, ModelInfo model) {
        return learned.computeIfAbsent(Learned.Key.of(account, model), key -> {
            var fresh = new Learned(lesson -> lessons.save(key.accountId(), key.modelId(), lesson));
            // On a thread of its own: the first to ask is the window.
            Thread.ofVirtual().name("replies-" + key.accountId()).start(() -> restore(key, fresh));
            return fresh;
        });
    }

    private void restore(Learned.Key key, Learned fresh) {
        try {
            read(key, fresh);
        } finally {
            fresh.read().countDown();
        }
    }

    private void read(Learned.Key key, Learned fresh) {
        var earlier = lessons.load(key.accountId(), key.modelId());
        if (earlier != null) {
            fresh.restore(earlier);
        }
        try {
            fresh.tempo().restore(gear.ledger().pace(key.accountId(), key.modelId()));
            fresh.outputs().restore(gear.ledger().replies(key.accountId(), key.modelId(), Outputs.MOST));
        } catch (RuntimeException e) {
            LOG.warn("Earlier replies could not be read: {}", Defects.describe(e));
        }
    }
}
