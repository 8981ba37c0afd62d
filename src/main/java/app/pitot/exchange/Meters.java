package app.pitot.exchange;

import app.pitot.base.Clocks;
import app.pitot.provider.Account;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Period;
import app.pitot.provider.Plan;
import app.pitot.quota.KeptLevel;
import app.pitot.quota.PastUse;
import app.pitot.quota.QuotaMeter;
import app.pitot.quota.QuotaSnapshot;
import app.pitot.quota.Reservation;
import app.pitot.quota.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The meters in use, made on demand. Safe from any thread; only {@link Metered#awaitRestored} blocks. */
final class Meters {
    private static final Logger LOG = LoggerFactory.getLogger(Meters.class);
    private static final Duration LONGEST_DAY = Duration.ofDays(1);
    private static final Duration LONGEST_MONTH = Duration.ofDays(31);

    private final Clocks clocks;
    private final Ledger ledger;
    private final Later later;
    private final Consumer<String> restored;
    private final ConcurrentMap<MeterKey, Metered> meters = new ConcurrentHashMap<>();
    private final Object making = new Object();
    /** Guarded by {@code making}. */
    private final Set<OpenRequest> open = new HashSet<>();
    private final AtomicBoolean watched = new AtomicBoolean();

    /** @param restored told on any thread of each account of which earlier use has been read */
    Meters(Clocks clocks, Ledger ledger, Later later, Consumer<String> restored) {
        this.restored = restored;
        this.clocks = clocks;
        this.ledger = ledger;
        this.later = later;
    }

    Metered of(Account account, ModelInfo model) {
        var key = MeterKey.of(account, model);
        var known = meters.get(key);
        if (known != null) {
            return known;
        }
        synchronized (making) {
            return meters.computeIfAbsent(key, _ -> make(account, model, key));
        }
    }

    /**
     * A request has been taken out of the windows of {@code metered}; other meters of the account that count it, because they
     * were made for the plan as it was before an edit, take it out of theirs. To be settled by {@link Metered#settle}.
     */
    private OpenRequest opened(ExchangeSpec spec, Instant startedAt, Metered metered, Reservation reservation) {
        var request = new OpenRequest(spec.account(), spec.model(), spec.request().maxTokens(), startedAt,
                metered.meter(), reservation);
        synchronized (making) {
            open.add(request);
            meters.forEach((key, other) -> {
                if (other != metered && request.countsIn(other.account(), key)) {
                    request.joins(other.meter());
                }
            });
        }
        return request;
    }

    private void ended(OpenRequest request) {
        synchronized (making) {
            open.remove(request);
        }
    }

    /** Takes in what other runs of the app began or ended. */
    void absorb(List<Ledger.Elsewhere> rows) {
        var changed = false;
        for (var row : rows) {
            for (var each : meters.entrySet()) {
                // Each run has simulators of its own.
                if (!each.getValue().account().provider().simulated()
                        && each.getKey().counts(row.accountId(), row.modelId())
                        && each.getValue().shared().add(row.use())) {
                    each.getValue().queue().look();
                    changed = true;
                }
            }
        }
        if (changed) {
            watch();
        }
    }

    /** Looks after requests whose run of the app may have died, as long as there are any. */
    private void watch() {
        if (watched.compareAndSet(false, true)) {
            later.after(SharedUse.GIVEN_UP.toNanos(), () -> {
                watched.set(false);
                var now = clocks.now();
                var running = false;
                for (var metered : meters.values()) {
                    running |= metered.shared().giveUp(now);
                }
                if (running) {
                    watch();
                }
            });
        }
    }

    /**
     * The ledger is asked on a thread of its own, because the first to want a meter is the window. Rows younger than the
     * meter are left out: the meter counts those itself; as are those of requests under way.
     */
    private Metered make(Account account, ModelInfo model, MeterKey key) {
        var plan = MeterKey.plan(account, model);
        // The ledger keeps milliseconds: a row of the very request that made the meter must not look older than it.
        var born = clocks.now().truncatedTo(ChronoUnit.MILLIS);
        var meter = new QuotaMeter(clocks, plan, model);
        var metered = new Metered(this, account, meter, new SendQueue(meter, clocks, later), new SharedUse(meter),
                new CountDownLatch(1),
                born);
        var counted = new HashSet<Instant>();
        for (var request : open) {
            if (request.countsIn(account, key)) {
                request.joins(meter);
                counted.add(request.startedAt().truncatedTo(ChronoUnit.MILLIS));
            }
        }
        var since = account.provider().simulated() ? sinceSimulated(key) : born.minus(longest(plan));
        if (since == null) {
            metered.restored().countDown();
            return metered;
        }
        // What was kept of the windows went by the plan before the edit.
        var edited = meters.keySet().stream().anyMatch(key::sameButForPlan);
        Thread.ofVirtual().name("restore-" + account.id())
                .start(() -> restore(metered, key.models(), since, counted, edited));
        return metered;
    }

    private static Duration longest(Plan plan) {
        var monthly = plan != null && plan.limits().stream().anyMatch(limit -> limit.period() == Period.MONTH);
        return monthly ? LONGEST_MONTH : LONGEST_DAY;
    }

    /** A simulator begins with nothing used when it is started, which an edited plan does not change. Null if this is new. */
    private Instant sinceSimulated(MeterKey key) {
        return meters.entrySet().stream()
                .filter(other -> other.getKey().accountId().equals(key.accountId())
                        && other.getKey().baseUrl().equals(key.baseUrl()))
                .map(other -> other.getValue().born()).min(Comparator.naturalOrder()).orElse(null);
    }

    private void restore(Metered metered, String models, Instant since, Set<Instant> counted, boolean edited) {
        var which = MeterKey.OTHERS.equals(models) ? null : models;
        var account = metered.account().id();
        var levels = List.<KeptLevel>of();
        var earlier = List.<PastUse>of();
        try {
            // In this order: what ends between the two is then in both, and known by its time.
            levels = edited
                    ? levels
                    : ledger.levels(account, which).stream()
                            .filter(level -> level.at().isAfter(metered.born().minus(LONGEST_MONTH))).toList();
            earlier = ledger.since(account, which, since).stream()
                    .filter(use -> use.at().isBefore(metered.born()) && !counted.contains(use.at())).toList();
        } catch (RuntimeException e) {
            LOG.warn("Earlier use could not be read: {}", Defects.describe(e));
        }
        try {
            if (metered.shared().restore(earlier, levels, clocks.now())) {
                watch();
            }
        } catch (RuntimeException e) {
            LOG.error("Earlier use could not be taken in: {}", Defects.describe(e));
        } finally {
            metered.restored().countDown();
        }
        restored.accept(account);
    }

    /**
     * A meter, and who waits for it.
     *
     * @param account whose plan it goes by
     * @param shared what other runs of the app use of it
     * @param restored the sign that earlier use has been added
     * @param born earlier requests are the ledger's to tell
     */
    record Metered(Meters all, Account account, QuotaMeter meter, SendQueue queue, SharedUse shared,
            CountDownLatch restored, Instant born) {
        /** See {@link Meters#opened}. */
        OpenRequest opened(ExchangeSpec spec, Instant startedAt, Reservation reservation) {
            return all.opened(spec, startedAt, this, reservation);
        }

        /** What it took is known. */
        void settle(OpenRequest request, Settlement settlement) {
            request.settle(settlement);
            all.ended(request);
        }

        /** As an exchange leaves them; null if the meter is what broke. */
        QuotaSnapshot windowsAfter(String exchangeId) {
            try {
                return meter.snapshot();
            } catch (RuntimeException defect) {
                LOG.error("Exchange {} has no windows: {}", exchangeId, Defects.describe(defect));
                return null;
            }
        }

        /** Waits a short while for the ledger; a slow disk must not hold up a request for ever. */
        void awaitRestored() throws InterruptedException {
            if (!restored.await(2, TimeUnit.SECONDS)) {
                LOG.warn("Earlier use is not read yet; going on without it.");
            }
        }
    }
}
