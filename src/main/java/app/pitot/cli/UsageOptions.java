package app.pitot.cli;

import app.pitot.accounts.Household;
import app.pitot.base.Texts;
import app.pitot.provider.AccountEntry;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Provider;
import app.pitot.usage.Grouping;
import app.pitot.usage.RequestFilter;
import app.pitot.usage.RequestFilter.Status;
import app.pitot.usage.Step;
import app.pitot.usage.UsageException;
import app.pitot.usage.UsageQuery;
import app.pitot.usage.Usages;
import app.pitot.usage.report.AccountLabels;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which requests are asked for. */
final class UsageOptions {
    /** How long an hour by hour list may be. */
    private static final long MOST_HOURS_DAYS = 100;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--since", paramLabel = "7d|24h|today|DAY|all", description = "${bundle:cli.usage.since}")
    private String since = "7d";

    @Option(names = "--until", paramLabel = "DAY", description = "${bundle:cli.usage.until}")
    private String until;

    @Option(names = "--account", paramLabel = "NAME", description = "${bundle:cli.usage.account}")
    private List<String> accounts = List.of();

    @Option(names = "--model", paramLabel = "ID", description = "${bundle:cli.usage.model}")
    private List<String> models = List.of();

    @Option(names = "--simulated", description = "${bundle:cli.usage.simulated}")
    private boolean simulated;

    /** By what it is told apart. */
    enum By {
        MODEL, PROVIDER, ACCOUNT, DAY, HOUR;

        boolean slots() {
            return this == DAY || this == HOUR;
        }

        private Grouping grouping() {
            return switch (this) {
                case PROVIDER -> Grouping.PROVIDER;
                case ACCOUNT -> Grouping.ACCOUNT;
                case MODEL, DAY, HOUR -> Grouping.MODEL;
            };
        }
    }

    /**
     * @throws UsageErrors.Refusal if it cannot be understood
     * @throws UsageException if the ledger must be asked for accounts and cannot be read
     */
    UsageQuery query(By by, Usages usages, Household house, CliContext context, ZoneId zone) throws UsageException {
        var choices = new Choices(context, spec);
        var now = context.clocks().now();
        var from = TimeSpan.begin(since, now, zone);
        if (from == null) {
            throw choices.refuse(Texts.get("cli.usage.since.wrong"));
        }
        var end = until == null ? now : TimeSpan.end(until, now, zone);
        if (end == null) {
            throw choices.refuse(Texts.get("cli.usage.until.wrong"));
        }
        end = end.isAfter(now) ? now : end;
        if (!from.isBefore(end)) {
            throw choices.refuse(Texts.get("cli.usage.order"));
        }
        if (by == By.HOUR && from.plusSeconds(MOST_HOURS_DAYS * 86_400).isBefore(end)) {
            throw choices.refuse(Texts.get("cli.usage.hours", MOST_HOURS_DAYS));
        }
        if (models.stream().anyMatch(String::isBlank)) {
            throw choices.refuse(Texts.get("cli.model.blank"));
        }
        var ids = new HashSet<String>();
        for (var account : accounts) {
            ids.addAll(ids(account, usages, house, choices, now));
        }
        return new UsageQuery(from, end, by == By.HOUR ? Step.HOUR : Step.DAY, by.grouping(), zone, ids,
                Set.copyOf(models), simulated || !accounts.isEmpty());
    }

    /** The same for single requests. */
    RequestFilter filter(UsageQuery query, Set<Status> statuses) {
        // A filter names who is asked for, not who is left out.
        var providers = query.simulated()
                ? Set.<String>of()
                : Catalogue.shipped().providers().stream().map(Provider::id)
                        .filter(id -> !id.equals(Catalogue.SIMULATOR)).collect(Collectors.toSet());
        return new RequestFilter(query.from(), query.until(), statuses, query.accounts(), providers, query.models(), "",
                null);
    }

    /** An account that is there, or whichever the ledger has by that name: the simulator, an address, one that was removed. */
    private static Set<String> ids(String name, Usages usages, Household house, Choices choices, Instant now)
            throws UsageException {
        var wanted = name.strip().toLowerCase(Locale.ROOT);
        var entries = house.book().entries();
        if (!wanted.isEmpty() && entries.stream().noneMatch(each -> begins(each, wanted))) {
            var labels = AccountLabels.of(entries);
            var all = usages.report(new UsageQuery(Instant.EPOCH, now, Step.DAY, Grouping.ACCOUNT,
                    ZoneOffset.UTC, Set.of(), Set.of(), true));
            var found = all.groups().stream().map(each -> each.key().account())
                    .filter(id -> id != null && (id.toLowerCase(Locale.ROOT).startsWith(wanted)
                            || labels.of(id).toLowerCase(Locale.ROOT).startsWith(wanted)))
                    .collect(Collectors.toSet());
            if (!found.isEmpty()) {
                return found;
            }
        }
        return Set.of(NamedAccount.find(house, name, choices).id());
    }

    private static boolean begins(AccountEntry entry, String wanted) {
        return entry.name().toLowerCase(Locale.ROOT).startsWith(wanted);
    }
}
