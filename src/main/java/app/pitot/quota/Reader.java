package app.pitot.quota;

import app.pitot.provider.Metric;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads headers. Right after it admitted a request the provider showed what it had left, so the header tells how much it
 * set aside for that request by its own estimate. Where that is believable we take it over, and the level needs no
 * correction; where it is not, somebody else uses this quota too, and the header wins.
 */
final class Reader {
    /** Whether the provider sets tokens aside for the answer; null until a header has told. */
    private Boolean reservesOutput;
    private final Map<Window, Streak> streaks = new HashMap<>();

    Boolean reservesOutput() {
        return reservesOutput;
    }

    void reservesOutput(Boolean known) {
        reservesOutput = known;
    }

    /** By window, what headers that were explained one by one have in common. */
    Map<Window, Streak> streaks() {
        return Map.copyOf(streaks);
    }

    void streaks(Map<Window, Streak> known) {
        streaks.clear();
        streaks.putAll(known);
    }

    /**
     * The windows stand as {@code flight} left them.
     *
     * @param before other requests in flight then: some may have been admitted later, refused, or over already
     * @param later requests that were sent before its headers came: some may have been admitted earlier
     */
    void read(Flight flight, List<Flight> before, List<Flight> later) {
        if (flight.seen().isEmpty()) {
            return;
        }
        var alone = later.isEmpty()
                && before.stream().allMatch(other -> other.certain() && other.surelyRanWhen(flight));
        flight.seen().forEach(seen -> compare(seen, flight, before, later));
        if (flight.holds()) {
            adoptTokens(flight, alone);
            if (alone) {
                adoptRequests(flight);
            }
        }
        for (var seen : flight.seen()) {
            if (!flight.counts(seen.window())) {
                continue;
            }
            if (seen.kind() == Flight.Kind.LESS) {
                lessThan(seen, flight);
            } else if (!explained(seen, flight, before, later)) {
                correct(seen);
            }
        }
    }

    /** What this header says, together with those before it, beyond the order of requests and the doubt about this one's size. */
    private void compare(Flight.Seen seen, Flight flight, List<Flight> before, List<Flight> later) {
        var window = seen.window();
        if (seen.kind() != Flight.Kind.LEFT || !flight.counts(window) || seen.remaining() <= 0) {
            return;
        }
        var off = window.left() - seen.remaining();
        var tokens = window.metric().isTokens() && flight.holds();
        var above = 1 + (tokens ? OutputRule.above(flight) : 0);
        var below = -1 - seen.refilled() - (tokens ? OutputRule.below(flight) : 0);
        for (var other : before) {
            below -= (other.surelyRanWhen(flight) ? 0 : most(other, window))
                    + (tokens(other, window) ? OutputRule.below(other) : 0);
            above += tokens(other, window) ? OutputRule.above(other) : 0;
        }
        for (var other : later) {
            above += most(other, window) + (tokens(other, window) ? OutputRule.above(other) : 0);
        }
        var surplus = off > above ? off - above : off < below ? off - below : 0;
        var streak = Streak.next(streaks.get(window), window.turn(), surplus);
        var certain = streak.certain();
        window.take(certain);
        streaks.put(window, certain == 0 ? streak : new Streak(window.turn(), 0, 0));
    }

    /** True if what it holds of the window is but our estimate. */
    private static boolean tokens(Flight other, Window window) {
        return window.metric().isTokens() && other.holds() && !other.confirmed();
    }

    /** Windows that refill slowly tell the amount best. */
    private void adoptTokens(Flight flight, boolean alone) {
        var best = flight.seen().stream()
                .filter(seen -> seen.kind() == Flight.Kind.LEFT && seen.window().metric().isTokens()
                        && seen.window().limit() != null && flight.counts(seen.window()))
                .min(Comparator.comparingDouble(seen -> seen.window().rate())).orElse(null);
        if (best == null) {
            return;
        }
        var implied = (long) Math.floor(flight.tokens() + best.window().left() - best.remaining() + Window.HAIR);
        if (believable(flight, implied, alone)) {
            flight.confirm(alone || Math.abs(implied - flight.asked(Metric.TOKENS)) <= 3 * OutputRule.unsure(flight));
            var change = implied - flight.tokens();
            flight.holdTokens(implied);
            flight.windows().stream().filter(window -> window.metric().isTokens())
                    .forEach(window -> window.take(change));
        }
    }

    private boolean believable(Flight flight, long implied, boolean alone) {
        if (!alone) {
            // Too many other ways to come by this amount.
            var off = implied - flight.asked(Metric.TOKENS);
            return implied > 0 && off <= OutputRule.above(flight) && off >= -OutputRule.below(flight);
        }
        if (implied <= 0) {
            return implied == 0;
        }
        var reserves = OutputRule.AS_ESTIMATED.explains(flight, implied)
                || OutputRule.AT_MOST_16K.explains(flight, implied);
        var waits = OutputRule.NONE.explains(flight, implied);
        if (!flight.capped() && waits) {
            // Also a provider that sets a cap aside may set nothing aside where there is none: that tells no rule.
            return true;
        }
        if (reserves != waits && reservesOutput == null) {
            reservesOutput = reserves;
        }
        return reservesOutput == null ? reserves || waits : reservesOutput ? reserves : waits;
    }

    /** One request was taken, or none if it was refused. */
    private static void adoptRequests(Flight flight) {
        for (var seen : flight.seen()) {
            if (seen.kind() != Flight.Kind.LEFT || seen.window().metric() != Metric.REQUESTS
                    || !flight.counts(seen.window())
                    || flight.tokens() > 0 && explained(seen, flight, List.of(), List.of())) {
                continue;
            }
            seen.window().take(-1);
            var none = explained(seen, flight, List.of(), List.of());
            seen.window().take(1);
            if (none) {
                flight.holdRequests(0);
                flight.windows().stream().filter(window -> window.metric() == Metric.REQUESTS)
                        .forEach(window -> window.take(-1));
                return;
            }
        }
    }

    /**
     * The reading is what we expect, give or take refill, rounding and the order in which our own requests were admitted.
     * What others use while several of ours run may so be seen only with the next quiet header.
     */
    private static boolean explained(Flight.Seen seen, Flight flight, List<Flight> before, List<Flight> later) {
        var window = seen.window();
        if (seen.remaining() == 0 && window.left() < 1) {
            // A header does not go below 0: how far a window is overdrawn, only we know.
            return true;
        }
        var surplus = window.left() - seen.remaining();
        var atLeast = -seen.refilled() - Window.HAIR;
        // What refills has a fraction, which the header rounds down.
        var lessThan = window.rate() == 0 ? Window.HAIR : 1 - Window.HAIR;
        for (var other : before) {
            atLeast -= (other.surelyRanWhen(flight) ? 0 : most(other, window)) + room(other, window);
            lessThan += room(other, window);
        }
        for (var other : later) {
            atLeast -= room(other, window);
            lessThan += most(other, window) + room(other, window);
        }
        return surplus >= atLeast && surplus < lessThan;
    }

    private static double most(Flight other, Window window) {
        return Math.max(other.held(window.metric()), other.charged(window.metric()));
    }

    private static double room(Flight other, Window window) {
        return OutputRule.room(other, window.metric());
    }

    /**
     * A window refused and did not say what it had. If we were sure that it would pass, others have used it, and nobody
     * knows how much of it: then nothing is left until it says more. If not, the request was a little larger than we thought.
     */
    private static void lessThan(Flight.Seen seen, Flight flight) {
        var window = seen.window();
        var before = window.left() + flight.held(window.metric());
        if (before + Window.HAIR >= seen.remaining() + (window.metric().isTokens() ? flight.more() : 0)) {
            window.take(before);
        }
    }

    private static void correct(Flight.Seen seen) {
        var left = seen.window().left();
        seen.window().take(left - Math.clamp(left, seen.remaining() - seen.refilled(), seen.remaining()));
    }
}
