package app.pitot.advice;

import app.pitot.usage.Grouping;
import app.pitot.usage.RequestFilter;
import app.pitot.usage.RequestRow;
import app.pitot.usage.Step;
import app.pitot.usage.UsageException;
import app.pitot.usage.UsageQuery;
import app.pitot.usage.Usages;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Set;

/** Reads what an account did. Blocks on the disk; safe from any thread. */
public final class PastReader {
    private static final int PAGE = 1_000;

    private final Usages usages;
    private final int most;

    public PastReader(Usages usages) {
        this(usages, 20_000);
    }

    /** @param most requests that are looked at one by one, the newest */
    PastReader(Usages usages, int most) {
        this.usages = usages;
        this.most = most;
    }

    /**
     * @param simulated true if the account is a simulator
     * @throws UsageException if the ledger cannot be read
     */
    public Past read(String accountId, boolean simulated, Instant from, Instant until) throws UsageException {
        // Limits begin anew by UTC, whatever the zone that the user lives in.
        var days = usages.report(query(accountId, simulated, from, until, Step.DAY));
        var filter = new RequestFilter(from, until, Set.of(), Set.of(accountId), Set.of(), Set.of(), "", null);
        var rows = new ArrayList<RequestRow>();
        boolean more = true;
        while (more && rows.size() < most) {
            int asked = Math.min(PAGE, most - rows.size());
            var page = usages.requests(filter, rows.isEmpty() ? null : rows.getLast(), asked);
            rows.addAll(page);
            more = page.size() == asked;
        }
        boolean whole = !more || usages.requests(filter, rows.getLast(), 1).isEmpty();
        // By the hour only where the requests one by one are not all there.
        var hours = (whole ? Usages.NONE : usages).report(query(accountId, simulated, from, until, Step.HOUR));
        return new Past(accountId, from, until, days, hours, rows.reversed(), whole);
    }

    private static UsageQuery query(String accountId, boolean simulated, Instant from, Instant until, Step step) {
        return new UsageQuery(from, until, step, Grouping.MODEL, ZoneOffset.UTC, Set.of(accountId), Set.of(),
                simulated);
    }
}
