package app.pitot.cli;

import app.pitot.api.ChatParameters;
import app.pitot.base.Texts;
import app.pitot.compare.ComparisonSetup;
import app.pitot.compare.LaneSetup;
import app.pitot.compare.Mode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** What is asked, and how, by {@code pitot compare}. */
final class CompareOptions {
    private static final int MAX_PROMPT = 8 * 1024 * 1024;
    private static final double MAX_TEMPERATURE = 2;

    @Option(names = "--rounds", paramLabel = "K", description = "${bundle:cli.compare.rounds}")
    private Integer rounds;

    @Option(names = "--race", description = "${bundle:cli.compare.race}")
    private boolean race;

    @Option(names = "--prompt", paramLabel = "TEXT", description = "${bundle:cli.compare.prompt}")
    private String prompt;

    @Option(names = "--prompt-file", paramLabel = "FILE", description = "${bundle:cli.compare.promptFile}")
    private String promptFile;

    @Option(names = "--system", paramLabel = "FILE", description = "${bundle:cli.compare.system}")
    private String systemFile;

    @Option(names = "--max-tokens", paramLabel = "N", description = "${bundle:cli.probe.maxTokens}")
    private Integer maxTokens;

    @Option(names = "--temperature", paramLabel = "T", description = "${bundle:cli.probe.temperature}")
    private Double temperature;

    @Option(names = "--no-nonce", description = "${bundle:cli.compare.noNonce}")
    private boolean noNonce;

    @Option(names = "--no-warm-up", description = "${bundle:cli.compare.noWarmUp}")
    private boolean noWarmUp;

    @Option(names = "--until-precise", description = "${bundle:cli.compare.untilPrecise}")
    private boolean untilPrecise;

    /** @param usual where nothing is said of it */
    private Mode mode(Mode usual) {
        return race ? Mode.RACE : rounds != null ? Mode.ROUNDS : usual;
    }

    /** True if the prompt comes from there. */
    boolean readsStandardInput() {
        return "-".equals(promptFile);
    }

    /**
     * Those that every lane gets.
     *
     * @throws UsageErrors.Refusal if one is out of its range
     */
    ChatParameters parameters(Choices choices) {
        if (maxTokens != null && maxTokens < 1) {
            throw choices.refuse(Texts.get("cli.maxTokens.range"));
        }
        if (temperature != null && !(temperature >= 0 && temperature <= MAX_TEMPERATURE)) {
            throw choices.refuse(Texts.get("cli.temperature.range"));
        }
        return ChatParameters.of(temperature, maxTokens);
    }

    /**
     * What is asked of {@code lanes}. Reads files.
     *
     * @throws UsageErrors.Refusal if there is nothing to ask, or it cannot be read
     */
    ComparisonSetup setup(List<LaneSetup> lanes, Choices choices, InputStream in) {
        checkRounds(choices);
        if (prompt != null && promptFile != null) {
            throw choices.refuse(Texts.get("cli.compare.prompts"));
        }
        var system = systemFile == null ? "" : file(systemFile, choices);
        var text = promptFile == null
                ? prompt == null ? Texts.get("cli.compare.defaultPrompt") : prompt
                : readsStandardInput() ? standardInput(choices, in) : file(promptFile, choices);
        if (text.isBlank()) {
            throw choices.refuse(Texts.get("cli.prompt.blank"));
        }
        return new ComparisonSetup(mode(Mode.ROUNDS), system, text, lanes,
                rounds == null ? ComparisonSetup.USUAL_ROUNDS : rounds,
                !noNonce, !noWarmUp, untilPrecise);
    }

    /** A set that is run again, with another number of rounds if one is given; nothing else of it can be changed here. */
    ComparisonSetup again(ComparisonSetup saved, Choices choices) {
        checkRounds(choices);
        if (prompt != null || promptFile != null || systemFile != null || maxTokens != null || temperature != null
                || noNonce || noWarmUp) {
            throw choices.refuse(Texts.get("cli.compare.set.fixed"));
        }
        return new ComparisonSetup(mode(saved.mode()), saved.systemPrompt(), saved.prompt(), saved.lanes(),
                rounds == null ? saved.rounds() : rounds, saved.nonce(), saved.warmUp(),
                saved.untilPrecise() || untilPrecise);
    }

    private void checkRounds(Choices choices) {
        if (rounds != null && (race || rounds < 1 || rounds > ComparisonSetup.MOST_ROUNDS)) {
            throw choices.refuse(Texts.get(race ? "cli.compare.rounds.race" : "cli.compare.rounds.range",
                    ComparisonSetup.MOST_ROUNDS));
        }
    }

    private static String standardInput(Choices choices, InputStream in) {
        try {
            // A pipe may never end.
            return text(in.readNBytes(MAX_PROMPT + 1), choices);
        } catch (IOException e) {
            throw choices.refuse(Texts.get("cli.compare.file", "-"));
        }
    }

    private static String file(String name, Choices choices) {
        try (var in = Files.newInputStream(Path.of(name))) {
            return text(in.readNBytes(MAX_PROMPT + 1), choices);
        } catch (IOException | RuntimeException e) {
            if (e instanceof UsageErrors.Refusal refusal) {
                throw refusal;
            }
            throw choices.refuse(Texts.get("cli.compare.file", TerminalText.harmless(name)));
        }
    }

    private static String text(byte[] bytes, Choices choices) {
        if (bytes.length > MAX_PROMPT) {
            throw choices.refuse(Texts.get("cli.prompt.long", MAX_PROMPT));
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
