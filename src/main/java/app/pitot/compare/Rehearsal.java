package app.pitot.compare;

import app.pitot.exchange.Exchanges;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Works out how long requests will take under the windows as they stand now. */
final class Rehearsal {
    private final Map<Object, List<Tank>> pools = new HashMap<>();

    /** @param lanes those whose requests are to come */
    Rehearsal(Exchanges exchanges, List<Lane> lanes) {
        for (var lane : lanes) {
            pools.computeIfAbsent(exchanges.pool(lane.account(), lane.model()),
                    _ -> Tank.of(exchanges.quota(lane.account(), lane.model()).windows()));
        }
    }

    /** Milliseconds for all, one after the other; null if one of them never fits. To be called once. */
    Double inTurn(Iterable<Load> loads) {
        var now = 0.0;
        for (var load : loads) {
            var admitted = admit(load, now);
            if (admitted == null) {
                return null;
            }
            now = admitted + load.tookMs();
            for (var tank : pools.get(load.pool())) {
                tank.settle(now, load.reserved() - load.used());
            }
        }
        return now;
    }

    /** The same for all at once, which begin when the last of them may. */
    Double atOnce(Iterable<Load> loads) {
        var start = 0.0;
        var longest = 0.0;
        for (var load : loads) {
            var admitted = admit(load, 0);
            if (admitted == null) {
                return null;
            }
            start = Math.max(start, admitted);
            longest = Math.max(longest, load.tookMs());
        }
        return start + longest;
    }

    private Double admit(Load load, double from) {
        var tanks = pools.get(load.pool());
        if (tanks.stream().anyMatch(tank -> tank.tooSmallFor(load.reserved()))) {
            return null;
        }
        var now = from;
        for (var before = -1.0; before != now;) {
            before = now;
            for (var tank : tanks) {
                now = tank.when(now, load.reserved());
            }
        }
        for (var tank : tanks) {
            tank.take(now, load.reserved());
        }
        return now;
    }
}
