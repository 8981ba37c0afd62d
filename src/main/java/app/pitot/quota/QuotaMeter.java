package app.pitot.quota;

import app.pitot.api.LimitReading;
import app.pitot.base.Clocks;
import app.pitot.provider.Metric;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Period;
import app.pitot.provider.Plan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/** The windows of one account and model: what is left, what is in flight, what comes back when. Safe from any thread. */
public final class QuotaMeter {
    /** The size of a request before the first one was seen. */
    private static final double TYPICAL_TOKENS = 1_000;
    private static final double TYPICAL_WEIGHT = 0.3;
    private static final int TOO_MANY = 429;

    private final Timeline timeline;
    private final Plan plan;
    private final ModelInfo usual;
    private final Windows windows;
    private final Admission admission;
    private final History history;
    private final DayTrack day;
    private final Reports reports;
    private final Doubt doubt = new Doubt();
    private long sequence;
    private Admission.Size typical = new Admission.Size(TYPICAL_TOKENS, 0);
    // The size of the request that was last checked: what refuses it first is what the gauges put first.
    private Admission.Size asked;
    private boolean anySent;
    private Headers headers = Headers.NONE;

    /** @param plan null if nothing is known: windows then appear with the first headers that name them */
    public QuotaMeter(Clocks clocks, Plan plan) {
        this(clocks, plan, null);
    }

    /** @param usual gives prices for requests that name no model; may be null */
    public QuotaMeter(Clocks clocks, Plan plan, ModelInfo usual) {
        this.usual = usual;
        this.timeline = new Timeline(clocks);
        this.plan = plan;
        var now = timeline.now();
        windows = new Windows(plan, now);
        admission = new Admission(windows.all(), plan);
        history = new History(windows);
        reports = new Reports(windows, history);
        day = new DayTrack(timeline);
    }

    /** The same for the usual model. */
    public Reservation reserve(long inputTokens, Integer maxTokens) {
        return reserve(inputTokens, maxTokens, usual);
    }

    /**
     * Takes a request out of the windows, whether or not it fits.
     *
     * @param maxTokens may be null
     * @param model gives prices, for windows that count money; may be null
     */
    public Reservation reserve(long inputTokens, Integer maxTokens, ModelInfo model) {
        return reserve(inputTokens, null, maxTokens, model);
    }

    /** The same for a prompt of which we know how far the estimate may be off. */
    public Reservation reserve(InputEstimate.Guess input, Integer maxTokens, ModelInfo model) {
        return reserve(input.likely(), input, maxTokens, model);
    }

    private synchronized Reservation reserve(long inputTokens, InputEstimate.Guess guess, Integer maxTokens,
            ModelInfo model) {
        var now = advance();
        windows.note(now);
        var output = Admission.output(plan, inputTokens, maxTokens);
        var reservation = new Reservation(++sequence, inputTokens, output,
                Admission.micros(inputTokens, output, model), now.nanos());
        history.sent(new Flight(reservation, maxTokens != null, guess,
                model != null && Admission.over(model.contextUnder(plan), inputTokens, maxTokens)), now);
        windows.all().forEach(Window::changed);
        windows.note(now);
        reports.sent(reservation, now);
        var size = new Admission.Size(reservation.tokens(), reservation.costMicros());
        typical = anySent ? typical.towards(size, TYPICAL_WEIGHT) : size;
        anySent = true;
        return reservation;
    }

    /** Tokens that such a request sets aside. */
    public long needs(long inputTokens, Integer maxTokens) {
        return inputTokens + Admission.output(plan, inputTokens, maxTokens);
    }

    /**
     * Takes a request out of the windows if all of them admit it now, in one step with the look at them, so that no two
     * requests take the same room. A little more than the request itself must be left: our figures are never finer than
     * the way to the provider and our estimate of the prompt.
     */
    public synchronized Turn reserveIfFits(InputEstimate.Guess input, Integer maxTokens, ModelInfo model) {
        var turn = turn(input, maxTokens, model);
        return turn == null ? new Turn(reserve(input, maxTokens, model), 0.0, null) : turn;
    }

    /** What {@link #reserveIfFits} would say, with nothing taken; null if the request may leave. */
    public synchronized Turn turn(InputEstimate.Guess input, Integer maxTokens, ModelInfo model) {
        var now = advance();
        var inputTokens = input.likely();
        var output = Admission.output(plan, inputTokens, maxTokens);
        var size = new Admission.Size(inputTokens + output, Admission.micros(inputTokens, output, model));
        var spare = Math.max(doubt.of(inputTokens, history.active()),
                input.most() - inputTokens + history.moreTokens());
        var held = admission.held(size, spare, history::perhaps, now);
        return held == null
                ? null
                : new Turn(null, held.waitMs(), Gauges.state(held.window(), history.active(), now, true));
    }

    /** The request began to leave at {@code nanos}, a ticker reading. To be told before its headers. */
    public synchronized void left(Reservation reservation, long nanos) {
        var flight = history.find(reservation);
        if (flight != null) {
            flight.left(nanos);
        }
    }

    /** Headers of the answer to {@code reservation} have come. Older answers never overwrite newer ones. */
    public synchronized void observe(Reservation reservation, List<LimitReading> readings) {
        observe(reservation, readings, false);
    }

    /** The same where the status has told, too, whether the provider let the request in. */
    public synchronized void observe(Reservation reservation, List<LimitReading> readings, int status) {
        var flight = history.find(reservation);
        if (flight != null && (status / 100 == 2 || status == TOO_MANY)) {
            flight.admitted(status != TOO_MANY);
        }
        observe(reservation, readings, false);
    }

    /**
     * The words of a refusal named the window that refused {@code reservation}, perhaps with its figures. They are a
     * reading like a header, and where they give no figure they say that less was left than the request needed.
     */
    public synchronized void refused(Reservation reservation, LimitReading window) {
        observe(reservation, List.of(window), true);
    }

    private void observe(Reservation reservation, List<LimitReading> readings, boolean refusal) {
        var now = advance();
        var flight = history.find(reservation);
        if (flight == null) {
            return;
        }
        windows.note(now);
        reports.answered(flight, readings, refusal, now);
        windows.note(now);
        day.reported(windows.all(), this::reserved, now);
    }

    /**
     * The lines of the answer to {@code reservation} that told of limits, for whoever looks closer. To be called before the
     * request is settled.
     *
     * @param lines none with a secret
     */
    public synchronized void headers(Reservation reservation, List<RawHeader> lines) {
        var flight = history.find(reservation);
        if (flight != null && !lines.isEmpty() && reservation.id() > headers.sequence()) {
            var at = flight.answered() == null ? timeline.now() : flight.answered();
            headers = new Headers(reservation.id(), lines, Instant.ofEpochMilli(at.wallMillis()));
        }
    }

    /** The newest lines that told of limits. */
    private record Headers(long sequence, List<RawHeader> lines, Instant at) {
        static final Headers NONE = new Headers(-1, List.of(), null);
    }

    /** Where the figures of one window come from; null if there is no such window. */
    public synchronized WindowDetails details(Metric metric, Period period) {
        var now = advance();
        var window = windows.find(metric, period);
        if (window == null) {
            return null;
        }
        var planned = plan == null
                ? null
                : plan.limits().stream().filter(l -> l.metric() == metric && l.period() == period).findFirst()
                        .orElse(null);
        return new WindowDetails(
                Gauges.state(window, history.active(), now, window == admission.binding(bindingSize())), planned,
                headers.lines(), headers.at(), window.trail().samples(window, now));
    }

    private Admission.Size bindingSize() {
        return asked == null ? typical : asked;
    }

    /**
     * The provider told of the windows apart from any reply. Its counters may not yet have the requests of the last minute, so
     * that a figure is taken as it is only if it agrees with what was sent since.
     */
    public synchronized void told(List<LimitReading> readings) {
        var now = advance();
        windows.note(now);
        reports.told(readings, sequence, now);
        windows.note(now);
        day.reported(windows.all(), this::reserved, now);
    }

    /** The request has ended; its reservation becomes what it used. Calling twice for one reservation has no effect. */
    public synchronized void settle(Reservation reservation, Settlement settlement) {
        var now = advance();
        var flight = history.find(reservation);
        if (flight == null) {
            return;
        }
        windows.note(now);
        flight.settle(settlement, now);
        doubt.learn(flight, settlement);
        var before = windows.all().stream().map(Window::left).toList();
        history.ended(flight, now);
        // A window that stands as before still shows what its header said.
        for (var i = 0; i < before.size(); i++) {
            if (Math.abs(windows.all().get(i).left() - before.get(i)) > Window.HAIR) {
                windows.all().get(i).changed();
            }
        }
        windows.note(now);
        if (settlement.kind() != Settlement.Kind.NOT_SENT) {
            day.count(now, flight::charged, settlement.kind() == Settlement.Kind.REFUSED);
        }
    }

    /** The same where nobody wrote down how the windows stood. */
    public void restore(List<PastUse> earlier) {
        restore(earlier, List.of());
    }

    /**
     * Adds what earlier runs of the app, and others that run, have used; only windows that began before count it. To be called
     * once.
     *
     * @param earlier requests since the longest window began, ended or given up
     * @param levels where windows stood after the newest reply before
     */
    public synchronized void restore(List<PastUse> earlier, List<KeptLevel> levels) {
        var now = advance();
        for (var use : earlier.stream().sorted(Comparator.comparing(PastUse::at)).toList()) {
            day.count(Pace.past(use.at(), now), use::charged, use.refused());
        }
        var known = new HashMap<Window, KeptLevel>();
        for (var level : levels) {
            var window = windows.recall(level, now);
            if (window != null) {
                known.put(window, level);
                history.adjust(window, window.recall(level, now));
            }
        }
        for (var window : windows.all()) {
            var gone = Restoring.gone(window, known.get(window), earlier, now);
            window.take(gone);
            history.adjust(window, -gone);
            if (gone != 0 && (known.get(window) == null || earlier.stream().anyMatch(use -> use.endedAt() == null
                    || use.endedAt().isAfter(known.get(window).at())))) {
                window.changed();
            }
        }
        history.workOut(now);
        windows.note(now);
        day.reported(windows.all(), this::reserved, now);
    }

    /** Another run of the app sent a request. @return what to name it by when it ends */
    public synchronized Reservation sentElsewhere(PastUse use) {
        var now = advance();
        var at = Pace.past(use.at(), now);
        var reservation = new Reservation(++sequence, use.reservedTokens(), 0, 0, at.nanos());
        var flight = new Flight(reservation, true, null, false);
        var ended = use.settlement() == null ? null : Pace.past(use.endedAt(), now);
        if (ended != null) {
            flight.settle(use.settlement(), ended);
        }
        history.sentElsewhere(flight, at, ended, now);
        elsewhere(flight, ended, now);
        return reservation;
    }

    /** A request of another run of the app has ended. */
    public synchronized void endedElsewhere(Reservation reservation, PastUse use) {
        var now = advance();
        var flight = history.find(reservation);
        if (flight != null) {
            var ended = Pace.past(use.endedAt(), now);
            flight.settle(use.settlement(), ended);
            history.endedElsewhere(flight, ended, now);
            elsewhere(flight, ended, now);
        }
    }

    private void elsewhere(Flight flight, Now ended, Now now) {
        windows.all().forEach(Window::changed);
        windows.note(now);
        if (ended != null && flight.settlement().kind() != Settlement.Kind.NOT_SENT) {
            day.count(ended, flight::charged, flight.settlement().kind() == Settlement.Kind.REFUSED);
        }
    }

    /** The same without the day, in the order of their periods. */
    public synchronized List<WindowState> windows() {
        var now = advance();
        return windows.all().stream().map(window -> Gauges.state(window, history.active(), now, false)).toList();
    }

    /** All windows as of now. */
    public synchronized QuotaSnapshot snapshot() {
        var now = advance();
        var binding = admission.binding(bindingSize());
        var states = new ArrayList<WindowState>();
        for (var window : windows.all()) {
            var state = Gauges.state(window, history.active(), now, window == binding);
            if (window == binding) {
                states.addFirst(state);
            } else {
                states.add(state);
            }
        }
        return new QuotaSnapshot(states, day.use(windows.all(), this::reserved, now), reports.corrections(plan));
    }

    /** Would a request with this input and cap pass now? {@code model} gives context and prices; never null. */
    public PreFlight preFlight(long inputTokens, Integer maxTokens, ModelInfo model) {
        return preFlight(InputEstimate.Guess.exactly(inputTokens), maxTokens, model);
    }

    /** The same for a prompt that may be larger than is likely: a wait is long enough for that, too. */
    public PreFlight preFlight(InputEstimate.Guess input, Integer maxTokens, ModelInfo model) {
        return preFlight(input, maxTokens, model, Promised.NOTHING);
    }

    /** The same where some of what is left is promised to others. */
    public synchronized PreFlight preFlight(InputEstimate.Guess input, Integer maxTokens, ModelInfo model,
            Promised promised) {
        var now = advance();
        var inputTokens = input.likely();
        var output = Admission.output(plan, inputTokens, maxTokens);
        asked = new Admission.Size(inputTokens + output, Admission.micros(inputTokens, output, model));
        return admission.check(input, maxTokens, model, new Admission.Slack(history::more, history::less, promised),
                now,
                window -> Gauges.state(window, history.active(), now, true));
    }

    private Now advance() {
        var now = timeline.now();
        windows.advance(now);
        if (timeline.jumped()) {
            windows.doubt();
        }
        return now;
    }

    private long reserved(Window window) {
        return Gauges.reserved(window, history.active());
    }
}
