package app.pitot.ui.shell;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.Shortcut;
import app.pitot.store.Theme;
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

/** The narrow column at the left: views at the top, the theme at the bottom. */
final class Rail extends VBox {
    Rail(Runnable newChat, ObjectProperty<Theme> theme) {
        getStyleClass().add("rail");
        var chat = new ToggleButton(Texts.get("rail.chat"), Icons.CHAT.node());
        chat.setSelected(true);
        chat.setOnAction(_ -> chat.setSelected(true)); // the only view there is
        Describe.node(chat, Texts.get("rail.chat"), Texts.get("rail.chat.help"));
        var fresh = new ToggleButton(Texts.get("rail.new"), Icons.NEW.node());
        fresh.setOnAction(_ -> {
            fresh.setSelected(false);
            newChat.run();
        });
        Describe.node(fresh, Texts.get("rail.new"), Texts.get("rail.new.help"), Shortcut.NEW_CHAT.combination(),
                Describe.Focus.TAB);
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        getChildren().addAll(chat, fresh, space, themeButton(theme));
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
