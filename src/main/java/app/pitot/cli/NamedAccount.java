package app.pitot.cli;

import app.pitot.accounts.Household;
import app.pitot.base.Texts;
import app.pitot.provider.AccountEntry;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which account a user means by a name. */
final class NamedAccount {
    private NamedAccount() {}

    /**
     * By its whole name, else in any case of letters, else by what only one name begins with.
     *
     * @throws UsageErrors.Refusal that lists the names, if there is none or more than one such
     */
    static AccountEntry find(Household house, String name, Choices choices) {
        var entries = house.book().entries();
        if (entries.isEmpty()) {
            throw choices.refuse(Texts.get("cli.account.none"));
        }
        var wanted = name.strip().toLowerCase(Locale.ROOT);
        List<Predicate<AccountEntry>> ways = List.of(each -> each.name().equals(name),
                each -> lower(each).equals(wanted), each -> !wanted.isEmpty() && lower(each).startsWith(wanted));
        for (var way : ways) {
            var found = entries.stream().filter(way).toList();
            if (found.size() == 1) {
                return found.getFirst();
            }
            if (found.size() > 1) {
                throw choices.refuse(Texts.get("cli.account.several", names(found)));
            }
        }
        // What was typed may be a key: it is not repeated.
        throw choices.refuse(Texts.get("cli.account.unknown", names(entries)));
    }

    private static String lower(AccountEntry entry) {
        return entry.name().toLowerCase(Locale.ROOT);
    }

    private static String names(List<AccountEntry> entries) {
        return entries.stream().map(AccountEntry::name).map(TerminalText::harmless).collect(Collectors.joining(", "));
    }
}
