package app.pitot.ui.settings;

import app.pitot.base.Texts;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.ui.connect.FormField;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What there is to set of a budget. */
final class BudgetForm extends FormSection {
    private static final double AMOUNT = 150;

    private final TextField amount;

    BudgetForm(BudgetFormModel form, BudgetsModel model) {
        super(Texts.get(form.fresh() ? "budget.form.new" : "budget.form.edit"));
        getStyleClass().add("budget-form");
        amount = text(form.amount());
        amount.setPrefWidth(AMOUNT);
        amount.promptTextProperty().bind(form.metric().map(metric -> Texts.get("budget.prompt." + lower(metric))));
        var metric = Choices.of(List.of(Metric.TOKENS, Metric.REQUESTS, Metric.USD),
                each -> Texts.get("budget.metric." + lower(each)), form.metric());
        var period = Choices.of(List.of(Period.DAY, Period.MONTH), each -> Texts.get("budget.period." + lower(each)),
                form.period());
        var zone = Choices.of(form.zones(), form::zoneName, form.zone());
        var account = Choices.orNone(form.accountIds(), Texts.get("budget.account.all"), form::accountName,
                form.account());
        var note = FormField.help("");
        note.textProperty().bind(form.note());
        shownWhile(note, form.note().isNotEmpty());
        getChildren().addAll(
                row(field("budget.amount", amount, form.problem()),
                        new FormField(Texts.get("budget.metric"), metric, ""),
                        new FormField(Texts.get("budget.period"), period, "")),
                row(new FormField(Texts.get("budget.account"), account, ""),
                        new FormField(Texts.get("budget.zone"), zone, "")),
                note,
                Page.choice(Texts.get("budget.stop"), form.hardStop(), FormField.help(Texts.get("budget.stop.help"))),
                desktop(form, model), foot(form, model));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                model.cancel();
            } else if (event.getCode() == KeyCode.ENTER && event.getTarget() == amount) {
                event.consume();
                model.save();
            }
        });
    }

    void focusFirst() {
        amount.requestFocus();
    }

    private static Node desktop(BudgetFormModel form, BudgetsModel model) {
        var box = new CheckBox(Texts.get("budget.desktop"));
        box.selectedProperty().bindBidirectional(form.tellDesktop());
        var attempt = new Button(Texts.get("budget.try"));
        attempt.getStyleClass().add("small");
        attempt.setMinWidth(Region.USE_PREF_SIZE);
        attempt.setOnAction(_ -> model.tryDesktop());
        var first = new HBox(10, box, attempt);
        first.setAlignment(Pos.CENTER_LEFT);
        var words = FormField.help("");
        var usual = model.reach().map(reach -> Texts.get("budget.desktop." + lower(reach)))
                .orElse(Texts.get("budget.desktop.there"));
        words.textProperty().bind(model.tried().flatMap(
                tried -> tried.isEmpty() ? usual : new ReadOnlyStringWrapper(tried)));
        // Whatever is said here, what stands below stays where it is.
        var room = new StackPane(words, room("budget.try.shown"), room("budget.try.failed"));
        room.setAlignment(Pos.TOP_LEFT);
        var below = new VBox(room);
        below.getStyleClass().add("under-radio");
        return new VBox(2, first, below);
    }

    /** Takes the room of these words. */
    private static Node room(String key) {
        var words = FormField.help(Texts.get(key));
        words.setVisible(false);
        return words;
    }

    private static HBox foot(BudgetFormModel form, BudgetsModel model) {
        var save = new Button(Texts.get(form.fresh() ? "budget.set" : "budget.save"));
        save.getStyleClass().add("primary");
        save.setOnAction(_ -> model.save());
        var cancel = new Button(Texts.get("budget.cancel"));
        cancel.setOnAction(_ -> model.cancel());
        return new HBox(8, save, cancel);
    }

    private static FlowPane row(Node... fields) {
        var row = new FlowPane(16, 12, fields);
        row.setPrefWrapLength(400);
        return row;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
