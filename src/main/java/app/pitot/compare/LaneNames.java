package app.pitot.compare;

import app.pitot.provider.Account;
import java.util.List;
import java.util.Objects;

/** Tells accounts of one name apart. */
public final class LaneNames {
    private static final int SHORT_ID = 4;

    private LaneNames() {}

    /**
     * What tells each of {@code accounts} from others of its name: its plan, or the end of its id.
     *
     * @param accounts one for each lane; null where none is chosen
     * @return one for each, in their order; empty where no other has that name
     */
    public static List<String> apart(List<Account> accounts) {
        return accounts.stream().map(each -> each == null ? "" : apart(each, namesakes(each, accounts))).toList();
    }

    /** What accounts are called in results, which are read beside others: a simulator goes by its plan even if it is the only one. */
    static List<String> of(List<Account> accounts) {
        return accounts.stream().map(each -> {
            var apart = each.provider().simulated() && namesakes(each, accounts).isEmpty()
                    ? plan(each)
                    : apart(each, namesakes(each, accounts));
            return apart.isEmpty() ? each.name() : each.name() + " · " + apart;
        }).toList();
    }

    private static List<Account> namesakes(Account one, List<Account> accounts) {
        return accounts.stream().filter(Objects::nonNull)
                .filter(other -> other.name().equals(one.name()) && !other.id().equals(one.id())).toList();
    }

    private static String apart(Account account, List<Account> namesakes) {
        if (namesakes.isEmpty()) {
            return "";
        }
        var plan = plan(account);
        return plan.isEmpty() || namesakes.stream().anyMatch(other -> plan(other).equals(plan))
                ? account.id().substring(Math.max(0, account.id().length() - SHORT_ID))
                : plan;
    }

    private static String plan(Account account) {
        return account.plan() == null ? "" : account.plan().name();
    }
}
