package app.pitot.compare;

import app.pitot.exchange.Exchanges;
import app.pitot.quota.PreFlight;
import app.pitot.quota.WindowState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Whether the windows have room for the requests of a race all together. Admitted one after the other and then held back until
 * all are, they would meet a window that holds less than their sum: it does not fill beyond its limit meanwhile.
 */
final class Together {
    /** The provider may count a prompt larger than we do. */
    private static final double SPARE_SHARE = 0.15;
    private static final long SPARE_TOKENS = 8;

    private final Exchanges exchanges;

    /** A lane and what one request of it needs. */
    record Entrant(Lane lane, Object pool, PreFlight check) {
        private long tokens() {
            return check.tokens() + SPARE_TOKENS + (long) (SPARE_SHARE * check.inputTokens());
        }
    }

    /** @param lane index of the first that waits @param waitMs above 0 */
    record Held(int lane, double waitMs, WindowState window) {}

    /** One that can never run beside those before it. @param requests with it @param tokens with it */
    record TooMany(Entrant entrant, WindowState window, int requests, long tokens) {}

    Together(Exchanges exchanges) {
        this.exchanges = exchanges;
    }

    /** Those for which a window of theirs is too small, by the order of the lanes; may be empty. */
    List<TooMany> tooMany(List<Entrant> entrants) {
        List<TooMany> tooMany = new ArrayList<>();
        pools(entrants).forEach((_, sharing) -> {
            var tanks = tanks(sharing);
            var tokens = 0L;
            var requests = 0;
            for (var entrant : sharing) {
                var all = tokens + entrant.check().tokens();
                var count = requests + 1;
                var full = tanks.stream().filter(tank -> tank.tooSmallFor(count, all)).findFirst();
                if (full.isPresent()) {
                    tooMany.add(new TooMany(entrant, full.get().window(), count, all));
                } else {
                    tokens = all;
                    requests = count;
                }
            }
        });
        return tooMany;
    }

    /** What keeps them from leaving now all at once, for the longest time; null if nothing does. */
    Held held(List<Entrant> entrants) {
        Held longest = null;
        for (var sharing : pools(entrants).values()) {
            var tokens = sharing.stream().mapToLong(Entrant::tokens).sum();
            for (var tank : tanks(sharing)) {
                var wait = tank.when(0, sharing.size(), tokens);
                if (wait > 0 && (longest == null || wait > longest.waitMs())) {
                    longest = new Held(sharing.getFirst().lane().index(), wait, tank.window());
                }
            }
        }
        return longest;
    }

    private static Map<Object, List<Entrant>> pools(List<Entrant> entrants) {
        return entrants.stream().collect(Collectors.groupingBy(Entrant::pool));
    }

    private List<Tank> tanks(List<Entrant> sharing) {
        var lane = sharing.getFirst().lane();
        return Tank.of(exchanges.quota(lane.account(), lane.model()).windows());
    }
}
