package app.pitot.ui.compare;

import app.pitot.base.Clocks;
import app.pitot.compare.Comparisons;
import app.pitot.compare.MemoryComparisons;
import app.pitot.exchange.ExchangeSpec;
import app.pitot.exchange.Exchanges;
import app.pitot.exchange.KeyNews;
import app.pitot.exchange.RunningExchange;
import app.pitot.exchange.Sending;
import app.pitot.exchange.TextTap;
import app.pitot.keys.KeySource;
import app.pitot.provider.Account;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Provider;
import app.pitot.quota.PreFlight;
import app.pitot.quota.QuotaSnapshot;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.common.ManualDelays;
import app.pitot.ui.offer.FakeCatalogue;
import app.pitot.ui.offer.ModelChoice;
import app.pitot.ui.offer.OffersModel;
import app.pitot.ui.transcript.NoticeRow;
import app.pitot.ui.transcript.Notice;
import app.pitot.ui.transcript.TranscriptModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** A comparison whose requests a test plays by hand; everything runs at once, what is to come later waits. */
final class CompareRig {
    static final Account HERE = account("here");
    static final Account THERE = account("there");

    final FakeComparer comparer = new FakeComparer();
    final ManualDelays delays = new ManualDelays();
    final FakeCatalogue catalogue = new FakeCatalogue();
    final OffersModel offers;
    final CompareModel model;
    QuotaSnapshot quota = new QuotaSnapshot(List.of(), null);
    ModelChoice chosen;
    Instant now = Instant.EPOCH;
    int pulsesAsked;

    CompareRig() {
        this(new MemoryComparisons());
    }

    CompareRig(Comparisons comparisons) {
        var clocks = new Clocks(() -> Duration.between(Instant.EPOCH, now).toNanos(), () -> now);
        catalogue.put(HERE, "fast", "slow");
        catalogue.put(THERE, "other");
        offers = new OffersModel(catalogue, List.of(HERE, THERE), Runnable::run);
        model = new CompareModel(new CompareTools(comparer, comparisons, exchanges(), offers, () -> chosen,
                () -> new TranscriptModel(clocks.ticker(), Runnable::run), clocks,
                new Jobs(Runnable::run, Runnable::run), delays, () -> pulsesAsked++));
    }

    static Account account(String id) {
        return new Account(id, new Provider("custom", id, null, "auto"), "http://127.0.0.1:1/v1", null,
                KeySource.none(), "no key");
    }

    ModelChoice choice(Account account, String modelId) {
        return offers.offer(account.id()).orElseThrow().find(modelId).orElseThrow();
    }

    LaneModel lane(int at) {
        return model.setup().lanes().get(at);
    }

    LaneFace face(int at) {
        return lane(at).live().face().get();
    }

    String text(int at) {
        var messages = lane(at).live().transcript().messages();
        return messages.isEmpty() ? "" : messages.getLast().markdown();
    }

    List<Notice> notices(int at) {
        return lane(at).live().transcript().rows().stream().filter(NoticeRow.class::isInstance)
                .map(row -> ((NoticeRow) row).notice().get()).toList();
    }

    /** What its lanes are called, in order. */
    List<String> asked() {
        return model.setup().lanes().stream()
                .map(lane -> lane.choice().get() == null ? "–" : lane.choice().get().model().id()).toList();
    }

    /** A little time passes, and with it a pulse. */
    boolean pulse(long millis) {
        now = now.plusMillis(millis);
        return model.pulse();
    }

    private Exchanges exchanges() {
        return new Exchanges() {
            @Override
            public RunningExchange start(ExchangeSpec spec, String id, TextTap tap, Sending how) {
                throw new UnsupportedOperationException();
            }

            @Override
            public PreFlight preFlight(ExchangeSpec spec) {
                throw new UnsupportedOperationException();
            }

            @Override
            public QuotaSnapshot quota(Account account, ModelInfo model) {
                return quota;
            }

            @Override
            public KeyNews keyStatus(Account account) {
                return null;
            }

            @Override
            public void onKeyStatus(Consumer<String> told) {}
        };
    }
}
