package app.pitot.ui.advice;

import app.pitot.advice.BreakEven;
import app.pitot.advice.BreakEven.Offer;
import app.pitot.advice.Planned;
import app.pitot.advice.PlanWords;
import app.pitot.advice.Say;
import app.pitot.base.Money;
import app.pitot.base.Texts;
import app.pitot.provider.Billing;
import app.pitot.ui.controls.Figures;
import app.pitot.usage.UsageNote;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The same use under each plan, in rows, and what must be known to read them. */
final class BreakEvenFigures {
    private BreakEvenFigures() {}

    static Figures of(BreakEven breakEven, LocalDate today) {
        return new Figures(
                List.of(Texts.get("advisor.column.plan"), Texts.get("advisor.column.cost"),
                        Texts.get("advisor.column.known"), Texts.get("advisor.column.passed"),
                        Texts.get("advisor.column.perday"), Texts.get("advisor.column.binds"),
                        Texts.get("advisor.column.dated")),
                breakEven.offers().stream().map(offer -> row(offer, today)).toList());
    }

    private static List<String> row(Offer offer, LocalDate today) {
        var name = offer.own() ? Texts.get("advisor.own", offer.plan().name()) : offer.plan().name();
        var dated = offer.plan().asOf().toString();
        return List.of(name, cost(offer), Say.share(offer.coverage()), passed(offer), perDay(offer.planned()),
                binds(offer.planned()), offer.plan().outdated(today) ? Texts.get("advisor.old", dated) : dated);
    }

    private static String cost(Offer offer) {
        if (offer.free()) {
            return Texts.get("planner.cost.nothing");
        }
        if (offer.cost() == null) {
            return Say.count(null);
        }
        var usd = Texts.get("planner.cost.about", Money.words(offer.cost()));
        if (offer.billing() == null || offer.billing().kind() != Billing.Kind.CREDIT) {
            return usd;
        }
        return Texts.get("advisor.credit", usd, Money.words(offer.billing().creditUsd()));
    }

    private static String passed(Offer offer) {
        return offer.allowed() == null
                ? Say.count(null)
                : Texts.get(offer.byHour() ? "advisor.passed.hours" : "advisor.passed", Say.share(offer.allowed()));
    }

    private static String perDay(Planned planned) {
        return planned == null || !planned.covered()
                ? Say.count(null)
                : planned.perDay() == null
                        ? Texts.get("advisor.perday.any")
                        : Texts.get("advisor.perday", Say.count(planned.perDay()));
    }

    private static String binds(Planned planned) {
        if (planned == null || planned.binding() == null) {
            return Say.count(null);
        }
        return planned.never()
                ? Texts.get("advisor.never")
                : PlanWords.label(planned.binding().limit());
    }

    /** True if what is left of the credit is gone before it is used up. */
    private static boolean expires(Offer offer) {
        var days = offer.billing().creditDays();
        return days != null && offer.creditDays() >= days;
    }

    /** What must be known to read the rows. */
    static List<String> notes(BreakEven breakEven, int days) {
        var notes = new ArrayList<String>();
        var usual = breakEven.usual();
        if (usual != null) {
            notes.add(Texts.get("advisor.note.size", Say.count(usual.input()), Say.count(usual.output()),
                    Say.share(usual.cached()), days));
        }
        notes.add(Texts.get("advisor.note.prices", breakEven.pricesOf().toString()));
        breakEven.offers().stream().filter(offer -> offer.creditDays() != null).findFirst().ifPresent(offer -> notes
                .add(Texts.get(expires(offer) ? "advisor.note.credit.gone" : "advisor.note.credit",
                        Money.words(offer.billing().creditUsd()), offer.plan().name(),
                        Say.rate(offer.creditDays()))));
        notes.add(Texts.get(breakEven.offers().stream().anyMatch(Offer::byHour)
                ? "advisor.note.hours"
                : "advisor.note.replay"));
        if (breakEven.past().total().unknown() > 0) {
            notes.add(Texts.get("advisor.note.unknown", breakEven.past().total().unknown()));
        }
        breakEven.notes().forEach(note -> {
            if (note instanceof UsageNote.PriceChanged changed) {
                notes.add(Texts.get("advisor.note.changed", changed.model(),
                        LocalDate.ofInstant(changed.at(), ZoneOffset.UTC).toString()));
            }
        });
        return notes;
    }
}
