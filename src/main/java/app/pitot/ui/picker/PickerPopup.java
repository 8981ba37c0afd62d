package app.pitot.ui.picker;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/** The list of models, narrowed by typing; Enter takes the marked row, Esc closes. */
public final class PickerPopup {
    private static final double ROW = 46;
    private static final int MOST_ROWS = 8;

    private final PickerModel model;
    private final Popup popup = new Popup();
    private final TextField typed = new TextField();
    private final ListView<ModelChoice> list;

    /** @param afterwards called when the list has closed, with or without a choice */
    public PickerPopup(PickerModel model, Runnable afterwards) {
        this.model = model;
        this.list = new ListView<>(model.shown());
        typed.setPromptText(Texts.get("picker.prompt"));
        typed.textProperty().bindBidirectional(model.filter());
        Describe.node(typed, Texts.get("picker.prompt"), null);
        Describe.tooltip(typed, null);
        typed.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setCellFactory(_ -> new ChoiceCell());
        list.setPlaceholder(new Label(Texts.get("picker.nothing")));
        list.setAccessibleText(Texts.get("picker.list"));
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 1) {
                take();
            }
        });
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        var status = new Label();
        status.getStyleClass().addAll("text-secondary", "text-muted");
        status.setWrapText(true);
        status.textProperty().bind(model.status());
        status.managedProperty().bind(status.textProperty().isNotEmpty());
        var box = new VBox(typed, list, status);
        box.getStyleClass().addAll("picker", "popup-surface");
        box.getStylesheets().add(PickerPopup.class.getResource("/app/pitot/ui/chat/chat.css").toExternalForm());
        VBox.setVgrow(list, Priority.ALWAYS);
        popup.getContent().add(box);
        popup.setAutoHide(true);
        popup.setOnHidden(_ -> {
            model.filter().set("");
            afterwards.run();
        });
        model.shown().addListener((javafx.collections.ListChangeListener<ModelChoice>) _ -> {
            fit();
            mark();
        });
        fit();
    }

    /** As high as its rows, up to eight. */
    private void fit() {
        list.setFixedCellSize(ROW);
        list.setPrefHeight(Math.clamp(model.shown().size(), 1, MOST_ROWS) * ROW + 2);
    }

    /** Opens below {@code anchor}, or closes if it is open. */
    public void toggle(Node anchor) {
        if (popup.isShowing()) {
            popup.hide();
            return;
        }
        Bounds at = anchor.localToScreen(anchor.getBoundsInLocal());
        popup.show(anchor, at.getMinX(), at.getMaxY() + 4);
        mark();
        typed.requestFocus();
    }

    private void mark() {
        var selected = model.selected().get();
        int at = typed.getText().isEmpty() && selected != null ? indexOf(selected) : 0;
        list.getSelectionModel().select(Math.max(0, at));
        list.scrollTo(Math.max(0, at - 3));
    }

    private int indexOf(ModelChoice wanted) {
        for (int i = 0; i < model.shown().size(); i++) {
            var each = model.shown().get(i);
            if (each.account().id().equals(wanted.account().id()) && each.model().id().equals(wanted.model().id())) {
                return i;
            }
        }
        return -1;
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> take();
            case ESCAPE -> popup.hide();
            case DOWN -> list.getSelectionModel().selectNext();
            case UP -> list.getSelectionModel().selectPrevious();
            case PAGE_DOWN -> move(8);
            case PAGE_UP -> move(-8);
            default -> {
                return;
            }
        }
        event.consume();
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 3));
    }

    private void move(int rows) {
        int last = model.shown().size() - 1;
        if (last >= 0) {
            list.getSelectionModel().select(Math.clamp(list.getSelectionModel().getSelectedIndex() + rows, 0, last));
        }
    }

    private void take() {
        var choice = list.getSelectionModel().getSelectedItem();
        if (choice != null) {
            popup.hide();
            model.select(choice);
        }
    }
}
