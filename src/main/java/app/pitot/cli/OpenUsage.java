package app.pitot.cli;

import app.pitot.accounts.Household;
import app.pitot.store.Database;
import app.pitot.store.SqliteUsages;
import app.pitot.usage.Usages;

/** What it takes to tell of past requests, for the time of one command. Nothing is sent, and no keychain opened. */
record OpenUsage(Database database, Usages usages) implements AutoCloseable {
    static OpenUsage open(CliContext context, Household house) {
        var database = new Database(house.folders().data(), context.clocks(),
                problem -> context.err().println(problem.message()));
        return new OpenUsage(database, new SqliteUsages(database));
    }

    @Override
    public void close() {
        database.close();
    }
}
