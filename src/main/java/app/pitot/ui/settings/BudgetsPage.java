package app.pitot.ui.settings;

import app.pitot.base.Texts;
import app.pitot.quota.BudgetLabels;
import app.pitot.ui.connect.SaidLine;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the user allows themselves: the budgets, how they stand, and the form of one. */
final class BudgetsPage extends Page {
    private final BudgetsModel model;
    private final VBox list = new VBox();
    private final VBox place = new VBox();
    private final Button add = new Button(Texts.get("budget.add"));

    BudgetsPage(BudgetsModel model) {
        super(SettingsSection.BUDGETS);
        this.model = model;
        add.getStyleClass().add("primary");
        add.setMinWidth(Region.USE_PREF_SIZE);
        add.setOnAction(_ -> model.add());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(12, getChildren().removeFirst(), space, add);
        head.setAlignment(Pos.CENTER_LEFT);
        list.getStyleClass().addAll("surface", "account-list");
        var empty = new VBox(6, words(Texts.get("budget.none")), quiet(Texts.get("budget.none.help")));
        empty.getStyleClass().addAll("surface", "account-none");
        getChildren().addAll(head, quiet(Texts.get("budget.page")), new SaidLine(model.said()), undo(), place, list,
                empty);
        model.form().subscribe(form -> {
            form(form);
            fill(empty);
        });
        model.rows().addListener((ListChangeListener<BudgetRow>) _ -> fill(empty));
    }

    private void form(BudgetFormModel form) {
        place.setVisible(form != null);
        place.setManaged(form != null);
        add.setDisable(form != null && form.fresh());
        if (form == null) {
            place.getChildren().clear();
        } else {
            var view = new BudgetForm(form, model);
            place.getChildren().setAll(view);
            view.focusFirst();
        }
    }

    private HBox undo() {
        var words = new Label();
        words.setMinWidth(0);
        words.textProperty()
                .bind(model.deleted().map(gone -> Texts.get("budget.deleted", BudgetLabels.of(gone))).orElse(""));
        var undo = new Button(Texts.get("budget.undo"));
        undo.getStyleClass().add("small");
        undo.setMinWidth(Region.USE_PREF_SIZE);
        undo.setOnAction(_ -> model.undo());
        var line = new HBox(10, words, undo);
        line.setAlignment(Pos.CENTER_LEFT);
        FormSection.shownWhile(line, model.deleted().isNotNull());
        return line;
    }

    /** Rows whose figures move keep their place, and with it the focus. */
    private void fill(VBox empty) {
        var lines = list.getChildren();
        var rows = model.rows();
        boolean same = lines.size() == rows.size();
        for (int i = 0; same && i < rows.size(); i++) {
            same = ((BudgetLine) lines.get(i)).id().equals(rows.get(i).id());
        }
        if (!same) {
            lines.setAll(rows.stream().map(row -> new BudgetLine(row.id(), model)).toList());
        }
        for (int i = 0; i < rows.size(); i++) {
            ((BudgetLine) lines.get(i)).show(rows.get(i));
        }
        list.setVisible(!rows.isEmpty());
        list.setManaged(!rows.isEmpty());
        boolean nothing = rows.isEmpty() && model.form().get() == null;
        empty.setVisible(nothing);
        empty.setManaged(nothing);
    }
}
