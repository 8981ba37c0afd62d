package app.pitot.ui.compare.answers;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.compare.answers.AnswersModel.Form;
import java.util.ArrayList;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

/** Which round is shown, and how. */
final class AnswersBar extends FlowPane {
    private final AnswersModel model;
    private final ComboBox<Integer> rounds = new ComboBox<>();
    private final ComboBox<Integer> against = new ComboBox<>();
    private final Button before = new Button(Texts.get("answers.before"));
    private final Button after = new Button(Texts.get("answers.after"));
    private final HBox choice;
    private final HBox compared;
    private boolean showing;

    AnswersBar(AnswersModel model) {
        super(12, 6);
        this.model = model;
        setRowValignment(VPos.CENTER);
        getStyleClass().add("answers-bar");
        rounds.setConverter(words(round -> Texts.get("answers.round", round)));
        rounds.setOnAction(_ -> {
            if (!showing && rounds.getValue() != null) {
                model.choose(rounds.getValue());
            }
        });
        Describe.node(rounds, Texts.get("answers.round.name"), Texts.get("answers.round.help"));
        step(before, "answers.before.name", -1);
        step(after, "answers.after.name", 1);
        choice = new HBox(4, before, rounds, after);
        choice.setAlignment(Pos.CENTER_LEFT);
        against.setConverter(words(this::label));
        against.setOnAction(_ -> {
            if (!showing && against.getValue() != null) {
                model.against().set(against.getValue());
            }
        });
        Describe.node(against, Texts.get("answers.against.name"), Texts.get("answers.against.help"));
        var with = new Label(Texts.get("answers.against"));
        with.getStyleClass().add("text-muted");
        compared = new HBox(6, with, against);
        compared.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(choice, forms(), compared, box("answers.together", model.together()),
                box("answers.blind.switch", model.blindProperty()));
    }

    void show(AnswersFace face) {
        showing = true;
        try {
            if (!rounds.getItems().equals(face.rounds())) {
                rounds.getItems().setAll(face.rounds());
            }
            rounds.setValue(face.round() == 0 ? null : face.round());
            choice.setVisible(face.rounds().size() > 1);
            choice.setManaged(choice.isVisible());
            before.setDisable(face.rounds().indexOf(face.round()) <= 0);
            after.setDisable(face.round() == 0 || face.round() == face.rounds().getLast());
            // Anew each time: the words of the same lane differ while names are hidden.
            var lanes = new ArrayList<Integer>();
            face.answers().forEach(answer -> lanes.add(answer.lane()));
            against.getItems().setAll(lanes);
            against.setValue(face.answers().isEmpty() ? null : base(face).lane());
            boolean on = model.form().get() == Form.DIFFERENCES && face.answers().size() > 1;
            compared.setVisible(on);
            compared.setManaged(on);
        } finally {
            showing = false;
        }
    }

    /** The answer that the others are compared with. */
    static Answer base(AnswersFace face) {
        return face.answers().stream().filter(Answer::base).findFirst().orElse(face.answers().getFirst());
    }

    private HBox forms() {
        var group = new ToggleGroup();
        var forms = new HBox();
        forms.getStyleClass().add("answers-forms");
        forms.setMaxHeight(USE_PREF_SIZE);
        for (var form : Form.values()) {
            var key = "answers.form." + form.name().toLowerCase(Locale.ROOT);
            var button = new ToggleButton(Texts.get(key));
            button.getStyleClass().addAll("flat", "small");
            button.setToggleGroup(group);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(_ -> model.form().set(form));
            Describe.node(button, button.getText(), Texts.get(key + ".help"));
            model.form().subscribe(now -> button.setSelected(now == form));
            // One of them is always shown.
            button.selectedProperty().addListener((_, _, on) -> button.setSelected(on || model.form().get() == form));
            forms.getChildren().add(button);
        }
        return forms;
    }

    private void step(Button button, String name, int by) {
        button.getStyleClass().addAll("flat", "small");
        button.setOnAction(_ -> model.step(by));
        Describe.node(button, Texts.get(name), null);
    }

    private static CheckBox box(String key, BooleanProperty on) {
        var box = new CheckBox(Texts.get(key));
        box.selectedProperty().bindBidirectional(on);
        box.setMinWidth(Region.USE_PREF_SIZE);
        Describe.node(box, box.getText(), Texts.get(key + ".help"));
        return box;
    }

    private String label(Integer lane) {
        return model.face().get().answers().stream().filter(answer -> answer.lane() == lane).map(Answer::letter)
                .findFirst().orElse("");
    }

    private static StringConverter<Integer> words(Function<Integer, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(Integer value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public Integer fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        };
    }
}
