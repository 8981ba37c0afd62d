package app.pitot.ui.params;

import app.pitot.api.ChatParameters;
import app.pitot.api.ResponseFormat;
import app.pitot.history.Setup;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the user set for the next requests. An empty or null value is not sent. JavaFX thread only. */
public final class Parameters {
    /**
     * The cap that a new window starts with. Providers set the cap aside before they answer, and without one they take up
     * to the whole context, so a modest one leaves room for more requests in a minute.
     */
    public static final int STARTING_MAX_TOKENS = 2_048;
    /** What a schema is called to the endpoint unless the user names it. */
    public static final String SCHEMA_NAME = "answer";

    private final StringProperty systemPrompt = new SimpleStringProperty("");
    private final ObjectProperty<Double> temperature = new SimpleObjectProperty<>();
    private final ObjectProperty<Double> topP = new SimpleObjectProperty<>();
    private final ObjectProperty<Integer> maxTokens = new SimpleObjectProperty<>(STARTING_MAX_TOKENS);
    private final ObjectProperty<Long> seed = new SimpleObjectProperty<>();
    private final ObjectProperty<List<String>> stop = new SimpleObjectProperty<>(List.of());
    private final StringProperty effort = new SimpleStringProperty("");
    private final ObjectProperty<ResponseFormat.Kind> format = new SimpleObjectProperty<>();
    private final StringProperty schemaName = new SimpleStringProperty("");
    private final StringProperty schema = new SimpleStringProperty("");
    private final ObjectProperty<Integer> topLogprobs = new SimpleObjectProperty<>();
    private final StringProperty tools = new SimpleStringProperty("");
    private final StringProperty toolChoice = new SimpleStringProperty("");
    private final StringProperty extraBody = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Setup> setup = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Problem>> problems = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyLongWrapper shown = new ReadOnlyLongWrapper();
    private boolean showing;

    public Parameters() {
        for (Observable each : List.of(systemPrompt, temperature, topP, maxTokens, seed, stop, effort, format,
                schemaName, schema, topLogprobs, tools, toolChoice, extraBody)) {
            each.addListener(_ -> changed());
        }
        changed();
    }

    public StringProperty systemPrompt() {
        return systemPrompt;
    }

    /** 0 to 2, or null for the provider's own default. */
    public ObjectProperty<Double> temperature() {
        return temperature;
    }

    /** Above 0, to 1; or null. */
    public ObjectProperty<Double> topP() {
        return topP;
    }

    /** At least 1, or null for no cap. */
    public ObjectProperty<Integer> maxTokens() {
        return maxTokens;
    }

    /** Any number, or null. */
    public ObjectProperty<Long> seed() {
        return seed;
    }

    /** Texts that end the answer, none empty; never null. */
    public ObjectProperty<List<String>> stop() {
        return stop;
    }

    /** A word of the model's; blank for none. */
    public StringProperty effort() {
        return effort;
    }

    /** Null for the provider's own default. */
    public ObjectProperty<ResponseFormat.Kind> format() {
        return format;
    }

    /** What the schema is called; blank for {@link #SCHEMA_NAME}. */
    public StringProperty schemaName() {
        return schemaName;
    }

    /** JSON text as typed, whether or not it is any; kept while another format is chosen. */
    public StringProperty schema() {
        return schema;
    }

    /** 0 to 20, or null for no probabilities. */
    public ObjectProperty<Integer> topLogprobs() {
        return topLogprobs;
    }

    /** JSON text as typed, whether or not it is any; blank for none. */
    public StringProperty tools() {
        return tools;
    }

    /** {@code auto}, {@code none}, {@code required} or a tool's name; blank for none. */
    public StringProperty toolChoice() {
        return toolChoice;
    }

    /** JSON text as typed, whether or not it is any; blank for none. */
    public StringProperty extraBody() {
        return extraBody;
    }

    /** System prompt and parameters as they stand, without account and model; never null. */
    public ReadOnlyObjectProperty<Setup> setup() {
        return setup.getReadOnlyProperty();
    }

    /**
     * What is set now. JSON texts are as the user typed them: nothing may be sent while there are {@link #problems}.
     */
    public ChatParameters current() {
        return setup.get().parameters();
    }

    /** What must be mended before anything is sent; never null. */
    public ReadOnlyObjectProperty<List<Problem>> problems() {
        return problems.getReadOnlyProperty();
    }

    /** Shows the system prompt and the parameters of {@code kept} in the place of what is set. */
    public void show(Setup kept) {
        var set = kept.parameters();
        var answer = set.responseFormat();
        showing = true;
        systemPrompt.set(kept.systemPrompt());
        temperature.set(set.temperature());
        topP.set(set.topP());
        maxTokens.set(set.maxTokens());
        seed.set(set.seed());
        stop.set(set.stop());
        effort.set(text(set.reasoningEffort()));
        format.set(answer == null ? null : answer.kind());
        schemaName.set(answer == null || SCHEMA_NAME.equals(answer.name()) ? "" : text(answer.name()));
        schema.set(answer == null ? "" : text(answer.schema()));
        topLogprobs.set(set.topLogprobs());
        tools.set(text(set.tools()));
        toolChoice.set(text(set.toolChoice()));
        extraBody.set(text(set.extraBody()));
        showing = false;
        changed();
        shown.set(shown.get() + 1);
    }

    /** Grows whenever {@link #show} replaced what was set. */
    public ReadOnlyLongProperty shown() {
        return shown.getReadOnlyProperty();
    }

    private void changed() {
        if (!showing) {
            var now = read();
            problems.set(ParameterChecks.of(now));
            setup.set(new Setup(systemPrompt.get(), now, null, null));
        }
    }

    private ChatParameters read() {
        var choice = blank(tools.get()) ? null : set(toolChoice.get());
        return new ChatParameters(temperature.get(), topP.get(), maxTokens.get(), seed.get(), stop.get(),
                set(effort.get()), answer(), topLogprobs.get(), set(tools.get()), choice, set(extraBody.get()));
    }

    private ResponseFormat answer() {
        var kind = format.get();
        if (kind == null) {
            return null;
        }
        return kind == ResponseFormat.Kind.SCHEMA
                ? new ResponseFormat(kind, blank(schemaName.get()) ? SCHEMA_NAME : schemaName.get().strip(),
                        schema.get())
                : new ResponseFormat(kind, null, null);
    }

    private static String set(String text) {
        return blank(text) ? null : text.strip();
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
