package app.pitot.ui.compare;

import app.pitot.base.Texts;
import app.pitot.ui.compare.SetsModel.Asking;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is asked of the user, in place: names of sets, and whether to go over a budget. Takes no room while there is nothing. */
final class CompareQuestions extends VBox {
    private final CompareModel model;
    private final HBox budget = new HBox(10);
    private final HBox sets = new HBox(10);

    CompareQuestions(CompareModel model) {
        this.model = model;
        for (var each : new HBox[]{budget, sets}) {
            each.getStyleClass().add("compare-question");
            each.setAlignment(Pos.CENTER_LEFT);
            each.setVisible(false);
            each.setManaged(false);
        }
        getChildren().addAll(budget, sets);
        model.asking().subscribe(this::askBudget);
        model.sets().asking().subscribe(this::ask);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                model.dismiss();
                model.sets().dismiss();
            }
        });
    }

    private void askBudget(String over) {
        show(budget, over.isEmpty()
                ? new Node[0]
                : new Node[]{words(over, true), button("compare.over.run", model::startAnyway),
                    button("compare.cancel", model::dismiss)});
    }

    private void ask(Asking asking) {
        var model = this.model.sets();
        show(sets, switch (asking) {
            case Asking.Nothing _ -> new Node[0];
            case Asking.Name name -> name(name, model::name);
            case Asking.Replace replace ->
                new Node[]{words(Texts.get("compare.set.replace", replace.instead().name()), false),
                    button("compare.set.replace.yes", model::replace), button("compare.cancel", model::dismiss)};
            case Asking.Undo undo -> new Node[]{words(Texts.get("compare.set.deleted", undo.deleted().name()), false),
                button("compare.set.undo", model::undo), button("compare.close", model::dismiss)};
            case Asking.Trouble trouble ->
                new Node[]{words(trouble.words(), true), button("compare.close", model::dismiss)};
        });
    }

    private Node[] name(Asking.Name asking, Consumer<String> taker) {
        var field = new TextField(asking.old() == null ? "" : asking.old().name());
        field.setPromptText(Texts.get("compare.set.prompt"));
        field.setAccessibleText(Texts.get("compare.set.prompt"));
        field.setPrefColumnCount(24);
        field.setOnAction(_ -> taker.accept(field.getText()));
        field.selectAll();
        var keep = button("compare.set.keep", () -> taker.accept(field.getText()));
        keep.disableProperty().bind(field.textProperty().map(String::isBlank));
        return new Node[]{field, keep, button("compare.cancel", model.sets()::dismiss)};
    }

    private void show(HBox line, Node... parts) {
        boolean some = parts.length > 0;
        line.getChildren().setAll(parts);
        line.setVisible(some);
        line.setManaged(some);
        if (some && getScene() != null) {
            for (var part : parts) {
                if (part instanceof TextField || part instanceof Button) {
                    part.requestFocus();
                    return;
                }
            }
        }
    }

    private static Label words(String text, boolean warn) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMinWidth(0);
        label.getStyleClass().addAll(warn ? java.util.List.of("text-warn") : java.util.List.of());
        HBox.setHgrow(label, Priority.SOMETIMES);
        return label;
    }

    private static Button button(String key, Runnable does) {
        var button = new Button(Texts.get(key));
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> does.run());
        return button;
    }
}
