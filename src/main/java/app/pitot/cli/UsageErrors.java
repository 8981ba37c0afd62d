package app.pitot.cli;

import app.pitot.api.ApiError;
import app.pitot.api.ErrorKind;
import app.pitot.base.Texts;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** One clear line for a command line that cannot be understood, and the JSON object that {@code --json} promised. */
final class UsageErrors {
    private UsageErrors() {}

    static int show(ParameterException problem, String[] given, CliContext context) {
        var command = problem.getCommandLine();
        var message = message(problem);
        context.err().println(command.getCommandSpec().qualifiedName() + ": " + message);
        if (!(problem instanceof Refusal)) {
            context.err().println(Texts.get("cli.seeHelp", command.getCommandSpec().qualifiedName()));
        }
        if (wantsJson(given)) {
            var error = new ApiError(ErrorKind.BAD_REQUEST, null, "usage", message, null, null);
            context.out().println(ProbeReport.unsent(error));
        }
        return ExitCode.USAGE;
    }

    static boolean wantsJson(String[] given) {
        return Arrays.asList(given).contains("--json");
    }

    /** An argument that is no option of ours may well be a key, so it is not repeated. */
    private static String message(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException unmatched) {
            var first = unmatched.getUnmatched().getFirst();
            return first.startsWith("--")
                    ? Texts.get("cli.unknownOption", first.replaceFirst("=.*", ""))
                    : Texts.get("cli.unknownArgument");
        }
        return problem.getMessage().lines().findFirst().orElse("").strip();
    }

    /** Understood, but it cannot be done as asked: the message says why, and the help would not. */
    static final class Refusal extends ParameterException {
        private static final long serialVersionUID = 1L;

        Refusal(CommandLine command, String message) {
            super(command, message);
        }
    }
}
