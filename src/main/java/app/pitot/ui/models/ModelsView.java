package app.pitot.ui.models;

import app.pitot.base.Texts;
import app.pitot.ui.common.Delays;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.Shortcut;
import app.pitot.ui.offer.ModelChoice;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Every model of every account in one table, with what is known of it and how old that is. */
public final class ModelsView extends BorderPane {
    private static final long COPIED_MS = 1_500;

    private final FilterBar filters;
    private final ModelsTable table;
    private final DetailPane details;
    private final Delays delays;

    /**
     * @param use takes a model into the chat
     * @param connect begins the steps to a new account; null if there is no such way
     */
    public ModelsView(ModelsModel model, Consumer<ModelChoice> use, Runnable connect, BooleanProperty instrumentsOpen,
            Delays delays) {
        this.delays = delays;
        getStyleClass().add("models-view");
        getStylesheets().add(ModelsView.class.getResource("/app/pitot/ui/models/models.css").toExternalForm());
        this.table = new ModelsTable(model, use, this::copy);
        this.filters = new FilterBar(model, this::focusTable);
        this.details = new DetailPane(model, table.getSelectionModel().selectedItemProperty(), use, this::copy);
        table.setPlaceholder(new EmptyState(model, connect));
        setTop(new VBox(bar(model, connect, instrumentsOpen), filters, new ChangesStrip(model)));
        setCenter(table);
        setBottom(new VBox(details, sources(model)));
        setMinWidth(0);
    }

    public void focusFilter() {
        filters.focusFilter();
    }

    private void focusTable() {
        table.requestFocus();
        if (table.getSelectionModel().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
    }

    private static HBox bar(ModelsModel model, Runnable connect, BooleanProperty instrumentsOpen) {
        var title = new Label(Texts.get("models.title"));
        title.getStyleClass().add("figure-medium");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var count = new Label();
        count.getStyleClass().add("text-muted");
        count.textProperty().bind(model.count());
        count.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var refresh = button("models.refresh", model::refresh);
        refresh.textProperty().bind(model.busy()
                .map(busy -> Texts.get(busy ? "models.refresh.busy" : "models.refresh")));
        refresh.disableProperty().bind(model.busy());
        var panel = new ToggleButton(Texts.get("topbar.instruments"));
        panel.selectedProperty().bindBidirectional(instrumentsOpen);
        panel.setMinWidth(Region.USE_PREF_SIZE);
        Describe.node(panel, Texts.get("topbar.instruments"), Texts.get("topbar.instruments.help"),
                Shortcut.INSTRUMENTS.combination(), Describe.Focus.TAB);
        var bar = new HBox(title, count, space, refresh);
        if (connect != null) {
            bar.getChildren().add(button("models.connect", connect));
        }
        bar.getChildren().add(panel);
        bar.getStyleClass().add("topbar");
        return bar;
    }

    private static FlowPane sources(ModelsModel model) {
        var pane = new FlowPane(16, 2);
        pane.getStyleClass().add("model-sources");
        model.sources().subscribe(now -> pane.getChildren().setAll(labels(now, pane)));
        return pane;
    }

    private static List<Label> labels(List<Source> sources, FlowPane pane) {
        return sources.stream().map(source -> {
            var label = new Label(source.words());
            label.getStyleClass().addAll("text-secondary", source.failed() ? "text-warn" : "text-muted");
            label.maxWidthProperty().bind(pane.widthProperty().subtract(36));
            label.setWrapText(true);
            return label;
        }).toList();
    }

    private static Button button(String key, Runnable action) {
        var button = new Button(Texts.get(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        Describe.node(button, Texts.get(key), Texts.get(key + ".help"));
        return button;
    }

    private void copy(ModelChoice choice) {
        Clipboard.getSystemClipboard().setContent(java.util.Map.of(DataFormat.PLAIN_TEXT, choice.model().id()));
        details.copyButton().setText(Texts.get("models.copied"));
        delays.after(COPIED_MS, () -> details.copyButton().setText(Texts.get("models.copy")));
    }
}
