package app.pitot.cli;

import app.pitot.api.ApiError;
import app.pitot.api.ErrorKind;
import app.pitot.base.Texts;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
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
            context.out().println(command.getCommandName().equals(ProbeCommand.NAME)
                    ? ProbeReport.unsent(error)
                    : AccountsReport.failed("usage", message));
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
        boolean safe = problem instanceof Refusal || problem instanceof MissingParameterException
                || problem instanceof OverwrittenOptionException;
        if (!safe && problem.getArgSpec() instanceof OptionSpec option) {
            return Texts.get("cli.value." + kind(option.type()), option.longestName(), choices(option.type()));
        }
        return problem.getMessage().lines().findFirst().orElse("").strip();
    }

    /** What an option takes: its value is not repeated, since it may be a key that belongs to another option. */
    private static String kind(Class<?> type) {
        if (type == Integer.class || type == Long.class || type == int.class || type == long.class) {
            return "whole";
        }
        if (type == Double.class || type == double.class) {
            return "number";
        }
        return type.isEnum() ? "choice" : type == boolean.class ? "none" : "other";
    }

    private static String choices(Class<?> type) {
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants()).map(value -> value.toString().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "))
                : "";
    }

    /** Understood, but it cannot be done as asked: the message says why, and the help would not. */
    static final class Refusal extends ParameterException {
        private static final long serialVersionUID = 1L;

        Refusal(CommandLine command, String message) {
            super(command, message);
        }
    }
}
