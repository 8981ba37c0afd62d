package app.pitot.compare;

import app.pitot.compare.Analysis.LaneSummary;
import app.pitot.compare.Analysis.Verdict;
import app.pitot.provider.Catalogue;
import app.pitot.speed.TokenBasis;
import app.pitot.statistics.Interval;
import app.pitot.statistics.UnpairedRatio;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * What changed between two runs of a set, in one measure. The rounds of two runs have nothing in common, so this is not paired:
 * it compares one hour with another, and says nothing of why they differ.
 *
 * @param then the earlier run
 * @param now the later one
 * @param lanes those that both have, in the order of {@code now}
 * @param added lanes of {@code now} alone
 * @param gone lanes of {@code then} alone
 * @param cautions what else is not as it was
 */
public record Change(Comparison then, Comparison now, Measure measure, List<LaneChange> lanes, List<Integer> added,
        List<Integer> gone, Set<Caution> cautions) {
    public Change {
        lanes = List.copyOf(lanes);
        added = List.copyOf(added);
        gone = List.copyOf(gone);
        cautions = Set.copyOf(cautions);
    }

    /**
     * One lane that both runs have.
     *
     * @param then its index in the earlier run
     * @param now its index in the later one
     * @param medianThen null without values
     * @param medianNow null without values
     * @param ratio how many times as fast it is now as it was then, above 0; null unless both have values. The median of all
     *     quotients, so not exactly that of the medians
     * @param interval of that ratio, 95 % for all lanes together, by the rank sum test; null with too few values
     * @param verdict of now against then
     */
    public record LaneChange(int then, int now, Double medianThen, Double medianNow, int valuesThen, int valuesNow,
            Double ratio, Interval interval, Verdict verdict) {}

    /** What makes the two hard to compare. Texts: {@code change.caution.<name>}. */
    public enum Caution {
        /** The prompt or the system prompt is another. */
        PROMPT,
        /** One is a race. */
        MODE,
        /** One was sent with a nonce against caches. */
        NONCE,
        /** A lane has other parameters. */
        PARAMETERS,
        /** A lane goes to another endpoint. */
        ENDPOINT,
        /** Tokens are reported in one and estimated in the other. */
        BASIS,
        /** Another version of the app measured. */
        APP_VERSION
    }

    /** The same lanes have the same model at the same account, else at the same provider, in whatever order. */
    public static Change between(Comparison then, Comparison now, Measure measure) {
        var partners = partners(then.lanes(), now.lanes());
        var before = Analyst.analyse(then, measure).lanes();
        var after = Analyst.analyse(now, measure).lanes();
        var both = partners.stream().filter(Objects::nonNull).count();
        var lanes = new ArrayList<LaneChange>();
        var added = new ArrayList<Integer>();
        var cautions = EnumSet.noneOf(Caution.class);
        for (var lane = 0; lane < now.lanes().size(); lane++) {
            var partner = partners.get(lane);
            if (partner == null) {
                added.add(lane);
            } else {
                lanes.add(change(before.get(partner), after.get(lane), measure, both));
                cautions.addAll(cautions(then, partner, now, lane));
            }
        }
        var gone = new ArrayList<Integer>();
        for (var lane = 0; lane < then.lanes().size(); lane++) {
            if (!partners.contains(lane)) {
                gone.add(lane);
            }
        }
        cautions.addAll(cautions(then, now));
        return new Change(then, now, measure, lanes, added, gone, cautions);
    }

    private static LaneChange change(LaneSummary then, LaneSummary now, Measure measure, long lanes) {
        var a = now.values().stream().mapToDouble(Double::doubleValue).toArray();
        var b = then.values().stream().mapToDouble(Double::doubleValue).toArray();
        var error = Analyst.ERROR / lanes;
        // The shorter time is the faster one.
        var ratio = measure.moreIsFaster() ? UnpairedRatio.of(a, b, error) : UnpairedRatio.of(b, a, error);
        return new LaneChange(then.lane(), now.lane(), then.median(), now.median(), b.length, a.length,
                ratio == null ? null : ratio.ratio(), ratio == null ? null : ratio.interval(),
                Analyst.verdict(ratio == null ? null : ratio.interval()));
    }

    /** For each lane of {@code now} that of {@code then}, or null. */
    private static List<Integer> partners(List<LaneFacts> then, List<LaneFacts> now) {
        List<BiPredicate<LaneFacts, LaneFacts>> ways = List.of(
                (a, b) -> sameAccount(a, b) && a.parameters().equals(b.parameters()), Change::sameAccount,
                (a, b) -> sameProvider(a, b) && a.parameters().equals(b.parameters()), Change::sameProvider);
        var found = new Integer[now.size()];
        var taken = new HashSet<Integer>();
        for (var way : ways) {
            for (var lane = 0; lane < now.size(); lane++) {
                for (var other = 0; found[lane] == null && other < then.size(); other++) {
                    if (way.test(then.get(other), now.get(lane)) && taken.add(other)) {
                        found[lane] = other;
                    }
                }
            }
        }
        return Arrays.asList(found);
    }

    private static boolean sameAccount(LaneFacts a, LaneFacts b) {
        return a.accountId().equals(b.accountId()) && a.modelId().equals(b.modelId());
    }

    private static boolean sameProvider(LaneFacts a, LaneFacts b) {
        return a.providerId().equals(b.providerId()) && a.modelId().equals(b.modelId());
    }

    private static Set<Caution> cautions(Comparison then, Comparison now) {
        var found = EnumSet.noneOf(Caution.class);
        add(found, Caution.PROMPT, !then.promptHash().equals(now.promptHash()));
        add(found, Caution.MODE, then.mode() != now.mode());
        add(found, Caution.NONCE, then.setup().nonce() != now.setup().nonce());
        add(found, Caution.APP_VERSION, !then.appVersion().equals(now.appVersion()));
        return found;
    }

    private static Set<Caution> cautions(Comparison then, int before, Comparison now, int after) {
        var found = EnumSet.noneOf(Caution.class);
        var a = then.lanes().get(before);
        var b = now.lanes().get(after);
        add(found, Caution.PARAMETERS, !a.parameters().equals(b.parameters()));
        // A simulator takes whatever port is free.
        add(found, Caution.ENDPOINT,
                !a.baseUrl().equals(b.baseUrl()) && !a.providerId().equals(Catalogue.SIMULATOR));
        var earlier = bases(then, before);
        var later = bases(now, after);
        add(found, Caution.BASIS, !earlier.isEmpty() && !later.isEmpty() && !earlier.equals(later));
        return found;
    }

    private static Set<TokenBasis> bases(Comparison run, int lane) {
        var found = EnumSet.noneOf(TokenBasis.class);
        run.samples().stream().filter(each -> each.lane() == lane && each.counts())
                .forEach(each -> found.add(each.speed().basis()));
        return found;
    }

    private static void add(Set<Caution> to, Caution caution, boolean holds) {
        if (holds) {
            to.add(caution);
        }
    }
}
