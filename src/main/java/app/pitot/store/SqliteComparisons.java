package app.pitot.store;

import app.pitot.compare.Comparison;
import app.pitot.compare.Comparisons;
import app.pitot.compare.Sample;
import app.pitot.compare.SavedSet;
import app.pitot.compare.Vote;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/**
 * Saved sets and runs in the database. Whoever adds does not wait for the disk, and what is read has all that was added; what
 * the disk never takes is there until Pitot ends. Of each text the first 200,000 characters are kept, of runs with very
 * much text less; lone surrogates become U+FFFD. A run whose end was never written is RUNNING when it is read. What is
 * damaged says so in the name of its set or run, and damaged samples are left out.
 */
public final class SqliteComparisons implements Comparisons {
    private final Pending<ComparisonChange> pending;

    /** Touches no disk yet. @param database shared with the ledger, and closed with it */
    public SqliteComparisons(Database database) {
        this.pending = new Pending<>(database);
    }

    @Override
    public List<SavedSet> sets() {
        return pending.read(List.of(), SetRow::all, PendingComparisons::sets);
    }

    @Override
    public void save(SavedSet set) {
        pending.write(new ComparisonChange.SaveSet(set));
    }

    @Override
    public void forget(String setId) {
        pending.write(new ComparisonChange.ForgetSet(setId));
    }

    @Override
    public void begin(Comparison head) {
        pending.write(new ComparisonChange.Begin(new Comparison(head.id(), head.setId(), head.name(), head.startedAt(),
                head.endedAt(), head.appVersion(), head.setup(), head.promptHash(), head.lanes(),
                head.seed(), head.state(), List.of(), head.votes())));
        head.samples().forEach(each -> add(head.id(), each));
    }

    @Override
    public void add(String comparisonId, Sample sample) {
        pending.write(new ComparisonChange.Add(UUID.randomUUID().toString(), comparisonId, sample));
    }

    @Override
    public void end(String comparisonId, Comparison.State state, Instant at) {
        pending.write(new ComparisonChange.End(comparisonId, state, at));
    }

    @Override
    public void vote(String comparisonId, Vote vote) {
        pending.write(new ComparisonChange.KeepVote(comparisonId, vote));
    }

    @Override
    public List<Comparison> past(String setId, int most) {
        // As many more as may have been removed.
        int enough = most + pending.all().size();
        return pending.read(List.<Comparison>of(),
                file -> ComparisonRow.newest(file, setId, enough).stream()
                        .map(row -> row.comparison(List.of(), true)).toList(),
                (disk, waiting) -> PendingComparisons.heads(setId, most, disk, waiting));
    }

    @Override
    public Comparison read(String comparisonId) {
        return pending.read(null, file -> run(file, comparisonId),
                (disk, waiting) -> PendingComparisons.run(comparisonId, disk, waiting));
    }

    @Override
    public void remove(String comparisonId) {
        pending.write(new ComparisonChange.Remove(comparisonId));
    }

    private static PendingComparisons.Run run(Connection file, String id) throws SQLException {
        var row = ComparisonRow.byId(file, id);
        if (row == null) {
            return null;
        }
        var samples = new LinkedHashMap<String, Sample>();
        boolean whole = true;
        for (var each : SampleRow.of(file, id)) {
            if (each.sample() == null) {
                whole = false;
            } else {
                samples.put(each.id(), each.sample());
            }
        }
        return new PendingComparisons.Run(row.comparison(List.of(), whole), samples);
    }
}
