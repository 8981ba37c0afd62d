package app.pitot.ui.params;

import app.pitot.base.Texts;
import app.pitot.history.Preset;
import app.pitot.ui.common.Describe;
import app.pitot.ui.params.PresetsModel.Asking;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The chooser of presets, with every question about them below it. */
final class PresetBar extends VBox {
    private final PresetsModel model;
    private final MenuButton menu = new MenuButton();
    private final Label modified = new Label(Texts.get("preset.modified"));
    private final VBox question = new VBox(6);

    PresetBar(PresetsModel model) {
        super(6);
        this.model = model;
        getStyleClass().add("presets");
        menu.setMaxWidth(Double.MAX_VALUE);
        menu.setMinWidth(0);
        menu.setMnemonicParsing(false);
        HBox.setHgrow(menu, Priority.ALWAYS);
        modified.getStyleClass().addAll("tag", "text-warn");
        modified.setMinWidth(Region.USE_PREF_SIZE);
        modified.visibleProperty().bind(model.modified());
        modified.managedProperty().bind(model.modified());
        var line = new HBox(8, menu, modified);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, question);
        model.presets().addListener((ListChangeListener<Preset>) _ -> fill());
        model.chosen().subscribe(_ -> fill());
        model.modified().subscribe(_ -> fill());
        model.asking().subscribe(this::ask);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !question.getChildren().isEmpty()) {
                event.consume();
                model.dismiss();
                menu.requestFocus();
            }
        });
    }

    private void fill() {
        var now = model.chosen().get();
        var name = now == null ? Texts.get("preset.none") : now.name();
        menu.setText(Texts.get("preset.chosen", name));
        Describe.node(menu, Texts.get(model.modified().get() ? "preset.name.modified" : "preset.name", name),
                Texts.get("preset.help"));
        var items = menu.getItems();
        items.clear();
        for (var each : model.presets()) {
            items.add(item(each.name(), () -> model.choose(each)));
        }
        if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        items.add(item(Texts.get("preset.save"), model::askName));
        if (now != null) {
            if (model.modified().get()) {
                items.add(item(Texts.get("preset.update", now.name()), model::update));
                items.add(item(Texts.get("preset.revert", now.name()), () -> model.choose(now)));
            }
            items.add(item(Texts.get("preset.rename", now.name()), model::askRename));
            items.add(item(Texts.get("preset.delete", now.name()), model::delete));
        }
    }

    private void ask(Asking asking) {
        boolean focus = question.getScene() != null;
        question.getChildren().clear();
        switch (asking) {
            case Asking.Nothing _ -> {
                // The chooser stands alone.
            }
            case Asking.Name name -> askName(name);
            case Asking.Replace replace -> say(Texts.get("preset.replace", replace.next().name()),
                    button("preset.replace.yes", model::replace), button("preset.cancel", model::dismiss));
            case Asking.Undo undo -> say(Texts.get("preset.deleted", undo.deleted().name()),
                    button("preset.undo", model::undo));
            case Asking.Trouble trouble -> say(trouble.words(), button("preset.retry", () -> {
                model.dismiss();
                model.load();
            }));
        }
        boolean some = !question.getChildren().isEmpty();
        question.setVisible(some);
        question.setManaged(some);
        if (focus && some) {
            var first = question.lookup(".preset-first");
            if (first != null) {
                first.requestFocus();
            }
        }
    }

    private void askName(Asking.Name name) {
        var field = new TextField(name.old() == null ? "" : name.old().name());
        field.getStyleClass().add("preset-first");
        field.setPromptText(Texts.get("preset.name.prompt"));
        field.setAccessibleText(Texts.get("preset.name.prompt"));
        field.setOnAction(_ -> model.name(field.getText()));
        field.selectAll();
        var save = new Button(Texts.get("preset.keep"));
        save.getStyleClass().addAll("small");
        save.disableProperty().bind(field.textProperty().map(String::isBlank));
        save.setOnAction(_ -> model.name(field.getText()));
        question.getChildren().addAll(field, buttons(save, button("preset.cancel", model::dismiss)));
    }

    private void say(String words, Button... answers) {
        var label = new Label(words);
        label.getStyleClass().add("text-secondary");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        answers[0].getStyleClass().add("preset-first");
        question.getChildren().addAll(label, buttons(answers));
    }

    private static HBox buttons(Button... all) {
        var line = new HBox(6, all);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Button button(String key, Runnable run) {
        var button = new Button(Texts.get(key));
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> run.run());
        return button;
    }

    private static MenuItem item(String words, Runnable run) {
        var item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> run.run());
        return item;
    }
}
