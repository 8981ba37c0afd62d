package app.pitot.ui.history;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.EnterFires;
import java.util.ArrayList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** One line of the list: a heading, a title, or a title being edited. */
final class ConversationCell extends ListCell<HistoryRow> {
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    /** Shorter ones are never cut. */
    private static final int SURELY_WHOLE = 20;

    private final HistoryModel model;
    private final Label title = new Label();
    private final Region dot = new Region();
    private final Label damage = new Label("!");
    private final Button more = new Button("…");
    private final HBox line = new HBox(6, damage, title, dot, more);
    private TextField field;
    private String edited;

    ConversationCell(HistoryModel model, RowMenu menu) {
        this.model = model;
        damage.getStyleClass().add("damage");
        damage.setMinWidth(USE_PREF_SIZE);
        more.getStyleClass().addAll("flat", "row-more");
        more.setMinWidth(USE_PREF_SIZE);
        more.visibleProperty().bind(hoverProperty().or(selectedProperty()).or(more.focusedProperty()));
        more.managedProperty().bind(more.visibleProperty());
        // One stop for the Tab key behind the list, not one for each row.
        more.focusTraversableProperty().bind(selectedProperty());
        EnterFires.below(line);
        more.setOnAction(_ -> {
            if (getItem() instanceof HistoryRow.Item item) {
                menu.show(item, more);
            }
        });
        dot.getStyleClass().addAll("dot", "running");
        line.setAlignment(Pos.CENTER_LEFT);
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        // Never wider than the list: the title is cut first, and the list needs no bar below.
        setPrefWidth(0);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress() && edited == null
                    && !more.isHover()
                    && getItem() instanceof HistoryRow.Item item) {
                model.open(item.id());
            }
        });
    }

    /** Gives the button of this row the focus. */
    void focusMore() {
        more.requestFocus();
    }

    @Override
    protected void updateItem(HistoryRow row, boolean empty) {
        super.updateItem(row, empty);
        var item = !empty && row instanceof HistoryRow.Item of ? of : null;
        boolean heading = !empty && row instanceof HistoryRow.Heading;
        pseudoClassStateChanged(HEADING, heading);
        pseudoClassStateChanged(OPEN, item != null && item.id().equals(model.open().get()));
        if (item == null) {
            showHeading(heading ? ((HistoryRow.Heading) row).words() : null);
        } else if (item.id().equals(model.renaming().get())) {
            edit(item.id());
        } else {
            show(item);
        }
    }

    private void showHeading(String words) {
        edited = null;
        setText(words);
        setGraphic(null);
        setAccessibleText(words);
        Describe.tooltip(this, null);
    }

    private void show(HistoryRow.Item item) {
        edited = null;
        boolean runs = model.running().get().contains(item.id());
        dot.setVisible(runs);
        dot.setManaged(runs);
        damage.setVisible(item.damaged());
        damage.setManaged(item.damaged());
        title.setText(item.title());
        more.setAccessibleText(Texts.get("history.row.more", item.title()));
        setText(null);
        setGraphic(line);
        var whole = item.title().length() > SURELY_WHOLE ? item.title() : null;
        Describe.tooltip(this, item.damaged() ? Texts.get("history.damaged.row", item.title()) : whole);
        var said = new ArrayList<String>();
        said.add(item.title());
        if (item.id().equals(model.open().get())) {
            said.add(Texts.get("history.open.word"));
        }
        if (item.pinned()) {
            said.add(Texts.get("history.pinned"));
        }
        if (item.damaged()) {
            said.add(Texts.get("history.damaged.word"));
        }
        if (runs) {
            said.add(Texts.get("history.running.word"));
        }
        setAccessibleText(String.join(", ", said));
    }

    private void edit(String id) {
        if (id.equals(edited)) {
            return;
        }
        edited = id;
        field = new TextField(model.title(id));
        field.getStyleClass().add("rename-field");
        field.setAccessibleText(Texts.get("history.rename.field"));
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> key(event, id));
        setText(null);
        setGraphic(field);
        Describe.tooltip(this, null);
        var mine = field;
        field.focusedProperty().addListener((_, _, here) -> {
            if (!here && mine == field && id.equals(model.renaming().get())) {
                model.rename(id, mine.getText());
            }
        });
        field.requestFocus();
        field.selectAll();
    }

    private void key(KeyEvent event, String id) {
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            var words = field.getText();
            if (event.getCode() == KeyCode.ENTER) {
                model.rename(id, words);
            } else {
                model.cancelRename();
            }
            getListView().requestFocus();
        }
    }
}
