package app.pitot.compare;

import app.pitot.compare.Comparer.Run;
import app.pitot.compare.Estimate.LaneProblem;
import app.pitot.compare.Estimate.OverDay;
import app.pitot.compare.Together.Entrant;
import app.pitot.exchange.Exchanges;
import app.pitot.provider.Metric;
import app.pitot.quota.BudgetState;
import app.pitot.quota.PreFlight;
import app.pitot.quota.PreFlight.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** Works out what a run would need, from what is known at this moment. */
final class Estimating {
    private final Exchanges exchanges;
    private final Run run;
    private final List<LaneProblem> problems = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();

    /** A lane that can run. */
    private record Part(Lane lane, PreFlight check, Load load) {}

    /** What some lanes come to. */
    private record Sum(long requests, long tokens, Long micros) {}

    private Estimating(Exchanges exchanges, Run run) {
        this.exchanges = exchanges;
        this.run = run;
    }

    static Estimate of(Exchanges exchanges, Run run) {
        return new Estimating(exchanges, run).all();
    }

    /** Requests of one lane, the warm-up included. */
    static int each(Run run) {
        return run.mode() == Mode.RACE ? 1 : run.setup().rounds() + (run.setup().warmUp() ? 1 : 0);
    }

    private Estimate all() {
        for (var lane : run.lanes()) {
            var check = exchanges.preFlight(Question.sample(lane, run.setup()));
            if (Allowed.never(check) || Allowed.waitsForDay(check)) {
                problems.add(new LaneProblem(lane.index(), check));
            } else {
                parts.add(new Part(lane, check, Expected.load(exchanges, lane, check)));
            }
        }
        if (run.mode() == Mode.RACE) {
            dropTooMany();
        }
        var sum = sum(_ -> true);
        return new Estimate((int) sum.requests(), sum.tokens(), time(), cost(), problems, overBudget(), overDay());
    }

    private void dropTooMany() {
        var entrants = parts.stream().map(part -> new Entrant(part.lane(), part.load().pool(), part.check())).toList();
        for (var one : new Together(exchanges).tooMany(entrants)) {
            var check = one.entrant().check();
            problems.add(new LaneProblem(one.entrant().lane().index(), new PreFlight(Verdict.NEVER, check.inputTokens(),
                    check.reservedOutput(), one.window(), null, null, check.contextTokens(), check.estimatedCost())));
            parts.removeIf(part -> part.lane().equals(one.entrant().lane()));
        }
    }

    private Sum sum(Predicate<Part> which) {
        var tokens = 0L;
        var requests = 0L;
        var cost = BigDecimal.ZERO;
        var priced = false;
        for (var part : parts) {
            if (which.test(part)) {
                requests += each(run);
                tokens += each(run) * part.load().used();
                priced |= part.load().cost() != null;
                cost = cost.add(part.load().cost() == null ? BigDecimal.ZERO : part.load().cost());
            }
        }
        var micros = cost.multiply(BigDecimal.valueOf(each(run))).movePointRight(6).setScale(0, RoundingMode.UP);
        return new Sum(requests, tokens, priced ? (Long) micros.longValue() : null);
    }

    private Double time() {
        if (parts.isEmpty()) {
            return null;
        }
        var rehearsal = new Rehearsal(exchanges, parts.stream().map(Part::lane).toList());
        var round = parts.stream().map(Part::load).toList();
        if (run.mode() == Mode.RACE) {
            return rehearsal.atOnce(round);
        }
        return rehearsal.inTurn(Collections.nCopies(each(run), round).stream().flatMap(List::stream).toList());
    }

    private BigDecimal cost() {
        var known = parts.stream().map(part -> part.load().cost()).filter(Objects::nonNull).toList();
        return known.isEmpty()
                ? null
                : known.stream().reduce(BigDecimal.ZERO, BigDecimal::add).multiply(BigDecimal.valueOf(each(run)));
    }

    private List<BudgetState> overBudget() {
        Map<String, BudgetState> budgets = new LinkedHashMap<>();
        for (var part : parts) {
            exchanges.budgets(part.lane().account())
                    .forEach(budget -> budgets.putIfAbsent(budget.budget().id(), budget));
        }
        return budgets.values().stream().filter(this::over).toList();
    }

    private boolean over(BudgetState budget) {
        Predicate<Part> counts = part -> budget.budget().concerns(part.lane().account());
        var sum = sum(counts);
        return Allowed.over(budget, sum.requests(), sum.tokens(), sum.micros())
                || parts.stream().filter(counts).anyMatch(part -> budget.over(part.check().need())
                        || part.check().verdict() == Verdict.OVER_BUDGET);
    }

    private List<OverDay> overDay() {
        List<OverDay> over = new ArrayList<>();
        var seen = new ArrayList<Object>();
        for (var part : parts) {
            var pool = part.load().pool();
            if (seen.contains(pool)) {
                continue;
            }
            seen.add(pool);
            var sum = sum(other -> other.load().pool().equals(pool));
            for (var window : exchanges.quota(part.lane().account(), part.lane().model()).windows()) {
                if (Allowed.overShare(window, sum.tokens(), sum.requests())) {
                    over.add(new OverDay(part.lane().index(), window,
                            window.metric() == Metric.REQUESTS ? sum.requests() : sum.tokens()));
                }
            }
        }
        return over;
    }
}
