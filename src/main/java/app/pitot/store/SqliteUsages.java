package app.pitot.store;

import app.pitot.base.Texts;
import app.pitot.usage.RequestFilter;
import app.pitot.usage.RequestRow;
import app.pitot.usage.UsageException;
import app.pitot.usage.UsageQuery;
import app.pitot.usage.UsageReport;
import app.pitot.usage.Usages;
import java.util.ArrayList;
import java.util.List;

/** What the ledger in the database says of past requests. Whoever asks waits for nobody who writes, and they not for him. */
public final class SqliteUsages implements Usages {
    private final Database database;
    private final UsageReports reports = new UsageReports();

    /** Touches no disk yet. @param database shared with the ledger, and closed with it */
    public SqliteUsages(Database database) {
        this.database = database;
    }

    @Override
    public UsageReport report(UsageQuery query) throws UsageException {
        return look(file -> reports.run(file, query));
    }

    @Override
    public List<RequestRow> requests(RequestFilter filter, RequestRow after, int most) throws UsageException {
        var found = new ArrayList<RequestRow>();
        long below = Long.MAX_VALUE;
        while (found.size() < most && below > Long.MIN_VALUE) {
            if (Thread.currentThread().isInterrupted()) {
                throw new UsageException(Texts.get("usage.interrupted"), null);
            }
            long from = below;
            int left = most - found.size();
            var part = look(file -> RequestQuery.run(file, filter, after, from, left));
            found.addAll(part.rows());
            below = part.below();
        }
        return List.copyOf(found);
    }

    @Override
    public RequestRow request(String id) throws UsageException {
        var found = look(file -> RequestQuery.byId(file, id));
        return found.isEmpty() ? null : found.getFirst();
    }

    private <T> T look(Database.Lookup<T> lookup) throws UsageException {
        var found = database.lookLong(null, lookup);
        if (found == null) {
            throw new UsageException(Texts.get("usage.unread"), null);
        }
        return found;
    }
}
