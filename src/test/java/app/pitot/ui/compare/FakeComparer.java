package app.pitot.ui.compare;

import app.pitot.api.ApiError;
import app.pitot.api.ErrorKind;
import app.pitot.api.Outcome;
import app.pitot.api.Served;
import app.pitot.base.Provenance;
import app.pitot.compare.Comparer;
import app.pitot.compare.Comparison;
import app.pitot.compare.Estimate;
import app.pitot.compare.Lane;
import app.pitot.compare.LaneFacts;
import app.pitot.compare.RunningComparison;
import app.pitot.compare.Sample;
import app.pitot.exchange.ExchangeResult;
import app.pitot.exchange.Phase;
import app.pitot.exchange.RunningExchange;
import app.pitot.exchange.Waiting;
import app.pitot.provider.Account;
import app.pitot.speed.Rhythm;
import app.pitot.speed.SpeedCurve;
import app.pitot.speed.SpeedReading;
import app.pitot.speed.TokenBasis;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Comparisons that a test plays by hand: no thread, no network. */
final class FakeComparer implements Comparer {
    final List<Playing> started = new ArrayList<>();
    final List<Boolean> overBudget = new ArrayList<>();
    final List<Account> gone = new ArrayList<>();
    final List<Run> weighed = new ArrayList<>();
    Estimate estimate = new Estimate(24, 31_400, 47_200.0, new BigDecimal("0.0123"), List.of(), List.of());

    @Override
    public Estimate estimate(Run run) {
        weighed.add(run);
        return estimate;
    }

    @Override
    public RunningComparison start(Run run, boolean over) {
        var playing = new Playing(run);
        started.add(playing);
        overBudget.add(over);
        return playing;
    }

    @Override
    public RunningComparison again(Comparison past, Run run, int lane, boolean over) {
        var playing = new Playing(run);
        playing.past = past;
        started.add(playing);
        overBudget.add(over);
        return playing;
    }

    @Override
    public void gone(Account account) {
        gone.add(account);
    }

    Playing last() {
        return started.getLast();
    }

    /** A reading with what the tests look at. */
    static SpeedReading speed(Double tokensPerSecond, Double ttftMs, Integer tokens, boolean live, double silentMs) {
        return new SpeedReading(null, true, ttftMs, ttftMs, ttftMs == null ? null : ttftMs + 400, tokensPerSecond,
                tokensPerSecond, null, null, tokens, null, 100, live ? TokenBasis.ESTIMATE : TokenBasis.USAGE, live,
                null, silentMs, silentMs > 1_000, 10, Rhythm.NONE, Set.of());
    }

    /** One that a test moves. */
    static final class Playing implements RunningComparison {
        final Run run;
        final CompletableFuture<Comparison> result = new CompletableFuture<>();
        final List<Sample> samples = new ArrayList<>();
        final List<Request> now = new ArrayList<>();
        final List<String> stopped = new ArrayList<>();
        final List<Integer> told = new ArrayList<>();
        final Map<Integer, Turn> turns = new HashMap<>();
        final Double[] retry;
        Progress progress;
        /** What one lane is asked again of; null if all are asked. */
        Comparison past;
        boolean cancelled;
        private boolean paused;

        Playing(Run run) {
            this.run = run;
            int lanes = run.lanes().size();
            for (int at = 0; at < lanes; at++) {
                now.add(null);
                stopped.add(null);
            }
            this.retry = new Double[lanes];
            this.progress = new Progress(1, run.setup().rounds(), 0, lanes * run.setup().rounds(), null, 0, -1, null,
                    false);
        }

        /** The lane is asked. */
        Request ask(int lane) {
            var request = new Request(lane + "-" + samples.size());
            now.set(lane, request);
            return request;
        }

        /** Its request ends well. */
        Sample end(int lane, int round, double tokensPerSecond) {
            return end(lane, round, Outcome.COMPLETE, speed(tokensPerSecond, 142.0, 1_204, false, 0), null);
        }

        Sample fail(int lane, int round, ErrorKind kind, Double retrySeconds) {
            return end(lane, round, Outcome.REFUSED, SpeedReading.NONE,
                    new ApiError(kind, 429, null, "too many", retrySeconds, null));
        }

        private Sample end(int lane, int round, Outcome outcome, SpeedReading speed, ApiError error) {
            var request = now.get(lane);
            request.phase = Phase.ENDED;
            var sample = new Sample(request.id, lane, round, 0, Instant.EPOCH, 0, outcome, "stop",
                    request.all.toString(), "", null, speed, SpeedCurve.NONE, new BigDecimal("0.0009"),
                    Provenance.ESTIMATED, null, Served.NONE, "h2", error);
            samples.add(past == null
                    ? sample
                    : new Sample(sample.exchangeId(), lane, round, 0, sample.startedAt(), 0, outcome, "stop",
                            sample.answer(), "", null, speed, SpeedCurve.NONE, sample.cost(), sample.costSource(), null,
                            Served.NONE, "h2", error, true));
            return samples.getLast();
        }

        void finish(Comparison.State state) {
            result.complete(comparison(state, Instant.EPOCH.plusSeconds(72)));
        }

        @Override
        public String id() {
            return "run";
        }

        @Override
        public Progress progress() {
            return new Progress(progress.round(), progress.rounds(), samples.size(), progress.requests(),
                    progress.leftMs(), progress.waitMs(), progress.waitLane(), progress.waitFor(), paused);
        }

        @Override
        public List<LaneNow> lanes() {
            var all = new ArrayList<LaneNow>();
            for (var lane : run.lanes()) {
                var mine = samples.stream().filter(sample -> sample.lane() == lane.index()).toList();
                all.add(new LaneNow(now.get(lane.index()), mine.isEmpty() ? null : mine.getLast(), mine.size(),
                        stopped.get(lane.index()), retry[lane.index()], turns.get(lane.index())));
            }
            return all;
        }

        @Override
        public void pause() {
            paused = true;
        }

        @Override
        public void resume() {
            paused = false;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }

        @Override
        public void stop(int lane) {
            told.add(lane);
            stopped.set(lane, "Stopped");
        }

        @Override
        public Comparison soFar() {
            return comparison(Comparison.State.RUNNING, null);
        }

        @Override
        public CompletableFuture<Comparison> result() {
            return result;
        }

        private Comparison comparison(Comparison.State state, Instant end) {
            if (past != null) {
                return new Comparison("run", run.setId(), run.name(), Instant.EPOCH, past.endedAt(), "1", run.setup(),
                        "hash", past.lanes(), 1, past.state(),
                        Stream.concat(past.samples().stream(), samples.stream()).toList());
            }
            return new Comparison("run", run.setId(), run.name(), Instant.EPOCH, end, "1", run.setup(),
                    "hash", run.lanes().stream().map((Lane lane) -> LaneFacts.of(lane)).toList(), 1, state, samples);
        }
    }

    /** One request of a lane. */
    static final class Request implements RunningExchange {
        final String id;
        final StringBuilder all = new StringBuilder();
        private final StringBuilder fresh = new StringBuilder();
        Phase phase = Phase.CONNECTING;
        SpeedReading speed = SpeedReading.NONE;
        Waiting waiting;

        Request(String id) {
            this.id = id;
        }

        void write(String text, double tokensPerSecond) {
            phase = Phase.WRITING;
            all.append(text);
            fresh.append(text);
            speed = FakeComparer.speed(tokensPerSecond, 142.0, all.length() / 4, true, 0);
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
        public SpeedReading speed() {
            return speed;
        }

        @Override
        public double quietMs() {
            return 0;
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
            phase = Phase.ENDED;
        }

        @Override
        public CompletableFuture<ExchangeResult> result() {
            throw new UnsupportedOperationException();
        }
    }
}
