package app.pitot.ui.usage;

import app.pitot.ui.common.Describe;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The bar with the tabs, and below it what the chosen one shows; each is made at its first visit and kept. */
public final class UsageHost extends BorderPane {
    private final Map<UsageTab, Supplier<? extends Region>> makers = new EnumMap<>(UsageTab.class);
    private final Map<UsageTab, Region> made = new EnumMap<>(UsageTab.class);
    private final Map<UsageTab, ObservableValue<Boolean>> marks = new EnumMap<>(UsageTab.class);
    private final ObjectProperty<UsageTab> chosen = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<UsageTab> shown = new ReadOnlyObjectWrapper<>();
    private final SegmentBar<UsageTab> tabs = new SegmentBar<>(chosen, UsageTab::words, UsageTab::help);
    private final HBox tools = new HBox(8);
    private final VBox top = new VBox();
    private final StackPane body = new StackPane();

    public UsageHost() {
        getStyleClass().add("usage-host");
        getStylesheets().add(UsageHost.class.getResource("/app/pitot/ui/usage/usage.css").toExternalForm());
        setMinWidth(0);
        tools.setAlignment(Pos.CENTER_RIGHT);
        tools.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var bar = new HBox(tabs, space, tools);
        bar.getStyleClass().add("topbar");
        top.getChildren().add(bar);
        body.setMinSize(0, 0);
        setTop(top);
        setCenter(body);
        chosen.subscribe(tab -> {
            if (tab != null) {
                show(tab);
            }
        });
    }

    /**
     * Offers a tab; those without a view are not shown.
     *
     * @param view called once, at the first visit
     */
    public void put(UsageTab tab, Supplier<? extends Region> view) {
        makers.put(tab, view);
        tabs.offer(makers.keySet());
        showMarks();
    }

    /** Puts a quiet mark on a tab while {@code on} holds. */
    public void mark(UsageTab tab, ObservableValue<Boolean> on) {
        marks.put(tab, on);
        on.subscribe(this::showMarks);
    }

    /** Puts a control at the right of the bar. */
    public void addTool(Node tool) {
        tools.getChildren().add(tool);
    }

    /** Puts a line below the bar, for what a tool has to say. */
    public void addLine(Node line) {
        top.getChildren().add(line);
    }

    /** Which tab is shown; null before the first. */
    public ReadOnlyObjectProperty<UsageTab> shown() {
        return shown.getReadOnlyProperty();
    }

    /** Shows {@code tab}; one that is not offered is not gone to. */
    public void show(UsageTab tab) {
        if (!makers.containsKey(tab)) {
            return;
        }
        var view = made.computeIfAbsent(tab, this::make);
        body.getChildren().forEach(each -> {
            each.setVisible(each == view);
            each.setManaged(each == view);
        });
        shown.set(tab);
        chosen.set(tab);
    }

    /** Gives the focus to the tab that is shown. */
    public void focusTabs() {
        tabs.focus();
    }

    private Region make(UsageTab tab) {
        var view = makers.get(tab).get();
        body.getChildren().add(view);
        return view;
    }

    private void showMarks() {
        for (var each : tabs.getChildren()) {
            var button = (ToggleButton) each;
            var tab = (UsageTab) button.getUserData();
            boolean marked = marks.containsKey(tab) && Boolean.TRUE.equals(marks.get(tab).getValue());
            var dot = new Region();
            dot.getStyleClass().addAll("dot", "bad");
            button.setGraphic(marked ? dot : null);
            button.setContentDisplay(ContentDisplay.RIGHT);
            Describe.node(button, marked ? tab.marked() : tab.words(), tab.help());
        }
    }
}
