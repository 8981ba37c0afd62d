package app.pitot.cli;

import app.pitot.accounts.Household;
import app.pitot.api.OkHttpChatClient;
import app.pitot.compare.Comparer;
import app.pitot.compare.Comparisons;
import app.pitot.compare.ExchangeComparer;
import app.pitot.compare.Lane;
import app.pitot.exchange.Budgets;
import app.pitot.exchange.ExchangeEngine;
import app.pitot.exchange.WarmUp;
import app.pitot.store.Database;
import app.pitot.store.LessonsFile;
import app.pitot.store.SqliteComparisons;
import app.pitot.store.SqliteLedger;
import app.pitot.store.SqliteTraces;
import java.time.Instant;
import java.util.List;

/** What it takes to compare, for the time of one command. */
record OpenCompare(Household house, SqliteLedger ledger, Comparisons kept, OkHttpChatClient client,
        LessonsFile lessons, SqliteTraces traces, ExchangeEngine engine, Comparer comparer)
        implements
            AutoCloseable {
    static OpenCompare open(CliContext context, Household house) {
        var database = new Database(house.folders().data(), context.clocks(),
                problem -> context.err().println(problem.message()));
        database.openSoon();
        var ledger = new SqliteLedger(database, context.clocks());
        var kept = new SqliteComparisons(database);
        var client = new OkHttpChatClient(context.clocks());
        var lessons = new LessonsFile(house.folders().data());
        var traces = new SqliteTraces(house.folders().data(), context.clocks(),
                () -> house.settings().current().bodies(), problem -> context.err().println(problem.message()));
        var engine = new ExchangeEngine(context.clocks(), client, ledger,
                new Budgets(context.clocks(), ledger, () -> house.settings().current().budgets()),
                lessons, traces);
        return new OpenCompare(house, ledger, kept, client, lessons, traces, engine,
                new ExchangeComparer(engine, client, context.clocks(), kept, Build.version()));
    }

    /** Reads what the ledger knows of the lanes, so that the first estimate is right. Blocks on the disk. */
    void prepare(List<Lane> lanes) throws InterruptedException {
        WarmUp.run(client);
        for (var lane : lanes) {
            engine.quotaOnceRead(lane.account(), lane.model());
            engine.typicalOnceRead(lane.account(), lane.model());
            // Budgets are read when they are first asked for; the next answer of the ledger comes behind that.
            engine.budgets(lane.account());
            ledger.since(lane.account().id(), lane.model().id(), Instant.EPOCH);
        }
    }

    @Override
    public void close() {
        client.close();
        lessons.close();
        traces.close();
        // With the database, and so with what is kept.
        ledger.close();
    }
}
