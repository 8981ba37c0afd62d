package app.pitot.advice;

import app.pitot.provider.Billing;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Limit;
import app.pitot.provider.Metric;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Plan;
import app.pitot.provider.PlanRemarks;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Works out what a plan allows. Immutable; safe from any thread. */
public final class Planner {
    private final Catalogue catalogue;

    /** @param catalogue knows how plans are paid for */
    public Planner(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The same for a model of which only the id is needed: prices and context as the catalogue has them. */
    public Planned plan(Plan plan, String modelId, Load load) {
        return plan(plan, catalogue.model(plan.providerId(), modelId).orElseGet(() -> ModelInfo.ofId(modelId)), load);
    }

    /** @param plan with what the user changed of it */
    public Planned plan(Plan plan, ModelInfo model, Load load) {
        var own = plan.forModel(model.id());
        var remarks = catalogue.remarks(plan.id());
        var billing = remarks.map(PlanRemarks::billing).orElse(null);
        var context = model.contextUnder(plan);
        long aside = aside(own, load, context);
        var cost = cost(billing, model, load);
        double micros = cost == null ? 0 : cost.movePointRight(6).doubleValue();
        var reaches = reaches(own.limits(), load, aside, micros);
        var covered = plan.reach().covers(model.id());
        var reported = covered
                ? reaches(remarks.map(PlanRemarks::optional).orElse(List.of()).stream()
                        .filter(limit -> !inForce(own, limit)).toList(), load, aside, micros)
                : List.<Reach>of();
        var planned = new Planned(own, model, load, covered, context, aside, reaches, reported,
                obstacles(model, load, context, reaches), billing, cost, null);
        return credit(planned);
    }

    /** What a request sets aside for its reply. */
    private static long aside(Plan plan, Load load, Integer context) {
        if (load.cap() != null) {
            return load.cap();
        }
        if (plan.unsetOutputReserve() != null) {
            return plan.unsetOutputReserve();
        }
        return context == null ? 0 : Math.max(0, context - load.input());
    }

    private static List<Reach> reaches(List<Limit> limits, Load load, long aside, double micros) {
        return limits.stream().filter(limit -> limit.metric() != Metric.USD || micros > 0)
                .map(limit -> Reach.of(limit, load, aside, micros)).toList();
    }

    private static boolean inForce(Plan plan, Limit limit) {
        return plan.limits().stream()
                .anyMatch(each -> each.metric() == limit.metric() && each.period() == limit.period());
    }

    private static List<Obstacle> obstacles(ModelInfo model, Load load, Integer context, List<Reach> reaches) {
        var found = new ArrayList<Obstacle>();
        long reply = Math.max(load.output(), load.cap() == null ? 0 : load.cap());
        if (context != null && load.input() + reply > context) {
            found.add(new Obstacle.OverContext(load.input() + reply, context));
        }
        if (model.maxOutputTokens() != null && load.output() > model.maxOutputTokens()) {
            found.add(new Obstacle.OverOutput(load.output(), model.maxOutputTokens()));
        }
        reaches.stream().filter(Reach::never)
                .forEach(each -> found.add(new Obstacle.OverLimit(each.limit(), (long) Math.ceil(each.aside()))));
        return found;
    }

    private static BigDecimal cost(Billing billing, ModelInfo model, Load load) {
        if (billing != null && billing.kind() == Billing.Kind.FREE) {
            return BigDecimal.ZERO;
        }
        var price = Price.of(model);
        return price == null ? null : price.of(load);
    }

    private static Planned credit(Planned planned) {
        var billing = planned.billing();
        if (billing == null || billing.kind() != Billing.Kind.CREDIT) {
            return planned;
        }
        var cost = planned.costPerRequest();
        Long requests = cost == null || cost.signum() == 0
                ? null
                : Long.valueOf(billing.creditUsd().divide(cost, 0, RoundingMode.FLOOR).longValue());
        var made = planned.madePerDay();
        Double days = requests == null || made == null || made <= 0 ? null : Double.valueOf(requests / made);
        boolean usedUp = days != null && (billing.creditDays() == null || days < billing.creditDays());
        Double lasts = days == null || usedUp || billing.creditDays() == null
                ? days
                : Double.valueOf(billing.creditDays());
        var credit = new CreditReach(billing.creditUsd(), billing.creditDays(), requests,
                requests == null ? null : Long.valueOf(requests * planned.load().tokens()), lasts, usedUp);
        return new Planned(planned.plan(), planned.model(), planned.load(), planned.covered(), planned.contextTokens(),
                planned.outputAside(), planned.reaches(), planned.reported(), planned.obstacles(), billing, cost,
                credit);
    }
}
