package app.pitot.cli;

import app.pitot.accounts.Household;
import app.pitot.base.Texts;
import app.pitot.provider.Catalogue;
import app.pitot.store.ReportedFile;
import app.pitot.usage.Reconciliation;
import app.pitot.usage.RequestFilter.Status;
import app.pitot.usage.UsageException;
import app.pitot.usage.UsageQuery;
import app.pitot.usage.Usages;
import app.pitot.usage.report.AccountLabels;
import app.pitot.usage.report.ReconciliationWords;
import app.pitot.usage.report.RequestsFile;
import app.pitot.usage.report.Stretch;
import app.pitot.usage.report.UsageCsv;
import app.pitot.usage.report.UsageJson;
import app.pitot.usage.report.UsageMarkdown;
import java.io.IOException;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pitot usage}: what past requests came to, from the ledger alone; costs no tokens and asks nobody. */
@Command(name = "usage", mixinStandardHelpOptions = true, versionProvider = Build.class, description = "${bundle:cli.usage}", footer = "${bundle:cli.usage.footer}")
final class UsageCommand implements Callable<Integer> {
    /** Requests in a table, if nothing else is said. */
    private static final int FEW = 50;
    private static final int MOST = 100_000;

    private final CliContext context;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataDir dataDir;

    @Mixin
    private UsageOptions options;

    @Option(names = "--by", paramLabel = "model|provider|account|day|hour", description = "${bundle:cli.usage.by}")
    private UsageOptions.By by = UsageOptions.By.MODEL;

    @Option(names = "--requests", description = "${bundle:cli.usage.requests}")
    private boolean requests;

    @Option(names = "--status", split = ",", paramLabel = "complete|truncated|stopped|limited|too_long|refused|failed|open", description = "${bundle:cli.usage.status}")
    private List<Status> statuses = List.of();

    @Option(names = "--last", paramLabel = "N", description = "${bundle:cli.usage.last}")
    private Integer last;

    @Option(names = "--json", description = "${bundle:cli.usage.json}")
    private boolean json;

    @Option(names = "--csv", description = "${bundle:cli.usage.csv}")
    private boolean csv;

    @Option(names = "--markdown", description = "${bundle:cli.usage.markdown}")
    private boolean markdown;

    UsageCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        check(new Choices(context, spec));
        var zone = ZoneId.systemDefault();
        try (var house = dataDir.open(context, Catalogue.shipped());
                var open = opened(house);
                var out = new PrinterStream(context.out())) {
            var usages = open == null ? Usages.NONE : open.usages();
            var query = options.query(by, usages, house, context, zone);
            if (open == null) {
                context.err().println(Texts.get("cli.usage.nothing", house.folders().data()));
            }
            var labels = AccountLabels.of(house.book().entries());
            if (requests) {
                requests(new RequestsFile(usages, options.filter(query, Set.copyOf(statuses)), labels), labels, zone,
                        out);
            } else {
                usage(usages, query, reported(usages, query, house), labels, out);
            }
        } catch (UsageException e) {
            context.err().println(e.getMessage());
            if (json) {
                context.out().println(AccountsReport.failed("unreadable", e.getMessage()));
            }
            return ExitCode.OTHER;
        } catch (IOException e) {
            return lost();
        }
        context.out().flush();
        if (context.out().checkError()) {
            return lost();
        }
        return ExitCode.COMPLETE;
    }

    private int lost() {
        context.err().println(Texts.get("cli.output.lost"));
        return ExitCode.OTHER;
    }

    private void check(Choices choices) {
        if ((csv ? 1 : 0) + (json ? 1 : 0) + (markdown ? 1 : 0) > 1) {
            throw choices.refuse(Texts.get("cli.usage.formats"));
        }
        if (!requests && (!statuses.isEmpty() || last != null)) {
            throw choices.refuse(Texts.get("cli.usage.requests.only"));
        }
        if (last != null && (last < 1 || last > MOST)) {
            throw choices.refuse(Texts.get("cli.usage.last.wrong", MOST));
        }
    }

    /** Null if there is no ledger: none is made by looking. */
    private OpenUsage opened(Household house) {
        return Files.exists(house.folders().data().resolve("pitot.db")) ? OpenUsage.open(context, house) : null;
    }

    private void usage(Usages usages, UsageQuery query, List<Reconciliation> said, AccountLabels labels,
            PrinterStream out) throws IOException, UsageException {
        var now = context.clocks().now();
        if (markdown) {
            out.text(UsageMarkdown.of(Stretch.read(usages, query), said, labels, now));
            return;
        }
        var report = usages.report(query);
        if (json) {
            UsageJson.write(report, said, labels, out);
        } else if (csv) {
            UsageCsv.write(report, by.slots() ? UsageCsv.Rows.SLOTS : UsageCsv.Rows.GROUPS, labels, out);
        } else {
            new UsageTable(report, by, labels).print(said.stream()
                    .map(each -> ReconciliationWords.sentence(each, labels.of(each.account()), now) + " "
                            + ReconciliationWords.provenance(each, now))
                    .toList(), context.out());
        }
    }

    /** What providers said last of the accounts that are asked for, as far as a window has written it down. */
    private static List<Reconciliation> reported(Usages usages, UsageQuery query, Household house)
            throws UsageException {
        var found = new ArrayList<Reconciliation>();
        for (var each : new ReportedFile(house.folders().data()).load().entrySet()) {
            var at = each.getValue().at();
            boolean asked = query.accounts().isEmpty() || query.accounts().contains(each.getKey());
            if (asked && !at.isBefore(query.from()) && at.isBefore(query.until())) {
                var counted = usages.report(Reconciliation.query(each.getKey(), at)).total();
                var said = Reconciliation.of(each.getKey(), each.getValue().status(), at, counted);
                if (said != null) {
                    found.add(said);
                }
            }
        }
        return found;
    }

    private void requests(RequestsFile file, AccountLabels labels, ZoneId zone, PrinterStream out)
            throws IOException, UsageException {
        if (json) {
            file.json(last, out);
        } else if (csv) {
            file.csv(last, out);
        } else if (markdown) {
            file.markdown(last, zone, out);
        } else {
            RequestTable.print(file, last == null ? FEW : last, labels, zone, context.out());
        }
    }
}
