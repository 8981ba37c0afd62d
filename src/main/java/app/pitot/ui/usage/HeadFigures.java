package app.pitot.ui.usage;

import app.pitot.base.Money;
import app.pitot.base.Texts;
import app.pitot.ui.common.Format;
import app.pitot.usage.Quartiles;
import app.pitot.usage.Totals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What a report comes to, in a few figures. */
final class HeadFigures {
    private static final double PERCENT = 100;
    private static final int LINES = 2;

    private HeadFigures() {}

    /** @param simulated true if all requests are the simulator's */
    static List<HeadFigure> of(Totals total, boolean simulated) {
        return List.of(requests(total), refused(total), tokens(total), cost(total, simulated),
                spread("ttft", Unit.TIME, total.ttftMs()), spread("speed", Unit.SPEED, total.tokensPerSecond()));
    }

    private static HeadFigure requests(Totals total) {
        var details = new ArrayList<String>();
        add(details, "usage.head.complete", total.complete());
        add(details, "usage.head.stopped", total.stopped());
        add(details, "usage.head.truncated", total.truncated());
        add(details, "usage.head.failed", total.failed());
        return figure("requests", Format.count(total.requests()), inLines(details), false);
    }

    private static HeadFigure refused(Totals total) {
        var reasons = new ArrayList<Reason>();
        Refusals.byWindow(total).forEach((window, count) -> reasons.add(new Reason(count,
                Texts.get("usage.head.limited", count, Refusals.window(window)))));
        long tooLong = Math.min(Refusals.otherwise(total), total.tooLong());
        reasons.add(new Reason(total.tooLong(), Texts.get("usage.head.long", total.tooLong())));
        long otherwise = Refusals.otherwise(total) - tooLong;
        reasons.add(new Reason(otherwise, Texts.get("usage.head.otherwise", otherwise)));
        reasons.removeIf(reason -> reason.count == 0);
        reasons.sort(Comparator.comparingLong(Reason::count).reversed());
        var details = new ArrayList<>(reasons.stream().limit(LINES).map(Reason::words).toList());
        if (reasons.isEmpty() && total.requests() > 0) {
            details.add(Texts.get("usage.head.refused.none"));
        } else if (reasons.size() > LINES) {
            long others = reasons.stream().skip(LINES).mapToLong(Reason::count).sum();
            details.set(LINES - 1, Texts.get("usage.head.more", details.getLast(), others));
        }
        return figure("refused", Format.count(total.refused()), details, total.refused() > 0);
    }

    private record Reason(long count, String words) {}

    private static HeadFigure tokens(Totals total) {
        var details = new ArrayList<String>();
        if (total.tokens() > 0) {
            details.add(Texts.get("usage.head.inout", tokens(total.promptTokens(), total),
                    tokens(total.completionTokens(), total)));
            details.add(Texts.get("usage.head.cached", total.cachedTokens(), total.reasoningTokens()));
        }
        if (total.unknown() > 0) {
            details.add(Texts.get("usage.head.unknown", total.unknown()));
        }
        return figure("tokens", tokens(total.tokens(), total), details, false);
    }

    /** "≈ 1,204" if any of it is an estimate; an en dash if nothing is known of any request. */
    static String tokens(long tokens, Totals total) {
        if (total.taken() > 0 && total.unknown() >= total.taken()) {
            return Format.UNKNOWN;
        }
        return total.estimated() > 0 ? "≈ " + Format.count(tokens) : Format.count(tokens);
    }

    private static HeadFigure cost(Totals total, boolean simulated) {
        var details = new ArrayList<String>();
        var coverage = total.coverage();
        boolean partial = coverage != null && coverage < 1;
        if (simulated) {
            details.add(Texts.get("usage.head.cost.simulated"));
        } else if (coverage != null) {
            details.add(total.priced() == 0
                    ? Texts.get("usage.head.cost.unpriced")
                    : Texts.get("usage.head.cost.coverage", percent(coverage)));
        }
        long listed = total.costMicros() - total.reportedMicros();
        if (total.reportedMicros() > 0 && listed > 0) {
            details.add(Texts.get("usage.head.cost.both", Money.words(total.reportedMicros()), Money.words(listed)));
        } else if (listed > 0) {
            details.add(Texts.get("usage.head.cost.listed"));
        } else if (total.reportedMicros() > 0) {
            details.add(Texts.get("usage.head.cost.reported"));
        }
        return new HeadFigure(Texts.get(partial && total.priced() > 0 ? "usage.head.cost.part" : "usage.head.cost"),
                cost(total), details, Texts.get("usage.head.cost.help"), false);
    }

    /** "≈ $0.12" if any of it is an estimate, "at least" where prices are missing, an en dash if none is known. */
    static String cost(Totals total) {
        if (total.priced() == 0) {
            return total.taken() == 0 ? Money.words(0) : Format.UNKNOWN;
        }
        var sign = signed(total);
        var coverage = total.coverage();
        return coverage != null && coverage < 1 ? Texts.get("usage.cost.least", sign) : sign;
    }

    /** The same as briefly as a table needs it: "≈ $0.12 (97 %)". */
    static String briefCost(Totals total) {
        var coverage = total.coverage();
        if (total.priced() == 0) {
            return cost(total);
        }
        var sign = signed(total);
        return coverage != null && coverage < 1 ? Texts.get("usage.cost.part", sign, percent(coverage)) : sign;
    }

    private static String signed(Totals total) {
        var words = Money.words(total.costMicros());
        return total.costMicros() > total.reportedMicros() ? "≈ " + words : words;
    }

    /** "97 %"; never 100 unless it is all, never 0 unless it is nothing. */
    static String percent(double share) {
        double percent = share * PERCENT;
        long rounded = Math.round(percent);
        return Texts.get("usage.percent",
                share < 1 && rounded == PERCENT ? 99 : share > 0 && rounded == 0 ? 1 : rounded);
    }

    private static HeadFigure spread(String key, Unit unit, Quartiles values) {
        return figure(key, values == null ? Format.UNKNOWN : unit.words(values.median()), values == null
                ? List.of(Texts.get("usage.head.unmeasured"))
                : List.of(Texts.get("usage.head.half", unit.range(values.low(), values.high())),
                        Texts.get("usage.head.measured", values.count())),
                false);
    }

    private static HeadFigure figure(String key, String value, List<String> details, boolean refusals) {
        return new HeadFigure(Texts.get("usage.head." + key), value, details,
                Texts.get("usage.head." + key + ".help"), refusals);
    }

    private static void add(List<String> details, String key, long count) {
        if (count > 0) {
            details.add(Texts.get(key, count));
        }
    }

    /** Two beside each other, so that four take two lines. */
    private static List<String> inLines(List<String> details) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < details.size(); i += 2) {
            lines.add(details.stream().skip(i).limit(2).collect(Collectors.joining(" · ")));
        }
        return lines;
    }
}
