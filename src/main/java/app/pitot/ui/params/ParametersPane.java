package app.pitot.ui.params;

import app.pitot.api.JsonText;
import app.pitot.api.ResponseFormat;
import app.pitot.base.Texts;
import app.pitot.quota.Audit;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.Shortcut;
import app.pitot.ui.editor.JsonBox;
import app.pitot.ui.editor.PromptBox;
import app.pitot.ui.offer.ModelChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Everything that can be set for a request. What is not set is not sent, and a line says what is; a field that cannot be
 * read says so.
 */
public final class ParametersPane extends VBox {
    private final Parameters parameters;
    private final ObservableValue<ModelChoice> model;
    private final ReadOnlyObjectWrapper<Map<Field, String>> marks = new ReadOnlyObjectWrapper<>(Map.of());
    private final VBox rows = new VBox(14);
    private final SuggestionLine suggestion;

    /**
     * @param model the selected one; its value may be null
     * @param random picks seeds
     * @param close puts the pane away
     */
    public ParametersPane(Parameters parameters, PresetsModel presets, ObservableValue<ModelChoice> model,
            RandomGenerator random, Runnable close) {
        this(parameters, model, random, Texts.get("parameters.title"), Shortcut.PARAMETERS, close);
        rows.getChildren().addAll(0, List.of(new PresetBar(presets), system()));
    }

    /** Without a system prompt and without presets. @param title says whose they are */
    public ParametersPane(Parameters parameters, ObservableValue<ModelChoice> model, RandomGenerator random,
            String title, Runnable close) {
        this(parameters, model, random, title, null, close);
    }

    private ParametersPane(Parameters parameters, ObservableValue<ModelChoice> model, RandomGenerator random,
            String title, Shortcut shortcut, Runnable close) {
        this.parameters = parameters;
        this.model = model;
        this.suggestion = new SuggestionLine(parameters.maxTokens());
        getStyleClass().add("parameters");
        getStylesheets().add(ParametersPane.class.getResource("/app/pitot/ui/params/params.css").toExternalForm());
        rows.getStyleClass().add("parameter-rows");
        heading("param.heading.answer");
        number(Field.TEMPERATURE, parameters.temperature(), NumberScale.temperature());
        number(Field.TOP_P, parameters.topP(), NumberScale.topP());
        number(Field.MAX_TOKENS, parameters.maxTokens(), NumberScale.tokens());
        rows.getChildren().add(suggestion);
        var seed = new SeedControl(parameters.seed(), random);
        rows.getChildren().add(row(Field.SEED, set(parameters.seed()), () -> parameters.seed().set(null), seed)
                .complains(seed.problem()));
        rows.getChildren().add(row(Field.STOP, BooleanExpression.booleanExpression(
                parameters.stop().map(stops -> !stops.isEmpty())), () -> parameters.stop().set(List.of()),
                new StopControl(parameters.stop())));
        rows.getChildren().addAll(effort(), format(), schema());
        number(Field.LOGPROBS, parameters.topLogprobs(), NumberScale.logprobs());
        heading("param.heading.tools");
        rows.getChildren().addAll(tools(), choice());
        heading("param.heading.more");
        rows.getChildren().add(extra());
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("parameters-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head(title, shortcut, close), scroll);
        parameters.setup().subscribe(_ -> mark());
        model.subscribe(_ -> mark());
    }

    /** Offers a smaller cap below the present one. @param audit its value may be null */
    public void suggest(ObservableValue<Audit> audit) {
        audit.subscribe(suggestion::show);
    }

    private VBox head(String words, Shortcut shortcut, Runnable close) {
        var title = new Label(words);
        title.getStyleClass().add("text-strong");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var shut = new Button(Texts.get("param.close"));
        shut.getStyleClass().addAll("small", "flat", "text-muted");
        shut.setOnAction(_ -> close.run());
        Describe.node(shut, Texts.get("param.close.name"), null,
                shortcut == null ? null : shortcut.combination(), Describe.Focus.TAB);
        var line = new HBox(8, title, space, shut);
        line.setAlignment(Pos.CENTER_LEFT);
        var sent = new Label();
        sent.getStyleClass().addAll("text-secondary", "text-muted", "parameters-sent");
        sent.setWrapText(true);
        sent.setMinHeight(Region.USE_PREF_SIZE);
        sent.textProperty().bind(parameters.setup().map(SentLine::of));
        var head = new VBox(4, line, sent);
        head.getStyleClass().add("parameters-head");
        return head;
    }

    private ParameterRow system() {
        var box = new PromptBox(4, 10);
        box.getStyleClass().add("framed");
        box.promptTextProperty().set(Texts.get("param.none"));
        box.describe(Field.SYSTEM.words(), Texts.get("param.system.help"));
        box.textProperty().bindBidirectional(parameters.systemPrompt());
        return text(Field.SYSTEM, parameters.systemPrompt(), box);
    }

    private ParameterRow effort() {
        var field = new TextField();
        field.setPromptText(Texts.get("param.default"));
        field.setAccessibleText(Field.EFFORT.words());
        field.textProperty().bindBidirectional(parameters.effort());
        var words = new WordControl<>(parameters.effort(), "", word -> word);
        model.subscribe(now -> words.offer(Marks.efforts(now)));
        return text(Field.EFFORT, parameters.effort(), words, field);
    }

    private ParameterRow format() {
        var words = new WordControl<>(parameters.format(), null, SentLine::words);
        words.offer(List.of(ResponseFormat.Kind.values()));
        return row(Field.FORMAT, set(parameters.format()), () -> parameters.format().set(null), words);
    }

    private ParameterRow schema() {
        var name = new TextField();
        name.setPromptText(Texts.get("param.schema.name", Parameters.SCHEMA_NAME));
        name.setAccessibleText(Texts.get("param.schema.name.label"));
        name.textProperty().bindBidirectional(parameters.schemaName());
        var row = text(Field.SCHEMA, parameters.schema(),
                json(Field.SCHEMA, parameters.schema(), JsonText.Kind.OBJECT), name);
        var wanted = parameters.format().map(ResponseFormat.Kind.SCHEMA::equals).orElse(false);
        row.visibleProperty().bind(wanted);
        row.managedProperty().bind(wanted);
        return row;
    }

    private ParameterRow tools() {
        return text(Field.TOOLS, parameters.tools(), json(Field.TOOLS, parameters.tools(), JsonText.Kind.ARRAY));
    }

    private ParameterRow choice() {
        var words = new WordControl<>(parameters.toolChoice(), "", word -> word);
        parameters.setup().subscribe(now -> {
            var offered = new ArrayList<>(List.of("auto", "none", "required"));
            if (now.parameters().tools() != null && now.parameters().tools().length() <= ParameterChecks.LONGEST) {
                ToolDefinitions.of(now.parameters().tools()).names().stream().limit(12).forEach(offered::add);
            }
            words.offer(offered.stream().distinct().toList());
        });
        var row = text(Field.TOOL_CHOICE, parameters.toolChoice(), words);
        row.disableProperty().bind(parameters.tools().map(String::isBlank));
        return row;
    }

    private ParameterRow extra() {
        var row = text(Field.EXTRA, parameters.extraBody(),
                json(Field.EXTRA, parameters.extraBody(), JsonText.Kind.OBJECT));
        return row.marked(parameters.setup().map(now -> {
            var ignored = ParameterChecks.ignored(now.parameters());
            return ignored.isEmpty() ? "" : Texts.get("param.extra.ignored", String.join(", ", ignored));
        }));
    }

    private static JsonBox json(Field field, StringProperty value, JsonText.Kind kind) {
        var box = new JsonBox(kind, 3, 14);
        box.promptTextProperty().set(Texts.get(field.key() + ".prompt"));
        box.describe(field.words(), Texts.get(field.key() + ".help"));
        box.textProperty().bindBidirectional(value);
        return box;
    }

    private <T> void number(Field field, ObjectProperty<T> value, NumberScale<T> scale) {
        var control = new NumberControl<>(field, value, scale);
        rows.getChildren().add(row(field, set(value), () -> value.set(null), control)
                .complains(control.problem()));
    }

    private ParameterRow text(Field field, StringProperty value, Node... controls) {
        return row(field, Bindings.createBooleanBinding(() -> !value.get().isBlank(), value), () -> value.set(""),
                controls).complains(parameters.problems().map(all -> complaint(field)));
    }

    private ParameterRow row(Field field, BooleanExpression set, Runnable clear, Node... controls) {
        return new ParameterRow(field, set, clear, controls).marked(marks.map(all -> all.getOrDefault(field, "")));
    }

    /** What a JSON box cannot say itself. */
    private String complaint(Field field) {
        return parameters.problems().get().stream().filter(each -> each.field() == field && !each.syntax())
                .map(Problem::message).findFirst().orElse("");
    }

    private void mark() {
        marks.set(Marks.of(model.getValue(), parameters.current()));
    }

    private void heading(String key) {
        var label = new Label(Texts.get(key));
        label.getStyleClass().addAll("text-strong", "parameter-heading");
        rows.getChildren().add(label);
    }

    private static BooleanExpression set(ObservableValue<?> value) {
        return BooleanExpression
                .booleanExpression(Bindings.createBooleanBinding(() -> value.getValue() != null, value));
    }
}
