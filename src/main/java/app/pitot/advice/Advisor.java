package app.pitot.advice;

import app.pitot.advice.Evidence.Nothing.Why;
import app.pitot.advice.Signal.Kind;
import app.pitot.advice.Signal.Remedy;
import app.pitot.usage.RequestFilter;
import app.pitot.usage.RequestFilter.Status;
import app.pitot.usage.RequestRow;
import app.pitot.usage.UsageReport.Slot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Judges what an account did by the plan that it is on. It needs at least {@value #ENOUGH} requests; what is plain from fewer,
 * such as a prompt that was refused, it says all the same.
 */
public final class Advisor {
    /** Requests below which a share says nothing. */
    public static final int ENOUGH = 20;
    /** The share of requests refused over a quota window from which on a plan is too small. */
    public static final double LIMITED_SHARE = 0.05;
    private static final int MANY_TOO_LONG = 3;
    private static final double TOO_LONG_SHARE = 0.01;
    private static final double NEARLY = 0.9;
    private static final int MOST_NAMED = 500;

    private final Past past;
    private final Terms terms;
    private final Instant now;

    private Advisor(Past past, Terms terms, Instant now) {
        this.past = past;
        this.terms = terms;
        this.now = now;
    }

    /** @param terms of the plan as it is set now */
    public static Advice judge(Past past, Terms terms, Instant now) {
        return new Advisor(past, terms, now).judge();
    }

    private Advice judge() {
        long sent = past.total().sent();
        var signals = List.of(limited(sent), context(sent), new DaySignal(past, terms, now).signal(),
                new MinuteSignal(past, terms).signal());
        long odd = past.rows().stream().filter(MinuteSignal::odd).count();
        return new Advice(past.accountId(), terms.plan(), past.from(), past.until(), sent, signals,
                past.days().notes(), past.total().unknown(), odd);
    }

    private Signal limited(long sent) {
        long refused = past.total().limited();
        if (sent < ENOUGH) {
            return Signal.unknown(Kind.LIMITED, Why.FEW_REQUESTS);
        }
        var worst = past.days().slots().stream().filter(slot -> slot.total().sent() >= ENOUGH)
                .max(Comparator.comparingDouble(Advisor::share)).orElse(null);
        var evidence = new Evidence.Limited(sent, refused, LIMITED_SHARE, worst == null ? null : day(worst),
                past.total().limitedBy());
        boolean badDay = worst != null && share(worst) > LIMITED_SHARE;
        var verdict = evidence.share() > LIMITED_SHARE
                ? Verdict.CHANGE
                : badDay || evidence.share() > LIMITED_SHARE / 2 ? Verdict.WATCH : Verdict.FINE;
        var remedies = new ArrayList<Remedy>();
        if (verdict.compareTo(Verdict.WATCH) >= 0) {
            remedies.add(Remedy.PACE);
            if (evidence.windows().keySet().stream().anyMatch(window -> window.contains("tokens"))) {
                remedies.add(Remedy.LOWER_CAP);
            }
            otherModel(remedies);
            if (evidence.windows().keySet().stream().anyMatch(window -> window.endsWith("/day"))) {
                remedies.add(Remedy.WAIT_FOR_RESET);
            }
            remedies.add(Remedy.OTHER_PLAN);
        }
        return new Signal(Kind.LIMITED, verdict, evidence.share(), evidence, remedies,
                refused == 0 ? null : behind(Set.of(Status.LIMITED), null));
    }

    private static double share(Slot slot) {
        return (double) slot.total().limited() / Math.max(1, slot.total().sent());
    }

    private static Evidence.WorstDay day(Slot slot) {
        return new Evidence.WorstDay(LocalDate.ofInstant(slot.from(), ZoneOffset.UTC), slot.total().sent(),
                slot.total().limited());
    }

    private Signal context(long sent) {
        long tooLong = past.total().tooLong();
        var near = past.rows().stream().filter(this::near).toList();
        var refused = past.rows().stream().filter(row -> row.status() == Status.TOO_LONG).toList();
        var known = past.rows().stream().filter(row -> size(row) > 0 && terms.context(row.model()) != null
                && row.status() != Status.TOO_LONG).toList();
        var from = !refused.isEmpty() ? refused : !near.isEmpty() ? near : known;
        var largest = from.stream().max(Comparator.comparingDouble(this::filled)).orElse(null);
        var model = largest == null ? past.mainModel() : largest.model();
        var context = model == null ? null : terms.context(model);
        if (tooLong == 0 && near.isEmpty() && sent < ENOUGH) {
            return Signal.unknown(Kind.CONTEXT, Why.FEW_REQUESTS);
        }
        if (context == null) {
            return Signal.unknown(Kind.CONTEXT, terms.plan() == null ? Why.NO_PLAN : Why.NO_CONTEXT);
        }
        var verdict = tooLong >= MANY_TOO_LONG || sent >= ENOUGH && tooLong > sent * TOO_LONG_SHARE
                ? Verdict.CHANGE
                : tooLong > 0 || !near.isEmpty() ? Verdict.WATCH : Verdict.FINE;
        var evidence = new Evidence.Context(model, context, tooLong, near.size(),
                largest == null || size(largest) == 0 ? null : Long.valueOf(size(largest)), !refused.isEmpty());
        return new Signal(Kind.CONTEXT, verdict, tooLong + near.size() / 10.0, evidence, contextRemedies(verdict, model,
                context),
                tooLong > 0
                        ? behind(Set.of(Status.TOO_LONG), null)
                        : near.isEmpty() ? null : behind(Set.of(), near));
    }

    private List<Remedy> contextRemedies(Verdict verdict, String model, int context) {
        if (verdict.compareTo(Verdict.WATCH) < 0) {
            return List.of();
        }
        var own = terms.models().apply(model).contextTokens();
        var remedies = new ArrayList<>(List.of(Remedy.SHORTEN, Remedy.LOWER_CAP));
        if (own == null || own > context) {
            remedies.add(Remedy.OTHER_PLAN);
        } else {
            remedies.add(Remedy.LARGER_MODEL);
        }
        return remedies;
    }

    private boolean near(RequestRow row) {
        return row.status() != Status.TOO_LONG && row.good() && filled(row) >= NEARLY;
    }

    private double filled(RequestRow row) {
        var context = terms.context(row.model());
        return context == null ? 0 : (double) size(row) / context;
    }

    /** Of one that was refused, what was estimated. */
    private static long size(RequestRow row) {
        if (row.promptTokens() == null) {
            return row.status() == Status.TOO_LONG ? row.reservedTokens() : 0;
        }
        return (long) row.promptTokens() + (row.completionTokens() == null ? 0 : row.completionTokens());
    }

    private void otherModel(List<Remedy> remedies) {
        if (terms.perModel()) {
            remedies.add(Remedy.OTHER_MODEL);
        }
    }

    private RequestFilter behind(Set<Status> statuses, List<RequestRow> named) {
        return new RequestFilter(past.from(), past.until(), statuses, Set.of(past.accountId()), Set.of(), Set.of(), "",
                named == null
                        ? null
                        : Set.copyOf(named.stream().skip(Math.max(0, named.size() - MOST_NAMED)).map(RequestRow::id)
                                .toList()));
    }
}
