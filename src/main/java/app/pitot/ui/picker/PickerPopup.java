package app.pitot.ui.picker;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import java.util.HashSet;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/** The list of models, narrowed by typing; Enter takes the marked row, Esc closes. */
public final class PickerPopup {
    private static final double ROW = 44;
    private static final int MANY = 2_000;
    private static final int MOST_ROWS = 9;
    private static final int FEWEST_ROWS = 3;
    private static final double WIDTH = 820;
    /** Of the window at each side. */
    private static final double MARGIN = 24;
    /** Filter and footer, with what is around them. */
    private static final double AROUND_ROWS = 190;

    private final PickerModel model;
    private final Popup popup = new Popup();
    private final TextField typed = new TextField();
    private final ListView<PickerRow> list;
    private final VBox box;
    private final Set<Window> owners = new HashSet<>();
    private int mostRows = MOST_ROWS;

    /** @param afterwards called when the list has closed without leading elsewhere, with or without a choice */
    public PickerPopup(PickerModel model, PickerActions actions, Runnable afterwards) {
        this.model = model;
        this.list = new ListView<>(model.shown());
        typed.setPromptText(Texts.get("picker.prompt"));
        typed.textProperty().bindBidirectional(model.filter());
        Describe.node(typed, Texts.get("picker.prompt"), null);
        Describe.tooltip(typed, null);
        typed.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setCellFactory(_ -> new ChoiceCell(model));
        var nothing = new Label(Texts.get("picker.nothing"));
        nothing.setWrapText(true);
        list.setPlaceholder(nothing);
        list.setAccessibleText(Texts.get("picker.list"));
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 1) {
                take();
            }
        });
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        this.box = new VBox(typed, list,
                new PickerFoot(model, list.getSelectionModel().selectedItemProperty(), actions, popup::hide));
        box.getStyleClass().addAll("picker", "popup-surface");
        box.getStylesheets().add(PickerPopup.class.getResource("/app/pitot/ui/models/models.css").toExternalForm());
        VBox.setVgrow(list, Priority.ALWAYS);
        popup.getContent().add(box);
        popup.setAutoHide(true);
        popup.setOnHidden(_ -> {
            model.filter().set("");
            afterwards.run();
        });
        model.shown().addListener((javafx.collections.ListChangeListener<PickerRow>) _ -> {
            if (popup.isShowing()) {
                fit();
                mark();
            }
        });
    }

    /** Opens below {@code anchor}, or closes if it is open. */
    public void toggle(Node anchor) {
        if (popup.isShowing()) {
            popup.hide();
            return;
        }
        typed.setPromptText(model.question());
        var window = anchor.getScene();
        box.setPrefWidth(Math.min(WIDTH, window.getWidth() - 2 * MARGIN));
        mostRows = Math.clamp((int) ((window.getHeight() - AROUND_ROWS) / ROW), FEWEST_ROWS, MOST_ROWS);
        model.opening();
        fit();
        closeBefore(window.getWindow());
        Bounds at = anchor.localToScreen(anchor.getBoundsInLocal());
        var right = window.getWindow().getX() + window.getX() + window.getWidth() - MARGIN - box.getPrefWidth();
        popup.show(anchor, Math.min(at.getMinX(), right), at.getMaxY() + 4);
        mark();
        typed.requestFocus();
    }

    /** A popup that is open while its window goes makes JavaFX throw. */
    private void closeBefore(Window owner) {
        if (owners.add(owner)) {
            owner.addEventHandler(WindowEvent.WINDOW_HIDING, _ -> popup.hide());
        }
    }

    /** As high as its rows, as far as the window has room; rows of one height if there are so many that it matters. */
    private void fit() {
        var rows = model.shown();
        list.setFixedCellSize(rows.size() > MANY ? ROW : Region.USE_COMPUTED_SIZE);
        double most = mostRows * ROW;
        double height = rows.isEmpty() ? ROW : 0;
        for (int i = 0; i < rows.size() && height < most; i++) {
            height += rows.size() > MANY ? ROW : ChoiceCell.height(rows.get(i));
        }
        list.setPrefHeight(Math.min(height, most) + 2);
    }

    private void mark() {
        var selected = model.selected().get();
        int at = 0;
        if (model.filter().get().isEmpty() && selected != null) {
            while (at < model.shown().size()
                    && !(model.shown().get(at) instanceof PickerRow.Item item && item.choice().same(selected))) {
                at++;
            }
        }
        at = at >= model.shown().size() ? 0 : at;
        list.getSelectionModel().select(item(at, 1));
        list.scrollTo(Math.max(0, at - 3));
    }

    /** The nearest row from {@code from} on that can be chosen, or -1. */
    private int item(int from, int step) {
        for (int at = from; at >= 0 && at < model.shown().size(); at += step) {
            if (model.shown().get(at) instanceof PickerRow.Item) {
                return at;
            }
        }
        return -1;
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> take();
            case ESCAPE -> popup.hide();
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(mostRows - 1);
            case PAGE_UP -> move(1 - mostRows);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int rows) {
        int last = model.shown().size() - 1;
        if (last < 0) {
            return;
        }
        int now = list.getSelectionModel().getSelectedIndex();
        int step = Integer.signum(rows);
        int to = item(Math.clamp(now + rows, 0, last), step);
        to = to < 0 ? item(Math.clamp(now + rows, 0, last), -step) : to;
        if (to >= 0) {
            list.getSelectionModel().select(to);
            // With its heading, if that is right above.
            list.scrollTo(Math.max(0, to - 3));
        }
    }

    private void take() {
        if (list.getSelectionModel().getSelectedItem() instanceof PickerRow.Item item) {
            popup.hide();
            model.take(item.choice());
        }
    }
}
