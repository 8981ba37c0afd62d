package app.pitot.cli;

import app.pitot.api.ChatMessage;
import app.pitot.api.ChatRequest;
import app.pitot.api.OkHttpChatClient;
import app.pitot.base.Texts;
import app.pitot.exchange.ExchangeEngine;
import app.pitot.exchange.ExchangeResult;
import app.pitot.exchange.ExchangeSpec;
import app.pitot.exchange.RunningExchange;
import app.pitot.exchange.WarmUp;
import app.pitot.store.DataFolder;
import app.pitot.store.SqliteLedger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pitot probe}: one request through the whole pipeline, and its figures. */
@Command(name = "probe", mixinStandardHelpOptions = true, versionProvider = Build.class, description = "${bundle:cli.probe}", footer = "${bundle:cli.probe.footer}")
final class ProbeCommand implements Callable<Integer> {
    private static final long PRINT_EVERY_MS = 30;
    private static final int MAX_PROMPT = 8 * 1024 * 1024;
    private static final double MAX_TEMPERATURE = 2;

    private final CliContext context;

    @Spec
    private CommandSpec spec;

    @Option(names = "--base-url", required = true, paramLabel = "URL", description = "${bundle:cli.baseUrl}")
    private String baseUrl;

    @Option(names = "--model", required = true, paramLabel = "ID", description = "${bundle:cli.model}")
    private String model;

    @Option(names = "--prompt", paramLabel = "TEXT", description = "${bundle:cli.probe.prompt}")
    private String prompt;

    @Option(names = "--max-tokens", paramLabel = "N", description = "${bundle:cli.probe.maxTokens}")
    private Integer maxTokens;

    @Option(names = "--temperature", paramLabel = "T", description = "${bundle:cli.probe.temperature}")
    private Double temperature;

    @Option(names = "--key-env", paramLabel = "NAME", description = "${bundle:cli.keyEnv}")
    private String keyEnv;

    @Option(names = "--json", description = "${bundle:cli.probe.json}")
    private boolean json;

    ProbeCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        var exchange = exchangeSpec();
        var folder = DataFolder.resolve(context.environment());
        // First, so that it is closed last: a signal waits until the output is flushed and the ledger written.
        try (var signal = new OnSignal();
                var client = new OkHttpChatClient(context.clocks());
                var ledger = new SqliteLedger(folder, context.clocks(),
                        problem -> context.err().println(problem.message()))) {
            ledger.openSoon();
            WarmUp.run(client);
            var running = new ExchangeEngine(context.clocks(), client, ledger).start(exchange);
            signal.act(running::stop);
            var result = json ? running.result().get() : follow(running);
            show(result);
            if (context.out().checkError()) {
                context.err().println(Texts.get("cli.output.lost"));
                return ExitCode.OTHER;
            }
            return ExitCode.of(result);
        }
    }

    private ExchangeSpec exchangeSpec() throws IOException {
        var choices = new Choices(context, spec);
        if (model.isBlank()) {
            throw choices.refuse(Texts.get("cli.model.blank"));
        }
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
        var account = choices.account(baseUrl, keyEnv, null);
        var messages = List.of(new ChatMessage(ChatMessage.Role.USER, text));
        return new ExchangeSpec(account, choices.model(account, model),
                new ChatRequest(model, messages, temperature, maxTokens));
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
            throw new Choices(context, spec).refuse(Texts.get("cli.prompt.long", MAX_PROMPT));
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Prints the answer as it comes. */
    private ExchangeResult follow(RunningExchange running) throws InterruptedException, ExecutionException {
        var result = running.result();
        var answer = new StringBuilder();
        var reasoning = new StringBuilder();
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
                continue;
            }
        }
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
            ProbeSummary.print(result, context.err());
        }
        context.out().flush();
        context.err().flush();
    }
}
