package app.pitot.advice;

import app.pitot.provider.Billing;
import app.pitot.provider.Metric;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Period;
import app.pitot.provider.Plan;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What a plan allows of a load.
 *
 * @param plan as it holds for the model
 * @param covered false if the plan's limits are for other models
 * @param contextTokens prompt and reply together under this plan; null if unknown
 * @param outputAside tokens that a request sets aside for its reply
 * @param reaches of each limit in force, in the plan's order
 * @param reported of limits that others report and that are not in force
 * @param obstacles why no request passes; empty if requests do
 * @param billing how the plan is paid for; null if unknown
 * @param costPerRequest USD, exact; null if unknown
 * @param credit null if the plan comes with none
 */
public record Planned(Plan plan, ModelInfo model, Load load, boolean covered, Integer contextTokens, long outputAside,
        List<Reach> reaches, List<Reach> reported, List<Obstacle> obstacles, Billing billing, BigDecimal costPerRequest,
        CreditReach credit) {
    public Planned {
        reaches = List.copyOf(reaches);
        reported = List.copyOf(reported);
        obstacles = List.copyOf(obstacles);
    }

    /** True if no request of this size ever passes. */
    public boolean never() {
        return !obstacles.isEmpty();
    }

    /** The limit that binds first; null if none does. */
    public Reach binding() {
        return Reaches.first(reaches, null);
    }

    /** The one that would bind next; null if there is none. */
    public Reach next() {
        return Reaches.first(reaches, binding());
    }

    /** Requests of a day of work that all limits together allow; null without a bound. */
    public Long perDay() {
        if (never()) {
            return 0L;
        }
        var binding = binding();
        return binding == null ? null : binding.perDay();
    }

    /** The same if the limits that others report were in force too. */
    public Long perDayIfReported() {
        var own = perDay();
        var other = Reaches.first(reported, null);
        if (other == null) {
            return own;
        }
        return own == null ? other.perDay() : Long.valueOf(Math.min(own, other.perDay()));
    }

    /** Requests of a minute of work, on and on; null without a bound. */
    public Double perMinute() {
        return never() ? Double.valueOf(0) : Reaches.least(reaches, Reach::perMinute);
    }

    /** Requests of an hour of work, on and on; null without a bound. */
    public Double perHour() {
        return never() ? Double.valueOf(0) : Reaches.least(reaches, Reach::perHour);
    }

    /** Requests that are made in a day: those that are wanted, as far as they are allowed; null without a bound. */
    public Double madePerDay() {
        var allowed = perDay();
        if (load.wanted() == null) {
            return allowed == null ? null : Double.valueOf(allowed);
        }
        double wanted = load.wanted().perDay(load.hours());
        return allowed == null ? wanted : Math.min(wanted, allowed);
    }

    /** Tokens of the requests that are made in a day; null without a bound. */
    public Double tokensPerDay() {
        var made = madePerDay();
        return made == null ? null : Double.valueOf(made * load.tokens());
    }

    /** USD; null if unknown or without a bound. */
    public BigDecimal costPerDay() {
        var made = madePerDay();
        return made == null || costPerRequest == null ? null : costPerRequest.multiply(BigDecimal.valueOf(made));
    }

    /** USD; null if unknown. */
    public BigDecimal costOf(long requests) {
        return costPerRequest == null ? null : costPerRequest.multiply(BigDecimal.valueOf(requests));
    }

    /** Limits that the wanted rate goes over; empty if it fits or nothing is wanted. */
    public List<Reach> over() {
        return load.wanted() == null ? List.of() : reaches.stream().filter(this::over).toList();
    }

    /** How much of a limit the requests that are made use of what it allows in a day, 0 to 1; null if it never binds. */
    public Double used(Reach reach) {
        var made = madePerDay();
        var most = reach.perDay();
        return most == null || made == null ? null : Double.valueOf(most == 0 ? 1 : Math.min(1, made / most));
    }

    /**
     * How long it takes until the last of so many requests is sent, if replies take no time.
     *
     * @param start when the first may be sent, all limits free
     * @param zone in which the hours of work repeat day by day; limits begin anew by UTC
     * @return null if it never is
     */
    public Duration finish(long requests, Instant start, ZoneId zone) {
        return never() ? null : new Course(reaches, load, start, zone).until(requests);
    }

    /** Tokens that the plan allows in a UTC day whatever the requests; null if it does not say. */
    public Long dayTokens() {
        return reaches.stream().filter(each -> each.limit().metric().isTokens() && each.limit().period() == Period.DAY)
                .map(each -> each.limit().value()).min(Long::compare).orElse(null);
    }

    /** How large requests would be if the day's tokens were spread over all that a minute's limit allows; null if unknown. */
    public Double tokensIfAllMade() {
        var day = dayTokens();
        var minute = reaches.stream().filter(each -> each.counts(Metric.REQUESTS)
                && each.limit().period() == Period.MINUTE).findFirst().orElse(null);
        return day == null || minute == null ? null : Double.valueOf((double) day / (minute.limit().value() * 60 * 24));
    }

    /** How long the day's tokens last at all the tokens that a minute allows; null if either is unknown. */
    public Duration burnsIn() {
        var day = dayTokens();
        var minutes = reaches.stream()
                .filter(each -> each.limit().metric().isTokens() && each.limit().period() == Period.MINUTE
                        && !each.free())
                .mapToDouble(each -> each.limit().value() * load.tokens() / each.charge()).min();
        return day == null || minutes.isEmpty()
                ? null
                : Duration.ofMillis(Math.round(day / minutes.getAsDouble() * 60_000));
    }

    private boolean over(Reach reach) {
        var most = reach.perDay();
        return most != null && load.wanted().perDay(load.hours()) > most * (1 + 1e-9);
    }
}
