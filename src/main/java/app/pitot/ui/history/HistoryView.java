package app.pitot.ui.history;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.EnterFires;
import app.pitot.ui.common.Shortcut;
import app.pitot.ui.controls.Icons;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Every conversation that is kept, by day, or what was found in them. */
public final class HistoryView extends VBox {
    private static final double ROW = 33;
    private static final double HIT = 62;
    private static final int PAGE = 12;
    private static final int HIT_PAGE = 6;

    private final HistoryModel model;
    private final SearchField search;
    private final ListView<HistoryRow> list;
    private final ListView<HitRow> hits;
    private final Label empty = new Label();
    private final RowKeys<HistoryRow> keys;
    private final RowKeys<HitRow> hitKeys;
    private final TransferDialogs dialogs;
    private final Label most = new Label();
    private final RowMenu menu;
    /** Id of the selected conversation, or null. */
    private String wanted;

    public HistoryView(HistoryModel model) {
        this.model = model;
        getStyleClass().addAll("panel-left", "history");
        getStylesheets().add(HistoryView.class.getResource("/app/pitot/ui/history/history.css").toExternalForm());
        this.search = new SearchField(model, this::enter);
        this.list = new ListView<>(model.rows());
        this.hits = new ListView<>(model.hits());
        this.keys = new RowKeys<>(list, HistoryRow.Item.class::isInstance, PAGE, this::select,
                search::focusField);
        this.hitKeys = new RowKeys<>(hits, _ -> true, HIT_PAGE, _ -> {}, search::focusField);
        this.dialogs = new TransferDialogs(model.transfer(), this);
        this.menu = new RowMenu(model, dialogs);
        dialogs.acceptDrops(this);
        list.setCellFactory(_ -> new ConversationCell(model, menu));
        list.setFixedCellSize(ROW);
        list.setAccessibleText(Texts.get("history.list"));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        list.setOnContextMenuRequested(event -> menu.show(list, event));
        hits.setCellFactory(_ -> new HitCell(model));
        hits.getStyleClass().add("found");
        hits.setFixedCellSize(HIT);
        hits.setAccessibleText(Texts.get("history.hits"));
        hits.addEventFilter(KeyEvent.KEY_PRESSED, this::hitKey);
        empty.getStyleClass().add("empty-state");
        empty.setWrapText(true);
        empty.setMouseTransparent(true);
        empty.setMaxWidth(Double.MAX_VALUE);
        most.getStyleClass().addAll("text-muted", "text-secondary");
        most.setWrapText(true);
        most.managedProperty().bind(most.visibleProperty());
        var middle = new StackPane(list, hits, empty);
        StackPane.setAlignment(empty, Pos.TOP_CENTER);
        VBox.setVgrow(middle, Priority.ALWAYS);
        middle.setMinHeight(0);
        var head = head();
        EnterFires.below(head);
        getChildren().addAll(search, head, middle, most, new TransferBar(model.transfer()), new UndoBar(model));
        InvalidationListener anew = _ -> list.refresh();
        model.open().addListener(anew);
        model.running().addListener(anew);
        model.renaming().addListener((_, _, id) -> rename(id));
        InvalidationListener state = _ -> showState();
        model.searching().addListener(state);
        model.hits().addListener(state);
        model.rows().addListener(state);
        // The list itself would go by places; a conversation that moves up must not leave its selection to another.
        model.rows().addListener((ListChangeListener<HistoryRow>) _ -> reselect());
        model.loaded().addListener(state);
        showState();
    }

    /** Puts the cursor into the search field. */
    public void focusSearch() {
        search.focusField();
    }

    /** Gives the list, or what was found, the focus. */
    public void enter() {
        if (hits.isVisible()) {
            hitKeys.enter();
        } else {
            keys.enter();
        }
    }

    private HBox head() {
        var fresh = new Button(Texts.get("topbar.new"), Icons.NEW.node());
        fresh.getStyleClass().addAll("flat", "new-chat");
        fresh.setMaxWidth(Double.MAX_VALUE);
        fresh.setOnAction(_ -> model.newChat());
        HBox.setHgrow(fresh, Priority.ALWAYS);
        fresh.setMinWidth(Region.USE_PREF_SIZE);
        Describe.node(fresh, Texts.get("topbar.new"), Texts.get("topbar.new.help"), Shortcut.NEW_CHAT.combination(),
                Describe.Focus.TAB);
        var head = new HBox(4, fresh, more());
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private MenuButton more() {
        var all = new MenuItem(Texts.get("history.menu.exportAll"));
        all.setOnAction(_ -> dialogs.exportAll());
        var take = new MenuItem(Texts.get("history.menu.import"));
        take.setOnAction(_ -> dialogs.take());
        var more = new MenuButton("…", null, all, take);
        more.getStyleClass().addAll("flat", "more");
        more.setMinWidth(Region.USE_PREF_SIZE);
        more.disableProperty().bind(model.transfer().running());
        Describe.node(more, Texts.get("history.more"), Texts.get("history.more.help"));
        return more;
    }

    private void showState() {
        boolean searching = model.searching().get() != HistorySearch.State.NONE;
        boolean nothing = model.searching().get() == HistorySearch.State.NOTHING;
        boolean failed = model.searching().get() == HistorySearch.State.FAILED;
        boolean bare = nothing || failed && model.hits().isEmpty();
        var note = failed
                ? model.searchNote()
                : model.foundMore()
                        ? Texts.get("history.most", HistorySearch.MOST)
                        : model.searchNote();
        boolean none = !searching && model.loaded().get() && model.rows().isEmpty();
        list.setVisible(!searching);
        hits.setVisible(searching && !bare);
        most.setText(note);
        most.setVisible(searching && !note.isEmpty() && !(failed && bare));
        empty.setVisible(bare || none);
        empty.setText(failed
                ? model.searchNote()
                : nothing ? Texts.get("history.nothing", model.answered()) : Texts.get("history.empty"));
    }

    private void select(HistoryRow row) {
        wanted = row instanceof HistoryRow.Item item ? item.id() : null;
    }

    private void pressed(MouseEvent event) {
        for (var at = event.getPickResult().getIntersectedNode(); at != null; at = at.getParent()) {
            if (at instanceof ConversationCell cell) {
                select(cell.getItem());
            }
        }
    }

    private void reselect() {
        for (int i = 0; wanted != null && i < model.rows().size(); i++) {
            if (model.rows().get(i) instanceof HistoryRow.Item item && item.id().equals(wanted)) {
                if (list.getSelectionModel().getSelectedIndex() != i || !item.equals(selected())) {
                    list.getSelectionModel().clearAndSelect(i);
                }
                return;
            }
        }
        list.getSelectionModel().clearSelection();
    }

    private HistoryRow.Item selected() {
        return list.getSelectionModel().getSelectedItem() instanceof HistoryRow.Item item ? item : null;
    }

    private void key(KeyEvent event) {
        if (model.renaming().get() != null || toButton(event) || keys.take(event)) {
            return;
        }
        if (event.isShortcutDown() && event.getCode() == KeyCode.Z) {
            model.undoLast();
            event.consume();
            return;
        }
        var item = selected();
        if (item != null && event.isShiftDown() && event.getCode() == KeyCode.F10) {
            menu.show(list, item);
            event.consume();
            return;
        }
        if (item == null || fromButton(event) || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case ENTER -> model.open(item.id());
            case F2 -> model.beginRename(item.id());
            case DELETE, BACK_SPACE -> delete(item);
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Tab goes from a row to its button, Shift and Tab back; true if it did. */
    private boolean toButton(KeyEvent event) {
        boolean there = fromButton(event);
        if (there && (event.getCode().isArrowKey() || event.isShiftDown() && event.getCode() == KeyCode.TAB)) {
            list.requestFocus();
            if (event.getCode() == KeyCode.TAB) {
                event.consume();
                return true;
            }
        }
        boolean onward = event.getCode() == KeyCode.TAB && !event.isShiftDown() && !there;
        if (onward && menu.focusButton(list, selected())) {
            event.consume();
            return true;
        }
        return false;
    }

    private static boolean fromButton(KeyEvent event) {
        return event.getTarget() instanceof Button;
    }

    /** The selection goes to what stands in its place then. */
    private void delete(HistoryRow.Item item) {
        int at = list.getSelectionModel().getSelectedIndex();
        model.delete(item.id());
        keys.near(at);
    }

    private void hitKey(KeyEvent event) {
        if (hitKeys.take(event)) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER && hits.getSelectionModel().getSelectedItem() != null) {
            event.consume();
            model.open(hits.getSelectionModel().getSelectedItem());
        } else if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            model.query().set("");
            search.focusField();
        }
    }

    private void rename(String id) {
        list.refresh();
        if (id != null) {
            model.rows().stream().filter(row -> row instanceof HistoryRow.Item item && item.id().equals(id))
                    .findFirst().ifPresent(keys::show);
        }
    }
}
