package app.pitot.ui.shell;

import app.pitot.accounts.AccountBook;
import app.pitot.provider.Account;
import app.pitot.provider.AccountEntry;
import app.pitot.ui.Core;
import app.pitot.ui.offer.OffersModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** Follows the account book while the window is open: what the user adds, edits, disables or removes shows at once. */
final class AccountFeed {
    private final AccountBook book;
    private final OffersModel offers;
    private final List<Account> named;
    private final List<Account> simulators;
    private Set<String> entered;

    AccountFeed(Core core, OffersModel offers, Executor fx) {
        this.book = core.household().book();
        this.offers = offers;
        this.entered = ids();
        this.simulators = core.accounts().stream().filter(each -> each.provider().simulated()).toList();
        this.named = core.accounts().stream()
                .filter(each -> !each.provider().simulated() && !entered.contains(each.id())).toList();
        // For as long as the window is there, which is as long as the app runs.
        book.subscribe(() -> fx.execute(this::changed));
    }

    /** In the order of the start: what the command line named, the user's own, the simulators. */
    private void changed() {
        var now = new ArrayList<>(named);
        now.addAll(book.accounts());
        now.addAll(simulators);
        offers.setAccounts(now);
        var left = ids();
        var removed = new HashSet<>(entered);
        removed.removeAll(left);
        removed.forEach(offers::forget);
        entered = left;
    }

    private Set<String> ids() {
        return book.entries().stream().map(AccountEntry::id).collect(Collectors.toSet());
    }
}
