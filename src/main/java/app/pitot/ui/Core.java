package app.pitot.ui;

import app.pitot.accounts.Household;
import app.pitot.accounts.KeyCheck;
import app.pitot.accounts.ProviderKeyCheck;
import app.pitot.api.ChatClient;
import app.pitot.base.Clocks;
import app.pitot.catalogue.ModelCatalogue;
import app.pitot.compare.Comparisons;
import app.pitot.compare.MemoryComparisons;
import app.pitot.exchange.Budgets;
import app.pitot.exchange.Exchanges;
import app.pitot.exchange.Traces;
import app.pitot.history.History;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import app.pitot.store.Settings;
import app.pitot.usage.Usages;
import java.util.List;

/**
 * What the window needs of the rest of the house; made by the composition root, which also closes it.
 *
 * @param settings as they were when the app started
 * @param accounts at least one, the simulators last; the first is selected
 * @param named true if the user named the first account on the command line
 * @param modelId the model to select of the first account; null for the last used or the first known
 * @param household the settings, the accounts and their secrets
 * @param models what each account offers
 * @param history the conversations that are kept
 * @param budgets those that the exchanges keep to
 * @param comparisons the comparisons that are kept
 * @param usages what past requests came to
 * @param traces what requests sent and received, as far as it is kept
 */
public record Core(Clocks clocks, Exchanges exchanges, ChatClient client, Catalogue catalogue, Settings settings,
        List<Account> accounts, boolean named, String modelId, Household household, ModelCatalogue models,
        History history, KeyCheck keyCheck, Budgets budgets, Comparisons comparisons,
        Usages usages, Traces traces) {
    public Core {
        accounts = List.copyOf(accounts);
    }

    /** With the usual check of keys, no budgets, no comparisons that are kept, no past requests and no traces. */
    public Core(Clocks clocks, Exchanges exchanges, ChatClient client, Catalogue catalogue, Settings settings,
            List<Account> accounts, boolean named, String modelId, Household household,
            ModelCatalogue models, History history) {
        this(clocks, exchanges, client, catalogue, settings, accounts, named, modelId, household, models, history,
                new ProviderKeyCheck(client), Budgets.none(clocks), new MemoryComparisons(), Usages.NONE,
                Traces.NONE);
    }
}
