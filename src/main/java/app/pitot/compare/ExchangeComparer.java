package app.pitot.compare;

import app.pitot.api.ChatClient;
import app.pitot.base.Clocks;
import app.pitot.exchange.Exchanges;
import app.pitot.provider.Account;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Runs comparisons through the one pipeline of the app. */
public final class ExchangeComparer implements Comparer {
    private final Tools tools;
    private final Set<ComparisonThread> running = ConcurrentHashMap.newKeySet();

    /** @param client of {@code exchanges}, for opening connections */
    public ExchangeComparer(Exchanges exchanges, ChatClient client, Clocks clocks, Comparisons kept,
            String appVersion) {
        this(new Tools(exchanges, client, clocks, kept, appVersion, () -> ThreadLocalRandom.current().nextLong()));
    }

    ExchangeComparer(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Estimate estimate(Run run) {
        return Estimating.of(tools.exchanges(), run);
    }

    @Override
    public RunningComparison start(Run run, boolean overBudget) {
        return started(new ComparisonRun(tools, run, overBudget));
    }

    @Override
    public RunningComparison again(Comparison past, Run run, int lane, boolean overBudget) {
        return started(new AskedAgain(tools, past, run, lane, overBudget));
    }

    private RunningComparison started(ComparisonThread started) {
        running.add(started);
        started.result().thenRun(() -> running.remove(started));
        Thread.ofVirtual().name("comparison-" + started.id()).start(started);
        return started;
    }

    @Override
    public void gone(Account account) {
        running.forEach(each -> each.gone(account));
    }
}
