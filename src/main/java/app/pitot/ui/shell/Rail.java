package app.pitot.ui.shell;

import app.pitot.base.Texts;
import app.pitot.store.Theme;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.Shortcut;
import app.pitot.ui.controls.Icons;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The narrow column at the left: the views, and below them the theme and the settings. */
final class Rail extends VBox {
    private final Navigator navigator;

    Rail(Navigator navigator, ObjectProperty<Theme> theme) {
        this.navigator = navigator;
        getStyleClass().add("rail");
        offer(View.CHAT, "rail.chat", Icons.CHAT, Shortcut.CHAT);
        offer(View.COMPARE, "rail.compare", Icons.COMPARE, Shortcut.COMPARE);
        offer(View.USAGE, "rail.usage", Icons.USAGE, Shortcut.USAGE);
        offer(View.MODELS, "rail.models", Icons.MODELS, Shortcut.MODELS);
        offer(View.REQUESTS, "rail.requests", Icons.REQUESTS, Shortcut.REQUESTS);
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        getChildren().addAll(space, themeButton(theme));
        offer(View.SETTINGS, "rail.settings", Icons.SETTINGS, Shortcut.SETTINGS);
    }

    private void offer(View view, String key, Icons icon, Shortcut shortcut) {
        if (!navigator.offers(view)) {
            return;
        }
        var button = new ToggleButton(Texts.get(key), icon.node());
        navigator.current().subscribe(now -> button.setSelected(now == view));
        button.setOnAction(_ -> {
            button.setSelected(navigator.current().get() == view);
            navigator.go(view);
        });
        Describe.node(button, Texts.get(key), Texts.get(key + ".help"), shortcut.combination(), Describe.Focus.TAB);
        getChildren().add(button);
    }

    private static ToggleButton themeButton(ObjectProperty<Theme> theme) {
        var menu = new ContextMenu();
        var group = new ToggleGroup();
        for (var each : Theme.values()) {
            var item = new RadioMenuItem(Texts.get("theme." + each.name().toLowerCase(Locale.ROOT)));
            item.setToggleGroup(group);
            item.setSelected(theme.get() == each);
            item.setOnAction(_ -> theme.set(each));
            theme.addListener((_, _, now) -> item.setSelected(now == each));
            menu.getItems().add(item);
        }
        var button = new ToggleButton(Texts.get("rail.theme"), Icons.THEME.node());
        button.setOnAction(_ -> {
            button.setSelected(false);
            menu.show(button, Side.RIGHT, 0, 0);
        });
        Describe.node(button, Texts.get("rail.theme"), Texts.get("rail.theme.help"));
        return button;
    }
}
