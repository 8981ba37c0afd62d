package app.pitot.ui.params;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** System prompt, temperature and max tokens. An empty field is not sent; a field that cannot be read says so. */
public final class ParametersPane extends VBox {
    private static final double MAX_TEMPERATURE = 2;
    private static final int MOST_TOKENS = 10_000_000;

    public ParametersPane(Parameters parameters) {
        getStyleClass().add("parameters");
        var title = new Label(Texts.get("parameters.title"));
        title.getStyleClass().add("text-strong");
        var system = new TextArea();
        system.setWrapText(true);
        system.setPrefRowCount(6);
        system.setPromptText(Texts.get("parameters.empty"));
        system.textProperty().bindBidirectional(parameters.systemPrompt());
        getChildren().add(title);
        field("parameters.system", system, help("parameters.system.help"));
        number("parameters.max", parameters.maxTokens(), ParametersPane::readTokens);
        number("parameters.temperature", parameters.temperature(), ParametersPane::readTemperature);
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        var note = help("parameters.note");
        getChildren().addAll(space, note);
    }

    private void field(String key, TextInputControl control, Label help) {
        var label = new Label(Texts.get(key));
        label.setLabelFor(control);
        VBox.setMargin(label, new javafx.geometry.Insets(10, 0, 0, 0));
        Describe.node(control, Texts.get(key), null);
        Describe.tooltip(control, null);
        control.setAccessibleHelp(Texts.get(key + ".help"));
        getChildren().addAll(label, control, help);
    }

    private static Label help(String key) {
        var label = new Label(Texts.get(key));
        label.getStyleClass().add("field-help");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** A text field for an optional number: what cannot be read is said below it and leaves the value as it was. */
    private <T> void number(String key, ObjectProperty<T> value, Function<String, T> read) {
        var field = new TextField();
        var help = help(key + ".help");
        field.setPromptText(Texts.get("parameters.empty"));
        Runnable show = () -> field.setText(value.get() == null ? "" : value.get().toString());
        show.run();
        value.addListener((_, _, now) -> {
            if (!field.isFocused() || !Objects.equals(now, parsed(field.getText(), read))) {
                show.run();
            }
        });
        field.textProperty().addListener((_, _, text) -> {
            boolean good = parses(text, read);
            field.getStyleClass().remove("error");
            help.getStyleClass().remove("text-bad");
            if (good) {
                value.set(parsed(text, read));
                help.setText(Texts.get(key + ".help"));
            } else {
                field.getStyleClass().add("error");
                help.getStyleClass().add("text-bad");
                help.setText(value.get() == null
                        ? Texts.get("parameters.kept.none", Texts.get(key + ".bad"))
                        : Texts.get("parameters.kept", Texts.get(key + ".bad"), value.get().toString()));
            }
        });
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                show.run();
            }
        });
        field(key, field, help);
    }

    /** The value of a text that {@link #parses}, null for a blank one. */
    private static <T> T parsed(String text, Function<String, T> read) {
        return parses(text, read) && !text.isBlank() ? read.apply(text.strip()) : null;
    }

    private static <T> boolean parses(String text, Function<String, T> read) {
        try {
            return text.isBlank() || read.apply(text.strip()) != null;
        } catch (NumberFormatException notANumber) {
            return false; // the field is marked and its tooltip says what it takes
        }
    }

    static Integer readTokens(String text) {
        int tokens = Integer.parseInt(text.replace(",", "").replace(" ", ""));
        return tokens >= 1 && tokens <= MOST_TOKENS ? tokens : null;
    }

    static Double readTemperature(String text) {
        double value = Double.parseDouble(text.replace(',', '.'));
        return value >= 0 && value <= MAX_TEMPERATURE ? value : null;
    }
}
