package app.pitot.ui.chat;

import app.pitot.api.ApiError;
import app.pitot.api.Delta;
import app.pitot.api.Outcome;
import app.pitot.api.SeenHeaders;
import app.pitot.api.Served;
import app.pitot.api.ToolCall;
import app.pitot.api.Usage;
import app.pitot.exchange.ExchangeDetails;
import app.pitot.exchange.ExchangeResult;
import app.pitot.exchange.ExchangeSpec;
import app.pitot.exchange.Exchanges;
import app.pitot.exchange.KeyNews;
import app.pitot.exchange.Phase;
import app.pitot.exchange.RunningExchange;
import app.pitot.exchange.Sending;
import app.pitot.exchange.TextTap;
import app.pitot.exchange.Waiting;
import app.pitot.provider.Account;
import app.pitot.provider.ModelInfo;
import app.pitot.quota.Audit;
import app.pitot.quota.PreFlight;
import app.pitot.quota.QuotaSnapshot;
import app.pitot.speed.Rhythm;
import app.pitot.speed.SpeedReading;
import app.pitot.speed.TokenBasis;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Exchanges that a test plays by hand: no thread, no network. */
final class FakeExchanges implements Exchanges {
    KeyNews news;
    Audit audit;
    int audits;
    Consumer<String> told = _ -> {};
    Runnable starting = () -> {};
    final List<Run> started = new ArrayList<>();
    /** Of each that was started. */
    final List<Sending> how = new ArrayList<>();
    QuotaSnapshot quota = new QuotaSnapshot(List.of(), null);
    PreFlight check = new PreFlight(PreFlight.Verdict.UNKNOWN, 5, 0, null, null, null, null, null);

    @Override
    public RunningExchange start(ExchangeSpec spec, String id, TextTap tap, Sending sending) {
        starting.run();
        var run = new Run(spec, id, tap);
        run.how = sending;
        started.add(run);
        how.add(sending);
        return run;
    }

    @Override
    public PreFlight preFlight(ExchangeSpec spec) {
        return check;
    }

    @Override
    public QuotaSnapshot quota(Account account, ModelInfo model) {
        return quota;
    }

    @Override
    public Audit audit(Account account, ModelInfo model, Integer maxTokens) {
        audits++;
        return audit;
    }

    @Override
    public KeyNews keyStatus(Account account) {
        return news;
    }

    @Override
    public void onKeyStatus(Consumer<String> listener) {
        told = listener;
    }

    Run last() {
        return started.getLast();
    }

    final class Run implements RunningExchange {
        final ExchangeSpec spec;
        final CompletableFuture<ExchangeResult> result = new CompletableFuture<>();
        final StringBuilder all = new StringBuilder();
        final StringBuilder fresh = new StringBuilder();
        Phase phase = Phase.CONNECTING;
        final String id;
        final TextTap tap;
        List<ToolCall> calls = List.of();
        boolean stopped;
        boolean sentNow;
        Sending how;
        Waiting waiting;
        double silentMs;
        double quietMs;

        Run(ExchangeSpec spec, String id, TextTap tap) {
            this.spec = spec;
            this.id = id;
            this.tap = tap;
        }

        void write(String text) {
            phase = Phase.WRITING;
            all.append(text);
            fresh.append(text);
            tap.text(Delta.ANSWER, text.toCharArray(), 0, text.length());
        }

        void end(Outcome outcome, ApiError error) {
            phase = Phase.ENDED;
            result.complete(new ExchangeResult(id, spec, Instant.EPOCH, outcome,
                    outcome == Outcome.COMPLETE ? "stop" : null, all.toString(), "",
                    outcome == Outcome.COMPLETE ? new Usage(10, 20, 30, 0, 0) : null, SpeedReading.NONE, null, error,
                    null, quota, List.of(),
                    new ExchangeDetails(null, Served.NONE, SeenHeaders.NONE, null, calls, List.of())));
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public Phase phase() {
            return phase;
        }

        @Override
        public Waiting waiting() {
            return waiting;
        }

        @Override
        public void sendNow() {
            sentNow = true;
        }

        @Override
        public SpeedReading speed() {
            return silentMs == 0
                    ? SpeedReading.NONE
                    : new SpeedReading(null, true, null, null, null, null, null, null, null, null, null, 1,
                            TokenBasis.ESTIMATE, true, null, silentMs, false, 1, Rhythm.NONE, Set.of());
        }

        @Override
        public double quietMs() {
            return quietMs;
        }

        @Override
        public boolean drain(StringBuilder answer, StringBuilder reasoning) {
            boolean any = !fresh.isEmpty();
            answer.append(fresh);
            fresh.setLength(0);
            return any;
        }

        @Override
        public void stop() {
            stopped = true;
        }

        @Override
        public CompletableFuture<ExchangeResult> result() {
            return result;
        }
    }
}
