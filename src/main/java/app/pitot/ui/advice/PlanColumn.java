package app.pitot.ui.advice;

import app.pitot.advice.Planned;
import app.pitot.advice.PlanWords;
import app.pitot.advice.Reach;
import app.pitot.advice.Say;
import app.pitot.base.Money;
import app.pitot.base.Texts;
import app.pitot.provider.Billing;
import app.pitot.quota.WindowLabels;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What one plan allows, in words.
 *
 * @param own true for the plan of the account
 * @param dated of which day the figures are, and whether they may be outdated
 * @param perDay requests a day; an en dash without a bound
 * @param limits of each limit, in the plan's order
 * @param facts what follows from them
 * @param notes what else to know; may be empty
 */
record PlanColumn(Planned planned, boolean own, String name, String dated, boolean outdated, String verdict,
        String perDay, List<Line> limits, List<Fact> facts, List<String> notes) {
    /**
     * One limit.
     *
     * @param perDay requests a day that it would allow alone
     * @param used of what it allows in a day, 0 to 1; null if it never binds
     * @param rank whether it binds first
     */
    record Line(String title, String perDay, Double used, Rank rank, String help) {}

    /** Where a limit stands among others. */
    enum Rank {
        FIRST, NEXT, OTHER,
        /** The wanted rate goes over it. */
        OVER
    }

    /** @param help where the figure comes from */
    record Fact(String name, String value, String help) {}

    /** @param count requests of {@code finish}; null if none are asked about */
    static PlanColumn of(Planned planned, boolean own, String name, LocalDate today, Long count, Duration finish,
            LocalDate pricesOf) {
        boolean outdated = planned.plan().outdated(today);
        var dated = Texts.get(outdated ? "planner.dated.old" : "planner.dated", planned.plan().asOf().toString());
        var lines = planned.reaches().stream().map(reach -> line(planned, reach)).toList();
        return new PlanColumn(planned, own, name, dated, outdated, PlanWords.verdict(planned),
                Say.count(planned.perDay()), lines, facts(planned, count, finish, pricesOf), notes(planned));
    }

    private static Line line(Planned planned, Reach reach) {
        var limit = reach.limit();
        var rank = reach.never() || planned.over().contains(reach)
                ? Rank.OVER
                : planned.never()
                        ? Rank.OTHER
                        : reach == planned.binding() ? Rank.FIRST : reach == planned.next() ? Rank.NEXT : Rank.OTHER;
        var perDay = reach.perDay() == null ? Texts.get("planner.limit.never") : Say.count(reach.perDay());
        var alone = reach.perDay() == null
                ? Texts.get("planner.limit.free")
                : Texts.get("planner.limit.alone", PlanWords.label(limit), Say.rate(reach.perMinute()),
                        Say.rate(reach.perHour()), Say.count(reach.perDay()));
        var source = limit.set()
                ? Texts.get("planner.limit.set")
                : Texts.get("planner.limit.planned",
                        planned.plan().source(), planned.plan().asOf().toString());
        return new Line(PlanWords.label(limit), perDay, planned.used(reach), rank, alone + " " + source);
    }

    private static List<Fact> facts(Planned planned, Long count, Duration finish, LocalDate pricesOf) {
        var facts = new ArrayList<Fact>();
        var free = planned.billing() != null && planned.billing().kind() == Billing.Kind.FREE;
        var prices = free ? Texts.get("planner.cost.free") : Texts.get("planner.cost.help", pricesOf.toString());
        if (planned.next() != null && !planned.never()) {
            facts.add(fact("planner.next", WindowLabels.shortName(planned.next().limit().metric(),
                    planned.next().limit().period()), Texts.get("planner.next.help")));
        }
        facts.add(fact("planner.pace", Texts.get("planner.pace.value", Say.rate(planned.perMinute()),
                Say.rate(planned.perHour())), Texts.get("planner.pace.help")));
        facts.add(fact("planner.tokens", Say.count(planned.tokensPerDay()), Texts.get("planner.tokens.help")));
        if (count != null) {
            facts.add(new Fact(Texts.get("planner.finish", Say.count(count)), PlanWords.finish(planned, finish),
                    Texts.get("planner.finish.help")));
        }
        facts.add(fact("planner.cost.day", money(planned.costPerDay(), free), prices));
        if (count != null) {
            facts.add(new Fact(Texts.get("planner.cost.of", Say.count(count)), money(planned.costOf(count), free),
                    prices));
        }
        facts.add(fact("planner.context", context(planned), Texts.get("planner.context.help")));
        facts.add(fact("planner.aside", Texts.get("planner.aside.value",
                Say.count(planned.load().input() + planned.outputAside())), aside(planned)));
        if (planned.burnsIn() != null) {
            facts.add(fact("planner.burn", Say.time(planned.burnsIn()), Texts.get("planner.burn.help",
                    Say.count(planned.dayTokens()))));
        }
        if (planned.tokensIfAllMade() != null) {
            facts.add(fact("planner.each", Texts.get("planner.each.value", Say.count(planned.tokensIfAllMade())),
                    Texts.get("planner.each.help")));
        }
        return facts;
    }

    private static String context(Planned planned) {
        if (planned.contextTokens() == null) {
            return Say.count(null);
        }
        long need = planned.load().input() + Math.max(planned.load().output(),
                planned.load().cap() == null ? 0 : planned.load().cap());
        return Texts.get("planner.context.value", Say.count(need), Say.count(planned.contextTokens()));
    }

    private static String aside(Planned planned) {
        var together = planned.reaches().stream().filter(each -> each.limit().metric().isTokens())
                .map(Reach::atOnce).filter(each -> each != null).min(Long::compare).orElse(null);
        return together == null
                ? Texts.get("planner.aside.help")
                : Texts.get("planner.aside.together", Say.count(together));
    }

    private static List<String> notes(Planned planned) {
        return List.of(PlanWords.reported(planned), PlanWords.credit(planned)).stream().filter(each -> !each.isEmpty())
                .toList();
    }

    private static Fact fact(String key, String value, String help) {
        return new Fact(Texts.get(key), value, help);
    }

    private static String money(BigDecimal usd, boolean free) {
        return usd == null
                ? Say.count(null)
                : free ? Texts.get("planner.cost.nothing") : Texts.get("planner.cost.about", Money.words(usd));
    }

    /** All of it, for a screen reader. */
    String spoken() {
        return Texts.get("planner.spoken", name, dated, verdict,
                limits.stream().map(each -> each.title() + ": " + each.perDay()).collect(Collectors.joining("; ")),
                facts.stream().map(each -> each.name() + ": " + each.value()).collect(Collectors.joining("; ")),
                String.join(" ", notes));
    }
}
