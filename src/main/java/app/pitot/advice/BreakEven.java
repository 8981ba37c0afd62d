package app.pitot.advice;

import app.pitot.provider.Billing;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Plan;
import app.pitot.provider.PlanRemarks;
import app.pitot.usage.Totals;
import app.pitot.usage.UsageNote;
import app.pitot.usage.UsageReport.Group;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The same use under each plan, and the other way round what each plan would allow of it.
 *
 * @param past what was used
 * @param usual the usual request; null if no request of known size was taken
 * @param offers the account's own plan first
 * @param pricesOf the day of the prices that ship with the app
 */
public record BreakEven(Past past, Load usual, List<Offer> offers, LocalDate pricesOf) {
    /**
     * One plan.
     *
     * @param own true for the plan that the account is on
     * @param billing null if unknown
     * @param cost USD of the tokens whose price is known, or that are free; null if none is known
     * @param coverage the share of the requests that were taken whose price and tokens are known, 0 to 1
     * @param allowed the share of the requests that it would have let pass, 0 to 1; null if its limits are unknown or there was
     *     no request
     * @param byHour true if that was worked out from hours, in which single minutes are not seen: it may be less
     * @param planned what it allows of the usual request; null if that is unknown
     * @param creditDays days that its credit lasts at this use; null if it has none or that is unknown
     */
    public record Offer(Plan plan, boolean own, Billing billing, BigDecimal cost, double coverage, Double allowed,
            boolean byHour, Planned planned, Double creditDays) {
        /** True if it costs nothing whatever is used. */
        public boolean free() {
            return billing != null && billing.kind() == Billing.Kind.FREE;
        }
    }

    public BreakEven {
        offers = List.copyOf(offers);
    }

    /** Notes on the use that matter to the sums. */
    public List<UsageNote> notes() {
        return past.days().notes();
    }

    /**
     * @param terms of the account as it is
     * @param plans to hold it against, besides the account's own
     */
    public static BreakEven of(Past past, Terms terms, List<Plan> plans, Catalogue catalogue) {
        var all = new ArrayList<Plan>();
        if (terms.plan() != null) {
            all.add(terms.plan());
        }
        plans.stream().filter(plan -> all.stream().noneMatch(each -> each.id().equals(plan.id()))).forEach(all::add);
        var usual = past.usual();
        var demands = past.whole() ? Demand.ofRows(past) : Demand.ofHours(past);
        var offers = all.stream().map(plan -> offer(plan, past, terms, usual, demands, catalogue)).toList();
        return new BreakEven(past, usual, offers, catalogue.modelsAsOf());
    }

    private static Offer offer(Plan plan, Past past, Terms terms, Load usual, List<Demand> demands,
            Catalogue catalogue) {
        var under = terms.under(plan);
        var billing = catalogue.remarks(plan.id()).map(PlanRemarks::billing).orElse(null);
        boolean free = billing != null && billing.kind() == Billing.Kind.FREE;
        BigDecimal cost = free ? BigDecimal.ZERO : null;
        long known = 0;
        for (var group : past.days().groups()) {
            var price = free ? Price.NOTHING : Price.of(terms.models().apply(group.key().model()));
            if (price != null && under.covers(group.key().model())) {
                known += free ? group.totals().taken() : Math.max(0, group.totals().taken() - group.totals().unknown());
                var part = cost(price, group);
                cost = cost == null ? part : cost.add(part);
            }
        }
        long taken = past.total().taken();
        double coverage = taken == 0 ? 0 : Math.min(1, (double) known / taken);
        var model = past.mainModel();
        var planned = usual == null || model == null
                ? null
                : under.plan(new Planner(catalogue), model, usual);
        boolean limited = !plan.limits().isEmpty() || !plan.reach().models().isEmpty();
        return new Offer(plan, plan.equals(terms.plan()), billing, cost, coverage,
                limited ? Replay.allowed(under, demands) : null, !past.whole(), planned,
                creditDays(billing, cost, past));
    }

    private static BigDecimal cost(Price price, Group group) {
        Totals totals = group.totals();
        return price.of(BigDecimal.valueOf(totals.promptTokens()),
                BigDecimal.valueOf(Math.min(totals.cachedTokens(), totals.promptTokens())),
                BigDecimal.valueOf(totals.completionTokens()));
    }

    private static Double creditDays(Billing billing, BigDecimal cost, Past past) {
        if (billing == null || billing.creditUsd() == null || cost == null || cost.signum() == 0) {
            return null;
        }
        double days = Duration.between(past.from(), past.until()).toMillis() / (double) Duration.ofDays(1).toMillis();
        double lasts = billing.creditUsd().divide(cost, 9, RoundingMode.HALF_UP).doubleValue() * days;
        return billing.creditDays() == null ? lasts : Math.min(lasts, billing.creditDays());
    }
}
