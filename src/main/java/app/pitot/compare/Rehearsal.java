package app.pitot.compare;

import app.pitot.exchange.Exchanges;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Works out how long requests will take under the windows as they stand now. Of use once. */
final class Rehearsal {
    private final Map<Object, List<Tank>> pools = new HashMap<>();

    /** @param lanes those whose requests are to come */
    Rehearsal(Exchanges exchanges, List<Lane> lanes) {
        for (var lane : lanes) {
            pools.computeIfAbsent(exchanges.pool(lane.account(), lane.model()),
                    _ -> Tank.of(exchanges.quota(lane.account(), lane.model()).windows()));
        }
    }

    /** For windows that are known from elsewhere. */
    Rehearsal(Object pool, List<Tank> tanks) {
        pools.put(pool, tanks);
    }

    /** Milliseconds for all, one after the other; null if one of them never fits. */
    Double inTurn(Collection<Load> loads) {
        var now = 0.0;
        for (var load : loads) {
            var tanks = pools.get(load.pool());
            if (tanks.stream().anyMatch(tank -> tank.tooSmallFor(load.requests(), load.reserved()))) {
                return null;
            }
            now = admitted(tanks, load, now);
            for (var tank : tanks) {
                tank.take(now, load.requests(), load.reserved());
            }
            now += load.tookMs();
            for (var tank : tanks) {
                tank.settle(now, load.reserved() - load.used());
            }
        }
        return now;
    }

    /** No window that has room for it loses that before the others have. */
    private static double admitted(List<Tank> tanks, Load load, double from) {
        var now = from;
        for (var tank : tanks) {
            now = Math.max(now, tank.when(from, load.requests(), load.reserved()));
        }
        return now;
    }

    /** The same for all at once, which begin when there is room for all. */
    Double atOnce(Collection<Load> loads) {
        var start = 0.0;
        for (var each : loads.stream().collect(Collectors.groupingBy(Load::pool)).entrySet()) {
            var requests = each.getValue().stream().mapToInt(Load::requests).sum();
            var tokens = each.getValue().stream().mapToLong(Load::reserved).sum();
            for (var tank : pools.get(each.getKey())) {
                if (tank.tooSmallFor(requests, tokens)) {
                    return null;
                }
                start = Math.max(start, tank.when(0, requests, tokens));
            }
        }
        return start + loads.stream().mapToDouble(Load::tookMs).max().orElse(0);
    }
}
