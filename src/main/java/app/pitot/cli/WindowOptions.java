package app.pitot.cli;

import app.pitot.provider.Account;
import app.pitot.provider.Plan;
import app.pitot.store.Folders;
import app.pitot.store.Theme;

/**
 * How the window was asked to open; checked already.
 *
 * @param folders where the files are
 * @param account an endpoint that was named by its address; null if none was
 * @param accountId the account of the user's to open on; null if none was named
 * @param plan the simulator's plan, or the account's; null if not named
 * @param modelId null if not named
 * @param theme null if not named: the saved one then applies
 * @param tourWithoutDisplay true if the headless tour is to run instead where there is no display
 */
public record WindowOptions(Folders folders, Account account, String accountId, Plan plan, String modelId, Theme theme,
        boolean tourWithoutDisplay) {}
