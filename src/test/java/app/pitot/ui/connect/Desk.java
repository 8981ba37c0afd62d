package app.pitot.ui.connect;

import app.pitot.accounts.KeyCheck;
import app.pitot.accounts.KeyCheck.Verdict;
import app.pitot.api.CheckStep;
import app.pitot.accounts.WhereKeys;
import app.pitot.base.Clocks;
import app.pitot.keys.SessionStore;
import app.pitot.provider.KeyPlace;
import app.pitot.store.Settings;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import app.pitot.provider.ModelInfo;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.common.ManualDelays;
import app.pitot.ui.common.ManualExecutor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

/** The tools of the account screens with nothing behind them; the test says what each answers. */
public final class Desk {
    public final Catalogue catalogue = Catalogue.shipped();
    public final FakeBook book = new FakeBook(catalogue);
    public final FakeKeychain keychain = new FakeKeychain();
    public final SessionStore session = new SessionStore();
    public List<KeyPlace> doubtful = List.of();
    public int clears;
    public int insisted;
    /** The time of day of the clocks. */
    public Instant now = Instant.parse("2026-12-01T10:00:00Z");
    public final ManualExecutor background = new ManualExecutor();
    public final ManualDelays delays = new ManualDelays();
    public final AtomicLong nanos = new AtomicLong();
    public final Set<String> variables = new HashSet<>();
    public final List<Account> checked = new ArrayList<>();
    public final List<CheckStep> steps = new ArrayList<>();
    public List<AccountTools.Found> found = List.of();
    public KeyCheck.Result verdict = new KeyCheck.Result(Verdict.GOOD, "fine", List.of());

    /** Work waits in {@link #background} until the test runs it. */
    public AccountTools tools() {
        return tools(background, Runnable::run);
    }

    public AccountTools tools(Executor work, Executor fx) {
        return new AccountTools(book, new KeyCheck() {
            @Override
            public Result check(Account account) {
                checked.add(account);
                return verdict;
            }

            @Override
            public Result insist(Account account) {
                insisted++;
                return check(account);
            }
        }, (_, sink) -> steps.forEach(sink), () -> found, room(),
                catalogue, new Clocks(nanos::get, () -> now), new Jobs(work, fx),
                delays);
    }

    private KeyRoom room() {
        return new KeyRoom(keychain, session, () -> keychain.retries++, variables::contains,
                () -> new WhereKeys(keychain, session).rows(settings()), () -> {
                    clears++;
                    return book.removal;
                });
    }

    private Settings settings() {
        return Settings.DEFAULT.withAccounts(book.entries()).withWelcomed(true).withDoubtful(doubtful);
    }

    public void answers(Verdict with, String message, String... models) {
        verdict = new KeyCheck.Result(with, message, java.util.Arrays.stream(models).map(ModelInfo::ofId).toList());
    }
}
