package app.pitot.store;

import app.pitot.compare.Comparison;
import app.pitot.compare.Sample;
import app.pitot.compare.SavedSet;
import app.pitot.compare.Vote;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** What one call changes of what is kept of comparisons. Doing it twice changes nothing, so that a failed one can be repeated. */
sealed interface ComparisonChange extends Database.Change {
    record SaveSet(SavedSet set) implements ComparisonChange {
        @Override
        public void write(Connection connection) throws SQLException {
            SetRow.write(connection, set);
        }
    }

    record ForgetSet(String id) implements ComparisonChange {
        @Override
        public void write(Connection connection) throws SQLException {
            SetRow.remove(connection, id);
        }

        /** The log still has what was removed. */
        @Override
        public boolean leavesTraces() {
            return true;
        }
    }

    /** @param head without samples */
    record Begin(Comparison head) implements ComparisonChange {
        @Override
        public void write(Connection connection) throws SQLException {
            ComparisonRow.of(head).add(connection);
        }
    }

    /** @param id of the row, unique for ever */
    record Add(String id, String comparison, Sample sample) implements ComparisonChange {
        @Override
        public void write(Connection connection) throws SQLException {
            if (ComparisonRow.byId(connection, comparison) != null) {
                SampleRow.add(connection, id, comparison, sample);
            }
        }
    }

    record End(String comparison, Comparison.State state, Instant at) implements ComparisonChange {
        @Override
        public void write(Connection connection) throws SQLException {
            var row = ComparisonRow.byId(connection, comparison);
            if (row != null) {
                row.end(connection, state, at);
            }
        }
    }

    record KeepVote(String comparison, Vote vote) implements ComparisonChange {
        @Override
        public void write(Connection connection) throws SQLException {
            var row = ComparisonRow.byId(connection, comparison);
            if (row != null) {
                row.vote(connection, vote);
            }
        }
    }

    record Remove(String comparison) implements ComparisonChange {
        @Override
        public void write(Connection connection) throws SQLException {
            for (var from : new String[]{"sample WHERE comparison = ?", "comparison WHERE id = ?"}) {
                try (var delete = connection.prepareStatement("DELETE FROM " + from)) {
                    Sql.bind(delete, Stored.text(comparison));
                    delete.executeUpdate();
                }
            }
        }

        @Override
        public boolean leavesTraces() {
            return true;
        }
    }
}
