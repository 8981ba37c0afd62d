package app.pitot.compare;

import app.pitot.provider.Account;
import java.util.List;
import java.util.Objects;

/** What the accounts of lanes are called, so that two of one name can be told apart. */
public final class LaneNames {
    private static final int SHORT_ID = 4;

    private LaneNames() {}

    /**
     * One for each of {@code accounts}, in their order: its name; with its plan, or the end of its id, where another one has that
     * name, too.
     *
     * @param accounts one for each lane; null where none is chosen
     * @return empty where none is chosen
     */
    public static List<String> of(List<Account> accounts) {
        return accounts.stream().map(each -> each == null ? "" : name(each, namesakes(each, accounts))).toList();
    }

    /** The same for results, that are read beside others: a simulator goes by its plan even if it is the only one. */
    static List<String> lasting(List<Account> accounts) {
        return accounts.stream().map(each -> {
            var others = namesakes(each, accounts);
            return others.isEmpty() && each.provider().simulated() && each.plan() != null
                    ? each.name() + " · " + each.plan().name()
                    : name(each, others);
        }).toList();
    }

    private static List<Account> namesakes(Account one, List<Account> accounts) {
        return accounts.stream().filter(Objects::nonNull)
                .filter(other -> other.name().equals(one.name()) && !other.id().equals(one.id())).toList();
    }

    private static String name(Account account, List<Account> namesakes) {
        if (namesakes.isEmpty()) {
            return account.name();
        }
        var plan = plan(account);
        return account.name() + " · "
                + (plan.isEmpty() || namesakes.stream().anyMatch(other -> plan(other).equals(plan))
                        ? account.id().substring(Math.max(0, account.id().length() - SHORT_ID))
                        : plan);
    }

    private static String plan(Account account) {
        return account.plan() == null ? "" : account.plan().name();
    }
}
