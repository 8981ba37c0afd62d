package app.pitot.cli;

import app.pitot.history.History;
import app.pitot.store.Database;
import app.pitot.store.SqliteHistory;

/** The history for the time of one command. */
record KeptHistory(History history, Database database) implements AutoCloseable {
    static KeptHistory open(CliContext context, DataDir dataDir) {
        var database = new Database(dataDir.folders(context).data(), context.clocks(),
                problem -> context.err().println(problem.message()));
        return new KeptHistory(new SqliteHistory(database, context.clocks()), database);
    }

    @Override
    public void close() {
        history.close();
        database.close();
    }
}
