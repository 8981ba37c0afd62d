package app.pitot.exchange;

import app.pitot.api.ApiException;
import app.pitot.api.ChatClient;
import app.pitot.api.KeyStatus;
import app.pitot.api.LimitReading;
import app.pitot.api.Target;
import app.pitot.base.Clocks;
import app.pitot.keys.KeyException;
import app.pitot.provider.Account;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.quota.Micros;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What providers say of keys, for those that tell; asked in the wake of replies. Safe from any thread. */
final class KeyStatuses {
    private static final Logger LOG = LoggerFactory.getLogger(KeyStatuses.class);
    /** The models whose requests of the day the status counts. */
    private static final String FREE = ":free";

    private final Clocks clocks;
    private final ChatClient client;
    private final Meters meters;
    private final KeyStatusPoll poll;
    private final ConcurrentMap<String, KeyNews> latest = new ConcurrentHashMap<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    KeyStatuses(Clocks clocks, ChatClient client, Meters meters) {
        this.clocks = clocks;
        this.client = client;
        this.meters = meters;
        poll = new KeyStatusPoll(clocks.ticker());
    }

    /** Null if the provider was not asked or did not tell. */
    KeyNews latest(Account account) {
        return latest.get(account.id());
    }

    void onNews(Consumer<String> told) {
        listeners.add(told);
    }

    /** Asks on a thread of its own, if the reply's provider tells and it is time. */
    void afterReply(ExchangeResult result) {
        var account = result.spec().account();
        var path = account.provider().facts().keyStatus();
        if (path != null && result.reservation() != null && poll.afterReply(account.id())) {
            Thread.ofVirtual().name("key-status-" + account.id()).start(() -> ask(result.spec(), path));
        }
    }

    private void ask(ExchangeSpec spec, String path) {
        try {
            var status = client.keyStatus(Target.open(spec.account()), path);
            latest.put(spec.account().id(), new KeyNews(status, clocks.now()));
            if (FREE.equals(MeterKey.of(spec.account(), spec.model()).models())) {
                feed(spec, status);
            } else {
                feedMoney(spec, status);
            }
            listeners.forEach(told -> told.accept(spec.account().id()));
        } catch (KeyException e) {
            LOG.info("No key status: the key cannot be had");
        } catch (ApiException e) {
            // Not worth a word to the user: the reply came, and the next one asks again.
            LOG.info("No key status: {}", e.error().kind());
        } catch (RuntimeException defect) {
            LOG.error("No key status: {}", Defects.describe(defect));
        }
    }

    /** The key's own limit, which free models do not touch. */
    private void feedMoney(ExchangeSpec spec, KeyStatus status) {
        var period = switch (status.limitReset() == null ? "" : status.limitReset().toLowerCase(Locale.ROOT)) {
            case "daily" -> Period.DAY;
            case "monthly" -> Period.MONTH;
            default -> null;
        };
        if (period != null && status.limit().usd() != null && status.limitRemaining().usd() != null) {
            var money = new LimitReading(Metric.USD, period, micros(status.limit().usd()),
                    Math.max(0, micros(status.limitRemaining().usd())), null);
            meters.of(spec.account(), spec.model()).meter().told(List.of(money));
        }
    }

    private static long micros(BigDecimal usd) {
        return Micros.of(usd, RoundingMode.FLOOR);
    }

    private void feed(ExchangeSpec spec, KeyStatus status) {
        var left = status.freeDailyRemaining();
        if (left == null && status.freeDailyLimit() != null && status.freeDailyUsed() != null) {
            left = Math.max(0, status.freeDailyLimit() - status.freeDailyUsed());
        }
        var day = new LimitReading(Metric.REQUESTS, Period.DAY, status.freeDailyLimit(), left, null);
        meters.of(spec.account(), spec.model()).meter().told(List.of(day));
    }
}
