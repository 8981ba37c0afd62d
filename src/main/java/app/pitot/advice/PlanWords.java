package app.pitot.advice;

import app.pitot.base.Money;
import app.pitot.base.Texts;
import app.pitot.provider.Limit;
import app.pitot.provider.Metric;
import app.pitot.quota.WindowLabels;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a plan allows, in sentences. */
public final class PlanWords {
    private PlanWords() {}

    /** "The day's tokens bind first: 2,000 requests a day." */
    public static String verdict(Planned planned) {
        if (planned.never()) {
            return planned.obstacles().stream().map(PlanWords::obstacle).collect(Collectors.joining(" "));
        }
        if (!planned.covered()) {
            return Texts.get("advice.plan.uncovered", planned.plan().reach().suffix());
        }
        var binding = planned.binding();
        if (binding == null) {
            return Texts.get("advice.plan.unlimited");
        }
        var what = binds(binding.limit());
        if (planned.load().wanted() == null) {
            return Texts.get("advice.plan.binds", what, Say.count(planned.perDay()));
        }
        double wanted = planned.load().wanted().perDay(planned.load().hours());
        return planned.over().isEmpty()
                ? Texts.get("advice.plan.fits", Say.count(Math.ceil(wanted)), Say.count(planned.perDay()), what)
                : Texts.get("advice.plan.over", Say.count(Math.ceil(wanted)), Say.count(planned.perDay()), what);
    }

    /** The same beside the figure, so without it. */
    public static String brief(Planned planned) {
        return planned.never() || !planned.covered() || planned.binding() == null || planned.load().wanted() != null
                ? verdict(planned)
                : Texts.get("advice.plan.first", binds(planned.binding().limit()));
    }

    /** What others report beside the limits in force; empty if they report nothing. */
    public static String reported(Planned planned) {
        if (planned.never() || planned.reported().isEmpty()) {
            return "";
        }
        var named = planned.reported().stream().map(each -> label(each.limit())).collect(Collectors.joining(", "));
        return Texts.get("advice.plan.reported", named, Say.count(planned.perDayIfReported()));
    }

    /** Why it never passes. */
    public static String obstacle(Obstacle obstacle) {
        return switch (obstacle) {
            case Obstacle.OverContext over -> Texts.get("advice.plan.context", Say.count(over.need()),
                    Say.count(over.context()));
            case Obstacle.OverOutput over -> Texts.get("advice.plan.output", Say.count(over.most()),
                    Say.count(over.need()));
            case Obstacle.OverLimit over -> Texts.get("advice.plan.aside", Say.count(over.need()), label(over.limit()));
        };
    }

    /** "all sent after 12 min 5 s". */
    public static String finish(Planned planned, Duration time) {
        if (planned.never()) {
            return Texts.get("advice.plan.finish.never");
        }
        return time == null
                ? Texts.get("advice.plan.finish.years")
                : time.isZero() ? Texts.get("advice.plan.finish.now") : Texts.get("advice.plan.finish", Say.time(time));
    }

    /** How far the credit goes; empty if the plan comes with none. */
    public static String credit(Planned planned) {
        var credit = planned.credit();
        if (credit == null) {
            return "";
        }
        var usd = Money.words(credit.usd());
        if (credit.requests() == null) {
            return Texts.get("advice.plan.credit.unknown", usd);
        }
        return Texts.get(credit.lasts() == null
                ? "advice.plan.credit"
                : credit.usedUp()
                        ? "advice.plan.credit.used"
                        : "advice.plan.credit.gone",
                usd, Say.count(credit.requests()), Say.count(credit.tokens()),
                credit.lasts() == null ? "" : Say.rate(credit.lasts()));
    }

    /** "1M TPD", "14.4K RPD", "30K TPM uncached". */
    public static String label(Limit limit) {
        return Texts.get("advice.limit", limit.metric() == Metric.USD
                ? Money.words(limit.value())
                : Say.brief(limit.value()),
                WindowLabels.afterFigure(limit.metric(), limit.period()));
    }

    /** "the day's tokens". */
    public static String binds(Limit limit) {
        return Texts.get("advice.binds." + (limit.metric() + "." + limit.period()).toLowerCase(Locale.ROOT));
    }
}
