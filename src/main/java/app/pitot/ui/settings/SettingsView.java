package app.pitot.ui.settings;

import app.pitot.store.Theme;
import app.pitot.ui.connect.ConnectView;
import app.pitot.ui.transcript.LinkOpener;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The settings: their pages at the left, the open one beside; the wizard takes the whole room. */
public final class SettingsView extends StackPane {
    private static final double COLUMN = 720;

    private final SettingsModel model;
    private final LinkOpener links;
    private final ObjectProperty<Theme> theme;
    private final SettingsFacts facts;
    private final Map<SettingsSection, ToggleButton> tabs = new EnumMap<>(SettingsSection.class);
    private final Map<SettingsSection, ScrollPane> made = new EnumMap<>(SettingsSection.class);
    private final HBox pages;
    private final StackPane content = new StackPane();

    /** @param theme the user's choice of colours */
    public SettingsView(SettingsModel model, ObjectProperty<Theme> theme, LinkOpener links, SettingsFacts facts) {
        this.model = model;
        this.links = links;
        this.theme = theme;
        this.facts = facts;
        getStyleClass().add("settings-view");
        getStylesheets().addAll(sheet("/app/pitot/ui/settings/settings.css"),
                sheet("/app/pitot/ui/connect/connect.css"));
        this.pages = new HBox(tabs(), content);
        HBox.setHgrow(content, Priority.ALWAYS);
        content.setMinWidth(0);
        model.section().subscribe(this::show);
        model.wizard().subscribe(_ -> arrange());
        model.form().subscribe((_, _) -> arrange());
    }

    /** Puts the focus where the open page begins. */
    public void focusFirst() {
        switch (getChildren().getFirst()) {
            case ConnectView view -> view.focusFirst();
            case AccountFormView view -> view.focusFirst();
            default -> tabs.get(model.section().get()).requestFocus();
        }
    }

    private void arrange() {
        if (model.wizard().get() != null) {
            getChildren().setAll(new ConnectView(model.wizard().get(), links, model::close));
        } else if (model.form().get() != null) {
            getChildren().setAll(new AccountFormView(model.form().get(), model::close));
        } else {
            getChildren().setAll(pages);
        }
        if (getScene() != null) {
            focusFirst();
        }
    }

    private VBox tabs() {
        var group = new ToggleGroup();
        var column = new VBox(2);
        column.getStyleClass().add("settings-tabs");
        for (var each : SettingsSection.values()) {
            var tab = new ToggleButton(each.title());
            tab.getStyleClass().add("flat");
            tab.setMaxWidth(Double.MAX_VALUE);
            tab.setAlignment(Pos.CENTER_LEFT);
            tab.setToggleGroup(group);
            tab.setOnAction(_ -> {
                tab.setSelected(true);
                model.open(each);
            });
            tabs.put(each, tab);
            column.getChildren().add(tab);
        }
        return column;
    }

    private void show(SettingsSection section) {
        tabs.get(section).setSelected(true);
        content.getChildren().setAll(made.computeIfAbsent(section, each -> scrolling(page(each))));
    }

    private static ScrollPane scrolling(VBox page) {
        page.setMaxWidth(COLUMN);
        var column = new VBox(page);
        column.setAlignment(Pos.TOP_CENTER);
        column.setPadding(new Insets(20, 24, 24, 24));
        var scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        return scroll;
    }

    private VBox page(SettingsSection section) {
        return switch (section) {
            case ACCOUNTS -> new AccountsPage(model);
            case KEYS -> new KeysPage(model.keys());
            case APPEARANCE -> new AppearancePage(theme);
            case DATA -> new DataPage(facts);
            case ABOUT -> new AboutPage(facts);
        };
    }

    private static String sheet(String resource) {
        return SettingsView.class.getResource(resource).toExternalForm();
    }
}
