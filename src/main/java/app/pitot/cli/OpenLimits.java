package app.pitot.cli;

import app.pitot.accounts.Household;
import app.pitot.api.OkHttpChatClient;
import app.pitot.exchange.Budgets;
import app.pitot.exchange.ExchangeEngine;
import app.pitot.provider.Catalogue;
import app.pitot.store.SqliteLedger;

/** What it takes to tell limits, for the time of one command. Nothing is sent, and no keychain opened. */
record OpenLimits(Catalogue catalogue, Household house, SqliteLedger ledger, OkHttpChatClient client,
        ExchangeEngine engine)
        implements
            AutoCloseable {
    static OpenLimits open(CliContext context, DataDir dataDir) {
        var catalogue = Catalogue.shipped();
        var house = dataDir.open(context, catalogue);
        var ledger = new SqliteLedger(house.folders().data(), context.clocks(),
                problem -> context.err().println(problem.message()));
        var client = new OkHttpChatClient(context.clocks());
        return new OpenLimits(catalogue, house, ledger, client, new ExchangeEngine(context.clocks(), client, ledger,
                new Budgets(context.clocks(), ledger, () -> house.settings().current().budgets())));
    }

    @Override
    public void close() {
        client.close();
        ledger.close();
        house.close();
    }
}
