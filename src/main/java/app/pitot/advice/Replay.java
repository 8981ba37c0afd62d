package app.pitot.advice;

import app.pitot.provider.Limit;
import app.pitot.provider.Period;
import app.pitot.provider.Refill;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a plan would have allowed of requests that were made under another, each refused one given up. */
final class Replay {
    private static final double HAIR = 1e-6;

    private final Terms terms;
    private final Map<String, List<Level>> pools = new HashMap<>();

    private Replay(Terms terms) {
        this.terms = terms;
    }

    /** The share of the requests, 0 to 1; null if there were none. @param demands in the order of time */
    static Double allowed(Terms terms, List<Demand> demands) {
        var replay = new Replay(terms);
        double wanted = 0;
        double allowed = 0;
        for (var demand : demands) {
            wanted += demand.requests();
            allowed += replay.admit(demand);
        }
        return wanted == 0 ? null : Double.valueOf(Math.min(1, allowed / wanted));
    }

    private double admit(Demand demand) {
        var context = terms.context(demand.model());
        if (!terms.covers(demand.model()) || context != null && demand.tokens() > context) {
            return 0;
        }
        var levels = pools.computeIfAbsent(terms.pool(demand.model()), _ -> terms.of(demand.model()).limits().stream()
                .map(limit -> new Level(limit, demand.at())).toList());
        double most = demand.requests();
        for (var level : levels) {
            most = Math.min(most, level.most(demand));
        }
        for (var level : levels) {
            level.take(most * level.charge(demand));
        }
        return most;
    }

    /** What is left of one limit. */
    private static final class Level {
        private final Limit limit;
        private double left;
        private Instant at;

        Level(Limit limit, Instant at) {
            this.limit = limit;
            this.left = limit.value();
            this.at = at;
        }

        double most(Demand demand) {
            pass(demand.at());
            double need = switch (limit.metric()) {
                case REQUESTS -> 1;
                case TOKENS, UNCACHED_TOKENS -> demand.aside();
                case USD -> 0;
            };
            if (need > limit.value()) {
                return 0;
            }
            if (demand.requests() >= 1) {
                return left + HAIR >= need ? demand.requests() : 0;
            }
            double charge = charge(demand);
            return charge <= 0 ? demand.requests() : Math.clamp(left / charge, 0, demand.requests());
        }

        double charge(Demand demand) {
            return switch (limit.metric()) {
                case REQUESTS -> 1;
                case TOKENS -> demand.tokens();
                case UNCACHED_TOKENS -> Math.max(0, demand.tokens() - demand.cached());
                case USD -> 0;
            };
        }

        void take(double amount) {
            left -= amount;
        }

        private void pass(Instant now) {
            if (!now.isAfter(at)) {
                return;
            }
            if (limit.refill() == Refill.CONTINUOUS) {
                double periods = (double) Duration.between(at, now).toMillis()
                        / limit.period().length().toMillis();
                left = Math.min(limit.value(), left + limit.value() * periods);
            } else if (index(now) > index(at)) {
                left = limit.value();
            }
            at = now;
        }

        private long index(Instant time) {
            var day = time.atZone(ZoneOffset.UTC);
            return limit.period() == Period.MONTH
                    ? day.getYear() * 12L + day.getMonthValue()
                    : Math.floorDiv(time.toEpochMilli(), limit.period().length().toMillis());
        }
    }
}
