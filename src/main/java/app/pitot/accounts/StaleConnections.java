package app.pitot.accounts;

import app.pitot.provider.AccountEntry;
import java.util.List;
import java.util.function.Consumer;

/** Lets go of connections to an account that was changed or removed: they remember its old key, headers and proxy. */
public final class StaleConnections {
    private final AccountBook book;
    private final Consumer<String> forget;
    private List<AccountEntry> known;

    private StaleConnections(AccountBook book, Consumer<String> forget) {
        this.book = book;
        this.forget = forget;
        this.known = book.entries();
    }

    /**
     * Follows {@code book} from now on.
     *
     * @param forget told, on the thread that makes the change, the base URL of each account that is no longer as it was
     */
    public static AutoCloseable follow(AccountBook book, Consumer<String> forget) {
        return book.subscribe(new StaleConnections(book, forget)::changed);
    }

    private synchronized void changed() {
        var now = book.entries();
        known.stream().filter(entry -> !now.contains(entry)).map(AccountEntry::baseUrl).distinct().forEach(forget);
        known = now;
    }
}
