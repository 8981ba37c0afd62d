package app.pitot.ui.settings;

import app.pitot.store.Theme;
import app.pitot.ui.common.EnterFires;
import app.pitot.ui.common.FocusRing;
import app.pitot.ui.connect.ConnectView;
import app.pitot.ui.mini.CornerModel;
import app.pitot.ui.transcript.LinkOpener;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The settings: their pages at the left, the open one beside; the wizard takes the whole room. */
public final class SettingsView extends StackPane {
    private static final double COLUMN = 720;
    /** Below it the pages' names stand above the page. */
    private static final double ROOM_FOR_TABS = 620;

    private final SettingsModel model;
    private final LinkOpener links;
    private final ObjectProperty<Theme> theme;
    private final CornerModel corner;
    private final SendingModel sending;
    private final SettingsFacts facts;
    private final Map<SettingsSection, ToggleButton> tabs = new EnumMap<>(SettingsSection.class);
    private final Map<SettingsSection, ScrollPane> made = new EnumMap<>(SettingsSection.class);
    private final BorderPane pages = new BorderPane();
    private final VBox column = new VBox(2);
    private final FlowPane row = new FlowPane(2, 2);
    private final StackPane content = new StackPane();

    /**
     * @param theme the user's choice of colours
     * @param corner the mini gauge and the tray
     * @param sending what may be sent without being asked for
     */
    public SettingsView(SettingsModel model, ObjectProperty<Theme> theme, CornerModel corner, SendingModel sending,
            LinkOpener links, SettingsFacts facts) {
        this.model = model;
        this.links = links;
        this.theme = theme;
        this.corner = corner;
        this.sending = sending;
        this.facts = facts;
        getStyleClass().add("settings-view");
        getStylesheets().addAll(sheet("/app/pitot/ui/settings/settings.css"),
                sheet("/app/pitot/ui/connect/connect.css"));
        EnterFires.below(this);
        makeTabs();
        content.setMinWidth(0);
        column.getStyleClass().add("settings-tabs");
        row.getStyleClass().add("settings-tabs-row");
        // In this order Tab goes from the pages' names into the page, and not out of the view.
        pages.setLeft(column);
        pages.setTop(row);
        pages.setCenter(content);
        widthProperty().map(width -> width.doubleValue() >= ROOM_FOR_TABS).subscribe(this::placeTabs);
        model.section().subscribe(this::show);
        model.wizard().subscribe(_ -> arrange());
        model.form().subscribe((_, _) -> arrange());
    }

    /** Puts the focus where the open page begins. */
    public void focusFirst() {
        switch (getChildren().getFirst()) {
            case ConnectView view -> view.focusFirst();
            case AccountFormView view -> view.focusFirst();
            default -> {
                // What scrolls is in the scene only once its skin is made.
                applyCss();
                if (made.get(model.section().get()).getContent().lookup(".budget-form") instanceof BudgetForm form) {
                    form.focusFirst();
                } else {
                    FocusRing.focus(tabs.get(model.section().get()));
                }
            }
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

    private void makeTabs() {
        var group = new ToggleGroup();
        for (var each : SettingsSection.values()) {
            var tab = new ToggleButton(each.title());
            tab.getStyleClass().add("flat");
            tab.setAlignment(Pos.CENTER_LEFT);
            tab.setToggleGroup(group);
            tab.setOnAction(_ -> {
                tab.setSelected(true);
                // It was no stop for Tab when it was pressed, so it did not take the focus by itself.
                tab.requestFocus();
                model.open(each);
            });
            // One stop for Tab; the arrow keys go from page to page.
            tab.focusTraversableProperty().bind(tab.selectedProperty());
            tab.addEventFilter(KeyEvent.KEY_PRESSED, event -> step(each, event));
            tabs.put(each, tab);
        }
    }

    private void step(SettingsSection from, KeyEvent event) {
        int step = switch (event.getCode()) {
            case UP, LEFT -> -1;
            case DOWN, RIGHT -> 1;
            default -> 0;
        };
        if (step != 0) {
            event.consume();
            var all = SettingsSection.values();
            model.open(all[Math.clamp(from.ordinal() + step, 0, all.length - 1)]);
            FocusRing.focus(tabs.get(model.section().get()));
        }
    }

    private void placeTabs(boolean beside) {
        tabs.values().forEach(tab -> tab.setMaxWidth(beside ? Double.MAX_VALUE : USE_PREF_SIZE));
        var old = beside ? row : column;
        var now = beside ? column : row;
        old.getChildren().clear();
        now.getChildren().setAll(tabs.values());
        shown(old, false);
        shown(now, true);
    }

    private static void shown(Pane pane, boolean on) {
        pane.setVisible(on);
        pane.setManaged(on);
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
            case BUDGETS -> new BudgetsPage(model.budgets());
            case SENDING -> new SendingPage(sending);
            case REQUESTS -> new RequestsPage(facts.bodies());
            case APPEARANCE -> new AppearancePage(theme, corner);
            case DATA -> new DataPage(facts);
            case ABOUT -> new AboutPage(facts);
        };
    }

    private static String sheet(String resource) {
        return SettingsView.class.getResource(resource).toExternalForm();
    }
}
