package app.pitot.advice;

import app.pitot.advice.Signal.Kind;
import app.pitot.advice.Signal.Remedy;
import app.pitot.base.Texts;
import app.pitot.quota.WindowLabels;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the advisor says, in sentences. */
public final class AdviceWords {
    private AdviceWords() {}

    /** The whole in one sentence. @param days that were looked at */
    public static String headline(Advice advice, long days) {
        var grave = advice.signals().stream().filter(each -> each.verdict() == advice.verdict()).toList();
        return switch (advice.verdict()) {
            case CHANGE -> Texts.get("advice.headline.change", because(grave));
            case WATCH -> Texts.get("advice.headline.watch", because(grave));
            case FINE -> Texts.get(advice.plan() == null ? "advice.headline.partly" : "advice.headline.fine", days);
            case UNKNOWN -> advice.requests() >= Advisor.ENOUGH
                    ? Texts.get("advice.headline.plan")
                    : Texts.get("advice.headline.few", advice.requests(), Advisor.ENOUGH);
        };
    }

    /** The same of those signals that the user has not dismissed. */
    public static String headline(Advice advice, long days, Predicate<Signal> dismissed) {
        var heard = advice.hearing(dismissed.negate());
        boolean all = heard.signals().size() == advice.signals().size();
        return all || heard.verdict().compareTo(Verdict.WATCH) >= 0
                ? headline(heard, days)
                : Texts.get("advice.headline.dismissed");
    }

    private static String because(List<Signal> signals) {
        var reasons = signals.stream().map(each -> Texts.get("advice.because." + key(each.kind()))).toList();
        if (reasons.size() == 1) {
            return reasons.getFirst();
        }
        return Texts.get("advice.and", String.join(", ", reasons.subList(0, reasons.size() - 1)), reasons.getLast());
    }

    /** "Rate limits". */
    public static String title(Kind kind) {
        return Texts.get("advice.kind." + key(kind));
    }

    /** "time to change". */
    public static String verdict(Verdict verdict) {
        return Texts.get("advice.verdict." + verdict.name().toLowerCase(Locale.ROOT));
    }

    /** What was found, with its figures. @param zone in which minutes are named; days are those of UTC */
    public static List<String> evidence(Signal signal, ZoneId zone) {
        return switch (signal.evidence()) {
            case Evidence.Nothing nothing -> List.of(Texts.get(
                    "advice.nothing." + nothing.why().name().toLowerCase(Locale.ROOT) + "." + key(signal.kind()),
                    Advisor.ENOUGH));
            case Evidence.Limited limited -> limited(limited);
            case Evidence.Context context -> context(context);
            case Evidence.Days days -> days(days);
            case Evidence.Minutes minutes -> minutes(minutes, zone);
        };
    }

    private static List<String> limited(Evidence.Limited limited) {
        var lines = new ArrayList<String>();
        lines.add(Texts.get("advice.limited", Say.share(limited.share()), Say.count(limited.limited()),
                Say.count(limited.requests()), Say.share(limited.threshold())));
        if (!limited.windows().isEmpty()) {
            lines.add(Texts.get("advice.limited.windows", limited.windows().entrySet().stream()
                    .sorted((a, b) -> Long.compare(b.getValue(), a.getValue()))
                    .map(each -> Texts.get("advice.limited.window", Say.count(each.getValue()), each.getKey()))
                    .collect(Collectors.joining(", "))));
        }
        if (limited.worst() != null && limited.worst().limited() > 0) {
            var worst = limited.worst();
            lines.add(Texts.get("advice.limited.worst", Say.day(worst.day()),
                    Say.share((double) worst.limited() / worst.requests()), Say.count(worst.limited()),
                    Say.count(worst.requests())));
        }
        return lines;
    }

    private static List<String> context(Evidence.Context context) {
        var lines = new ArrayList<String>();
        lines.add(Texts.get("advice.context", context.tooLong(), Say.count(context.tooLong()),
                Say.count(context.context()), context.model()));
        if (context.near() > 0) {
            lines.add(Texts.get("advice.context.near", context.near(), Say.count(context.near())));
        }
        if (context.largest() != null) {
            long more = context.largest() - context.context();
            lines.add(more > 0
                    ? Texts.get("advice.context.over", Say.count(context.largest()), Say.count(more))
                    : Texts.get(context.refused() ? "advice.context.largest.refused" : "advice.context.largest",
                            Say.count(context.largest()),
                            Say.ofLimit((double) context.largest() / context.context())));
        }
        return lines;
    }

    private static List<String> days(Evidence.Days days) {
        var lines = new ArrayList<String>();
        var limit = PlanWords.label(days.limit());
        var whose = days.model() == null ? "" : Texts.get("advice.of", days.model());
        lines.add(Texts.get("advice.days", days.days().size(), Say.count(days.reached()),
                Say.count(days.days().size()), limit, whose));
        days.days().stream().max((a, b) -> Long.compare(a.used(), b.used())).ifPresent(most -> lines
                .add(Texts.get(most.over() ? "advice.days.most" : "advice.days.most.today", Say.day(most.day()),
                        Say.count(most.used()), Say.ofLimit((double) most.used() / days.limit().value()))));
        if (days.crosses() != null) {
            lines.add(Texts.get("advice.days.trend", Say.day(days.crosses())));
        }
        return lines;
    }

    private static List<String> minutes(Evidence.Minutes minutes, ZoneId zone) {
        var lines = new ArrayList<String>();
        var whose = minutes.model() == null ? "" : Texts.get("advice.of", minutes.model());
        lines.add(Texts.get("advice.minutes", Say.count(minutes.busiest()), PlanWords.label(minutes.limit()), whose,
                Say.minute(minutes.at(), zone)));
        lines.add(minutes.full() == 0
                ? Texts.get(minutes.refused() > 0 ? "advice.minutes.none.refused" : "advice.minutes.none",
                        Say.count(minutes.near()))
                : Texts.get("advice.minutes.full", minutes.full(), Say.count(minutes.full()), minutes.fullDays(),
                        Say.count(minutes.near())));
        if (minutes.refused() > 0) {
            lines.add(Texts.get("advice.minutes.refused", minutes.refused(), Say.count(minutes.refused()),
                    WindowLabels.shortName(minutes.limit().metric(), minutes.limit().period())));
        }
        if (!minutes.whole()) {
            lines.add(Texts.get("advice.minutes.newest", Say.count(minutes.requests())));
        }
        return lines;
    }

    /** What helps, what costs nothing first. */
    public static List<String> remedies(Signal signal) {
        return signal.remedies().stream().map(AdviceWords::remedy).toList();
    }

    private static String remedy(Remedy remedy) {
        return Texts.get("advice.remedy." + remedy.name().toLowerCase(Locale.ROOT));
    }

    private static String key(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
