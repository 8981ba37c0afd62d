package app.pitot.cli;

import app.pitot.api.OkHttpChatClient;
import app.pitot.base.Texts;
import app.pitot.catalogue.CachedCatalogue;
import app.pitot.catalogue.Figures;
import app.pitot.catalogue.Listing;
import app.pitot.catalogue.PublicLists;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Provider;
import app.pitot.store.CatalogueFile;
import app.pitot.store.SqliteLedger;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pitot models}: what is known of models, and what providers tell when asked; costs no tokens. */
@Command(name = "models", mixinStandardHelpOptions = true, versionProvider = Build.class, description = "${bundle:cli.models}", footer = "${bundle:cli.models.footer}")
final class ModelsCommand implements Callable<Integer> {
    private final CliContext context;
    private final Catalogue catalogue = Catalogue.shipped();

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataDir dataDir;

    @Option(names = "--provider", paramLabel = "ID", description = "${bundle:cli.models.provider}")
    private String provider;

    @Option(names = "--account", paramLabel = "NAME", description = "${bundle:cli.models.account}")
    private String account;

    @Option(names = "--refresh", description = "${bundle:cli.models.refresh}")
    private boolean refresh;

    @Option(names = "--json", description = "${bundle:cli.json}")
    private boolean json;

    ModelsCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var choices = new Choices(context, spec);
        if (account == null) {
            return list(everybodys(choices), Figures.none());
        }
        if (provider != null) {
            throw choices.refuse(Texts.get("cli.models.one"));
        }
        try (var house = dataDir.open(context, catalogue);
                var ledger = new SqliteLedger(house.folders().data(), context.clocks(),
                        problem -> context.err().println(problem.message()))) {
            return list(List.of(house.book().account(NamedAccount.find(house, account, choices))), ledger);
        }
    }

    private int list(List<Account> accounts, Figures figures) {
        var folder = dataDir.folders(context).data();
        try (var client = new OkHttpChatClient(context.clocks());
                var models = new CachedCatalogue(catalogue, client, new CatalogueFile(folder,
                        problem -> context.err().println(problem.message())), figures, context.clocks())) {
            var listings = listings(models, accounts);
            if (json) {
                context.out().println(ModelsReport.of(catalogue, listings));
            } else {
                new ModelsTable(catalogue, LocalDate.ofInstant(context.clocks().now(), ZoneOffset.UTC), context.out())
                        .print(listings);
            }
            return listings.values().stream().allMatch(each -> each.problem() == null)
                    ? ExitCode.COMPLETE
                    : ExitCode.OTHER;
        }
    }

    private List<Account> everybodys(Choices choices) {
        if (provider == null) {
            // A server on this machine is looked for only if it is named.
            return catalogue.providers().stream()
                    .filter(each -> !each.simulated() && !each.facts().local()
                            && (!catalogue.models(each.id()).isEmpty() || PublicLists.offeredBy(each)))
                    .map(PublicLists::account).toList();
        }
        return List.of(PublicLists.account(catalogue.providers().stream()
                .filter(each -> each.id().equalsIgnoreCase(provider.strip())).findFirst()
                .orElseThrow(() -> choices.refuse(
                        Texts.get("cli.models.provider.unknown", catalogue.providers().stream().map(Provider::id)
                                .collect(Collectors.joining(", ")))))));
    }

    private Map<Account, Listing> listings(CachedCatalogue models, List<Account> accounts) {
        var coming = new ArrayList<CompletableFuture<Listing>>();
        for (var each : accounts) {
            // Whoever names nobody wants to hear of those that can be asked, not of those that cannot.
            boolean named = provider != null || account != null;
            boolean ask = refresh && (named || PublicLists.offeredBy(each.provider()));
            coming.add(ask ? models.refresh(each, true) : models.kept(each));
        }
        var listings = new LinkedHashMap<Account, Listing>();
        for (int i = 0; i < accounts.size(); i++) {
            var listing = coming.get(i).join();
            if (listing.problem() != null) {
                context.err().println(TerminalText.harmless(Texts.get("cli.models.problem",
                        accounts.get(i).name(), listing.problem())));
            }
            listings.put(accounts.get(i), listing);
        }
        return listings;
    }
}
