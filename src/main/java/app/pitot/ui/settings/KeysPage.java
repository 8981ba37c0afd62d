package app.pitot.ui.settings;

import app.pitot.base.Texts;
import app.pitot.ui.connect.FormField;
import app.pitot.ui.connect.SaidLine;
import app.pitot.ui.connect.WaitingLine;
import app.pitot.ui.settings.KeysPageModel.Line;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Where are my keys: each secret by its place, how to look there by hand, and the proof that it can be read. */
final class KeysPage extends Page {
    private static final double ITEM = 420;

    private final KeysPageModel model;
    private final VBox list = new VBox();
    private final Button check = new Button(Texts.get("keys.page.check"));

    KeysPage(KeysPageModel model) {
        super(SettingsSection.KEYS);
        this.model = model;
        getChildren().set(0, title(Texts.get("keys.page.title")));
        check.setOnAction(_ -> model.checkNow());
        var unlock = new Button(Texts.get("connect.offer.unlock"));
        unlock.setOnAction(_ -> model.unlock());
        FormSection.shownWhile(unlock, model.locked());
        var clear = new Button(Texts.get("keys.page.clear"));
        clear.setOnAction(_ -> model.clear());
        FormSection.shownWhile(clear, model.doubtful());
        var buttons = new FlowPane(8, 8, check, unlock, clear);
        FormSection.shownWhile(buttons, model.waiting().busy().not());
        list.getStyleClass().addAll("surface", "account-list");
        var empty = quiet(Texts.get("keys.page.empty"));
        getChildren().addAll(new SaidLine(model.state()), buttons, new WaitingLine(model.waiting(), model::cancel),
                list,
                empty, heading(Texts.get("keys.page.never")), quiet(Texts.get("keys.page.never.files")),
                quiet(Texts.get("keys.page.never.elsewhere")), quiet(Texts.get("keys.page.never.reach")));
        model.lines().addListener((ListChangeListener<Line>) _ -> fill());
        fill();
        FormSection.shownWhile(empty, javafx.beans.binding.Bindings.isEmpty(model.lines()));
        FormSection.shownWhile(list, javafx.beans.binding.Bindings.isNotEmpty(model.lines()));
    }

    private void fill() {
        list.getChildren().setAll(model.lines().stream().map(KeysPage::line).toList());
    }

    private static VBox line(Line line) {
        var title = heading(line.title());
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        var store = quiet(line.row().store());
        store.setMinWidth(USE_PREF_SIZE);
        var head = new HBox(10, title, store);
        head.setAlignment(Pos.BASELINE_LEFT);
        var box = new VBox(5, head);
        if (line.row().item() != null) {
            var item = new TextField(line.row().item());
            item.setEditable(false);
            item.setMaxWidth(ITEM);
            item.getStyleClass().add("path");
            item.setAccessibleText(Texts.get("keys.page.item", line.title()));
            box.getChildren().add(item);
        }
        box.getChildren().add(FormField.help(line.row().look()));
        var found = new SaidLine(new SimpleObjectProperty<>(line.found()));
        found.getStyleClass().add("text-secondary");
        box.getChildren().add(found);
        box.getStyleClass().add("account-line");
        return box;
    }
}
