package app.pitot.exchange;

import app.pitot.quota.KeptLevel;
import app.pitot.quota.PastUse;
import app.pitot.quota.QuotaMeter;
import app.pitot.quota.Reservation;
import app.pitot.quota.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What other runs of the app use of one meter's windows, each request once however often one hears of it. Safe from any thread. */
final class SharedUse {
    /** A request that has not ended by then never will: its run died. What it had set aside stays charged. */
    static final Duration GIVEN_UP = Duration.ofMinutes(15);

    private final QuotaMeter meter;
    private final Map<String, Running> running = new HashMap<>();
    private final Set<String> ended = new HashSet<>();
    /** Heard of before the past was read; null since. */
    private List<PastUse> early = new ArrayList<>();

    private record Running(Reservation reservation, PastUse use) {}

    SharedUse(QuotaMeter meter) {
        this.meter = meter;
    }

    /**
     * The past has been read.
     *
     * @param earlier without the requests of this run of the app
     * @return true if some of them still run
     */
    synchronized boolean restore(List<PastUse> earlier, List<KeptLevel> levels, Instant now) {
        var over = new ArrayList<PastUse>();
        var open = new ArrayList<PastUse>();
        for (var use : earlier) {
            (use.settlement() == null && use.at().isAfter(now.minus(GIVEN_UP)) ? open : over).add(use);
        }
        meter.restore(over, levels);
        over.stream().map(PastUse::id).forEach(ended::add);
        var waiting = early;
        early = null;
        open.forEach(this::add);
        waiting.forEach(this::add);
        return !running.isEmpty();
    }

    /** Adds one that began or ended. Returns true if that changed something. */
    synchronized boolean add(PastUse use) {
        if (early != null) {
            early.add(use);
            return false;
        }
        if (ended.contains(use.id())) {
            return false;
        }
        var known = running.get(use.id());
        if (use.settlement() == null) {
            if (known != null) {
                return false;
            }
            running.put(use.id(), new Running(meter.sentElsewhere(use), use));
            return true;
        }
        if (known == null) {
            meter.sentElsewhere(use);
        } else {
            meter.endedElsewhere(known.reservation(), use);
            running.remove(use.id());
        }
        ended.add(use.id());
        return true;
    }

    /** Gives up those that have run for too long. Returns true while others run. */
    synchronized boolean giveUp(Instant now) {
        for (var one : List.copyOf(running.values())) {
            var use = one.use();
            if (!use.at().isAfter(now.minus(GIVEN_UP))) {
                add(new PastUse(use.id(), use.at(), now, use.reservedTokens(),
                        Settlement.of(Settlement.Kind.UNKNOWN)));
            }
        }
        return !running.isEmpty();
    }
}
