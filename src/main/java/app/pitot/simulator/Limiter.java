package app.pitot.simulator;

import app.pitot.base.Clocks;
import app.pitot.provider.Metric;
import app.pitot.provider.Plan;
import app.pitot.simulator.SimulatorState.LimitState;
import app.pitot.simulator.Window.Moment;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Enforces a plan for the whole organisation, whatever the key: every window must admit the request's
 * reservation, which is charged at once and becomes the real usage when the reply has ended. Which models share windows
 * is the dialect's rule. A bucket goes on refilling
 * while a reservation is out, and never holds more than its limit. Safe from any thread.
 */
final class Limiter {
    private static final int RECENT = 64;

    private record Open(long tokens, List<Window> windows, long[] chargedTo, LocalDate day) {}

    private final Plan plan;
    private final Voice voice;
    private final Clocks clocks;
    private final Map<String, List<Window>> pools = new LinkedHashMap<>();
    private final Map<Long, Open> open = new HashMap<>();
    private final ArrayDeque<SimulatorState.Reply> recent = new ArrayDeque<>();
    private long admitted;
    private long refused;
    private long tokens;
    private LocalDate day;
    private long admittedToday;
    private long tokensToday;

    /**
     * What a request wants.
     *
     * @param input its prompt's tokens, exact
     * @param output tokens that it sets aside for the reply
     */
    record Ask(String model, long input, long output) {
        long need() {
            return input + output;
        }
    }

    Limiter(Plan plan, Clocks clocks, Voice voice) {
        this.plan = plan;
        this.voice = voice;
        this.clocks = clocks;
        var start = now();
        for (var model : voice.models().served()) {
            var pool = voice.rules().pool(plan, model);
            pools.computeIfAbsent(pool.name(),
                    _ -> pool.limits().stream().map(limit -> Window.of(limit, start)).toList());
        }
        day = dayOf(start);
    }

    /** Admits and charges input plus output, or refuses and charges nothing. */
    synchronized Verdict reserve(Ask ask) {
        var now = roll();
        var need = ask.need();
        var windows = windows(ask.model());
        var refusing = windows.stream().filter(window -> !window.admits(window.cost(need), now))
                .max(Comparator.comparingDouble(window -> window.waitSeconds(window.cost(need), now)));
        if (refusing.isPresent()) {
            refused++;
            return refused(Over.of(plan, ask.model(), refusing.get(), refusing.get().cost(need), now), windows, now);
        }
        admitted++;
        admittedToday++;
        tokens += need;
        tokensToday += need;
        var chargedTo = windows.stream().mapToLong(window -> window.charge(window.cost(need), now)).toArray();
        open.put(admitted, new Open(need, windows, chargedTo, day));
        return new Verdict.Admitted(admitted, voice.rates().admitted(windows, now));
    }

    /** The reply is complete: the reservation becomes what was really used. */
    synchronized void settle(long id, long prompt, long completion) {
        var reservation = open.remove(id);
        if (reservation == null)
            return;
        var now = roll();
        var delta = prompt + completion - reservation.tokens();
        var windows = reservation.windows();
        for (int i = 0; i < windows.size(); i++) {
            if (windows.get(i).limit().metric() != Metric.REQUESTS)
                windows.get(i).correct(reservation.chargedTo()[i], delta, now);
        }
        tokens += delta;
        if (reservation.day().equals(day))
            tokensToday += delta;
    }

    /** The client left or was cut off: as far as it can know, the provider finishes and bills, so the charge stays. */
    synchronized void keep(long id) {
        open.remove(id);
    }

    /** Remembers what a finished reply really was. */
    synchronized void note(SimulatorState.Reply reply) {
        if (recent.size() == RECENT)
            recent.removeFirst();
        recent.add(reply);
    }

    synchronized Map<String, String> headers(String model) {
        return voice.rates().admitted(windows(model), roll());
    }

    /** Refuses as if that limit were used up; nothing in the books changes. */
    synchronized Verdict.Refused pretend(Over over) {
        return refused(over, windows(over.model()), roll());
    }

    synchronized SimulatorState state() {
        var now = roll();
        var limits = new ArrayList<LimitState>();
        pools.forEach((pool, windows) -> windows.forEach(window -> limits.add(new LimitState(pool, window.limit(),
                window.remaining(now), window.remainingFloor(now), window.resetSeconds(now)))));
        var reserved = open.values().stream().mapToLong(Open::tokens).sum();
        return new SimulatorState(plan.id(), limits, admitted, refused, open.size(), reserved, tokens, day,
                admittedToday,
                tokensToday, List.copyOf(recent), List.of(), List.of());
    }

    private List<Window> windows(String model) {
        return pools.getOrDefault(voice.rules().pool(plan, model).name(), List.of());
    }

    private Verdict.Refused refused(Over over, List<Window> windows, Moment now) {
        return new Verdict.Refused(voice.errors().overLimit(over), voice.rates().refused(windows, over, now));
    }

    private Moment roll() {
        var now = now();
        var today = dayOf(now);
        if (today.isAfter(day)) {
            day = today;
            admittedToday = 0;
            tokensToday = 0;
        }
        return now;
    }

    private Moment now() {
        return new Moment(clocks.nanos(), clocks.now());
    }

    private static LocalDate dayOf(Moment now) {
        return LocalDate.ofInstant(now.wall(), ZoneOffset.UTC);
    }
}
