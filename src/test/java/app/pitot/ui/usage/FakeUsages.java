package app.pitot.ui.usage;

import app.pitot.usage.RequestFilter;
import app.pitot.usage.RequestRow;
import app.pitot.usage.UsageException;
import app.pitot.usage.UsageQuery;
import app.pitot.usage.UsageReport;
import app.pitot.usage.Usages;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Answers with what a test gives it, and remembers what was asked. */
final class FakeUsages implements Usages {
    final List<UsageQuery> asked = new CopyOnWriteArrayList<>();
    volatile Function<UsageQuery, UsageReport> answer;
    volatile String broken;

    FakeUsages(Function<UsageQuery, UsageReport> answer) {
        this.answer = answer;
    }

    @Override
    public UsageReport report(UsageQuery query) throws UsageException {
        asked.add(query);
        if (broken != null) {
            throw new UsageException(broken, null);
        }
        return answer.apply(query);
    }

    @Override
    public List<RequestRow> requests(RequestFilter filter, RequestRow after, int most) {
        return List.of();
    }

    @Override
    public RequestRow request(String id) {
        return null;
    }
}
