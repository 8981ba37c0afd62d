package app.pitot.ui.compare;

import app.pitot.base.Texts;
import app.pitot.compare.Estimate;
import app.pitot.compare.Lane;
import app.pitot.exchange.Exchanges;
import app.pitot.provider.Account;
import app.pitot.provider.Metric;
import app.pitot.quota.DayUse;
import app.pitot.ui.common.Format;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** What a run would leave of today's limits at each account that it asks. */
final class DayAfter {
    private final Exchanges exchanges;

    DayAfter(Exchanges exchanges) {
        this.exchanges = exchanges;
    }

    /**
     * What is left at one account.
     *
     * @param left after the run, below 0 if it takes more than there is
     */
    record Left(Account account, DayUse day, long left) {}

    /** The providers' limits per day of those accounts that have one, in the order of the lanes. */
    List<Left> of(List<Lane> lanes, Estimate estimate) {
        var byAccount = new LinkedHashMap<String, List<Lane>>();
        lanes.forEach(lane -> byAccount.computeIfAbsent(lane.account().id(), _ -> new ArrayList<>()).add(lane));
        var all = new ArrayList<Left>();
        byAccount.values().forEach(own -> {
            var first = own.getFirst();
            var day = exchanges.quota(first.account(), first.model()).day();
            if (day != null && day.left() != null && !day.own() && day.metric() != Metric.USD) {
                var whole = day.metric() == Metric.REQUESTS ? estimate.requests() : estimate.tokens();
                all.add(new Left(first.account(), day, day.left() - whole * own.size() / lanes.size()));
            }
        });
        return all;
    }

    /** The least that is left, in words; empty if no account has such a limit. */
    static String words(List<Left> all) {
        return all.stream().filter(each -> each.day().metric() != Metric.REQUESTS)
                .min((a, b) -> Long.compare(a.left(), b.left()))
                .or(() -> all.stream().findFirst())
                .map(each -> Texts.get("compare.day.after", Format.count(Math.max(0, each.left())), unit(each)))
                .orElse("");
    }

    private static String unit(Left of) {
        return Texts.get(of.day().metric() == Metric.REQUESTS ? "compare.requests" : "compare.tokens");
    }
}
