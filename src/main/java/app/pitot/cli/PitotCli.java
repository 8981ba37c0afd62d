package app.pitot.cli;

import app.pitot.api.ApiError;
import app.pitot.api.ErrorKind;
import app.pitot.base.Clocks;
import app.pitot.base.Texts;
import app.pitot.keys.KeychainStore;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import picocli.CommandLine;

/** The command line: {@code pitot [options]} opens the window, its subcommands need none. */
public final class PitotCli {
    private PitotCli() {}

    /**
     * Runs what {@code args} ask for and returns the exit code: 0 done, 2 wrong usage, and what the command says. Blocks
     * until it is done; prints one line, never a stack trace, for whatever goes wrong.
     *
     * @param out should write UTF-8; flushed before this returns
     */
    public static int run(String[] args, Launcher launcher, PrintWriter out, PrintWriter err) {
        return run(args,
                new CliContext(launcher, out, err, System.in, System::getenv, Clocks.system(), KeychainStore::new,
                        System.console() != null && System.console().isTerminal()));
    }

    static int run(String[] args, CliContext context) {
        var line = new CommandLine(new RootCommand(context));
        line.addSubcommand(new ProbeCommand(context));
        line.addSubcommand(new CompareCommand(context));
        line.addSubcommand(new CommandLine(new AccountsCommand())
                .addSubcommand(new AccountsListCommand(context)).addSubcommand(new AccountsTestCommand(context)));
        line.addSubcommand(new CommandLine(new HistoryCommand())
                .addSubcommand(new HistoryListCommand(context)).addSubcommand(new HistoryExportCommand(context))
                .addSubcommand(new HistoryImportCommand(context))
                .addSubcommand(new HistoryBackupsCommand(context)).addSubcommand(new HistoryRestoreCommand(context)));
        line.addSubcommand(new SimulatorCommand(context));
        line.addSubcommand(new TourCommand(context));
        line.addSubcommand(new ModelsCommand(context));
        line.addSubcommand(new LimitsCommand(context));
        line.addSubcommand(new WatchCommand(context));
        line.addSubcommand(new UsageCommand(context));
        line.addSubcommand(new PlanCommand(context));
        line.setResourceBundle(
                ResourceBundle.getBundle("app.pitot.texts", Locale.ROOT, PitotCli.class.getModule()));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(context.out());
        line.setErr(context.err());
        line.setParameterExceptionHandler((problem, given) -> UsageErrors.show(problem, given, context));
        line.setExecutionExceptionHandler((problem, _, _) -> broken(problem, args, context));
        try (var _ = new Logging(context.err())) {
            return line.execute(args);
        } catch (Error problem) {
            return broken(problem, args, context);
        } finally {
            context.out().flush();
            context.err().flush();
        }
    }

    /** A defect of ours: told in one line, and in the object that {@code --json} promised. */
    private static int broken(Throwable problem, String[] args, CliContext context) {
        var message = Texts.get("cli.broken", problem.getClass().getSimpleName());
        context.err().println(message);
        if (UsageErrors.wantsJson(args)) {
            context.out().println(Arrays.asList(args).contains(ProbeCommand.NAME)
                    ? ProbeReport.unsent(new ApiError(ErrorKind.INTERNAL, null, null, message, null, null))
                    : AccountsReport.failed("internal", message));
        }
        return ExitCode.OTHER;
    }
}
