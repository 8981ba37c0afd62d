package app.pitot.cli;

import app.pitot.accounts.Household;
import app.pitot.api.ApiError;
import app.pitot.api.ChatMessage;
import app.pitot.api.ChatRequest;
import app.pitot.api.ErrorKind;
import app.pitot.api.OkHttpChatClient;
import app.pitot.base.Texts;
import app.pitot.exchange.Budgets;
import app.pitot.exchange.ExchangeEngine;
import app.pitot.exchange.ExchangeResult;
import app.pitot.exchange.ExchangeSpec;
import app.pitot.exchange.Lessons;
import app.pitot.exchange.RunningExchange;
import app.pitot.exchange.Sending;
import app.pitot.exchange.TextTap;
import app.pitot.exchange.WarmUp;
import app.pitot.keys.KeyException;
import app.pitot.provider.Account;
import app.pitot.store.SqliteLedger;
import app.pitot.store.SqliteTraces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pitot probe}: one request through the whole pipeline, and its figures. */
@Command(name = ProbeCommand.NAME, mixinStandardHelpOptions = true, versionProvider = Build.class, description = "${bundle:cli.probe}", footer = "${bundle:cli.probe.footer}")
final class ProbeCommand implements Callable<Integer> {
    static final String NAME = "probe";

    private static final long PRINT_EVERY_MS = 30;
    private static final int MAX_PROMPT = 8 * 1024 * 1024;
    private static final double MAX_TEMPERATURE = 2;

    private final CliContext context;

    @Spec
    private CommandSpec spec;

    @Option(names = "--base-url", paramLabel = "URL", description = "${bundle:cli.baseUrl}")
    private String baseUrl;

    @Option(names = "--model", paramLabel = "ID", description = "${bundle:cli.probe.model}")
    private String model;

    @Option(names = "--prompt", paramLabel = "TEXT", description = "${bundle:cli.probe.prompt}")
    private String prompt;

    @Option(names = "--max-tokens", paramLabel = "N", description = "${bundle:cli.probe.maxTokens}")
    private Integer maxTokens;

    @Option(names = "--temperature", paramLabel = "T", description = "${bundle:cli.probe.temperature}")
    private Double temperature;

    @Option(names = "--key-env", paramLabel = "NAME", description = "${bundle:cli.keyEnv}")
    private String keyEnv;

    @Option(names = "--account", paramLabel = "NAME", description = "${bundle:cli.account}")
    private String accountName;

    @Mixin
    private DataDir dataDir;

    @Option(names = "--json", description = "${bundle:cli.probe.json}")
    private boolean json;

    @Option(names = "--when-fits", description = "${bundle:cli.probe.whenFits}")
    private boolean whenFits;

    @Option(names = "--no-retry", description = "${bundle:cli.probe.noRetry}")
    private boolean once;

    @Option(names = "--over-budget", description = "${bundle:cli.probe.overBudget}")
    private boolean overBudget;

    /** Made when the command runs: others need no catalogue. */
    private Choices choices;

    ProbeCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        choices = new Choices(context, spec);
        var text = checkedPrompt();
        var named = accountName == null ? choices.account(baseUrl, keyEnv, null) : null;
        try (var house = dataDir.open(context, choices.catalogue());
                var client = new OkHttpChatClient(context.clocks())) {
            return named == null
                    ? askAccount(house, client, text)
                    : ask(house, client, exchangeSpec(named, model, text));
        }
    }

    private Integer askAccount(Household house, OkHttpChatClient client, String text) throws Exception {
        var target = new ProbeTarget(choices);
        var entry = NamedAccount.find(house, accountName, choices);
        try {
            var account = target.account(house, entry);
            var asked = model == null ? target.model(house, entry, account, client) : model;
            return ask(house, client, exchangeSpec(account, asked, text));
        } catch (KeyException e) {
            return noKey(e);
        }
    }

    private int noKey(KeyException e) {
        context.err().println(e.getMessage());
        if (json) {
            var kind = e.keychain() ? ErrorKind.KEYCHAIN : ErrorKind.BAD_KEY;
            context.out().println(ProbeReport.unsent(new ApiError(kind, null, null, e.getMessage(), null, null)));
        }
        return ExitCode.of(e);
    }

    private Integer ask(Household house, OkHttpChatClient client, ExchangeSpec exchange) throws Exception {
        var folder = house.folders().data();
        // First, so that it is closed last: a signal waits until the output is flushed and the ledger written.
        try (var signal = new OnSignal();
                var ledger = new SqliteLedger(folder, context.clocks(),
                        problem -> context.err().println(problem.message()));
                var traces = new SqliteTraces(folder, context.clocks(), () -> house.settings().current().bodies(),
                        problem -> context.err().println(problem.message()))) {
            ledger.openSoon();
            WarmUp.run(client);
            var budgets = new Budgets(context.clocks(), ledger, () -> house.settings().current().budgets());
            var running = new ExchangeEngine(context.clocks(), client, ledger, budgets, Lessons.none(), traces).start(
                    exchange,
                    UUID.randomUUID().toString(), TextTap.NONE, how());
            signal.act(running::stop);
            var result = json ? watch(running) : follow(running);
            show(result);
            if (context.out().checkError()) {
                context.err().println(Texts.get("cli.output.lost"));
                return ExitCode.OTHER;
            }
            return ExitCode.of(result);
        }
    }

    private String checkedPrompt() throws IOException {
        new ProbeTarget(choices).check(accountName, baseUrl, keyEnv, model);
        if (maxTokens != null && maxTokens < 1) {
            throw choices.refuse(Texts.get("cli.maxTokens.range"));
        }
        if (temperature != null && !(temperature >= 0 && temperature <= MAX_TEMPERATURE)) {
            throw choices.refuse(Texts.get("cli.temperature.range"));
        }
        var text = promptText();
        if (text.isBlank()) {
            throw choices.refuse(Texts.get("cli.prompt.blank"));
        }
        return text;
    }

    private ExchangeSpec exchangeSpec(Account account, String asked, String text) {
        var messages = List.of(new ChatMessage(ChatMessage.Role.USER, text));
        return new ExchangeSpec(account, choices.model(account, asked),
                new ChatRequest(asked, messages, temperature, maxTokens));
    }

    private String promptText() throws IOException {
        if (prompt == null) {
            return Texts.get("cli.probe.defaultPrompt");
        }
        if (!prompt.equals("-")) {
            return prompt;
        }
        // A pipe may never end.
        var bytes = context.in().readNBytes(MAX_PROMPT + 1);
        if (bytes.length > MAX_PROMPT) {
            throw choices.refuse(Texts.get("cli.prompt.long", MAX_PROMPT));
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private Sending how() {
        return new Sending(whenFits, overBudget, !once);
    }

    /** Says only what it waits for. */
    private ExchangeResult watch(RunningExchange running) throws InterruptedException, ExecutionException {
        var waits = new ProbeWaits(context.err());
        while (true) {
            try {
                return running.result().get(PRINT_EVERY_MS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                waits.tell(running);
            }
        }
    }

    /** Prints the answer as it comes. */
    private ExchangeResult follow(RunningExchange running) throws InterruptedException, ExecutionException {
        var result = running.result();
        var answer = new StringBuilder();
        var reasoning = new StringBuilder();
        var waits = new ProbeWaits(context.err());
        while (true) {
            // Asked before draining: nothing comes after the end, so the last round has it all.
            boolean last = result.isDone();
            if (running.drain(answer, reasoning)) {
                context.out().print(TerminalText.harmless(answer));
                if (context.out().checkError()) {
                    // Nobody reads any more, as behind "| head": the rest would be paid for in vain.
                    running.stop();
                }
                answer.setLength(0);
                reasoning.setLength(0);
            }
            if (last) {
                return result.get();
            }
            try {
                result.get(PRINT_EVERY_MS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                waits.tell(running);
            }
        }
    }

    private String successor(ExchangeResult result) {
        var today = LocalDate.ofInstant(context.clocks().now(), ZoneOffset.UTC);
        return choices.catalogue().successor(result.spec().account().provider().id(), result.spec().model().id(), today)
                .orElse(null);
    }

    private void show(ExchangeResult result) {
        if (json) {
            context.out().println(ProbeReport.of(result));
            ProbeSummary.notes(result, context.err());
        } else {
            if (!result.answer().isEmpty()) {
                context.out().println();
            }
            context.out().flush();
            ProbeSummary.print(result, successor(result), context.err());
        }
        context.out().flush();
        context.err().flush();
    }
}
