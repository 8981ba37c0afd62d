package app.pitot.ui.chat;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.transcript.LinkOpener;
import app.pitot.ui.transcript.TranscriptView;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The transcript, and beside it a second answer while there is one: two columns under the models' names, or where there is
 * no room for two, one of them with a switch.
 */
final class BesidePane extends VBox {
    /** Two columns that share less could not be read. */
    private static final double ROOM_FOR_TWO = 720;

    private final BesideModel model;
    private final LinkOpener links;
    private final BesideColumn left;
    private final HBox columns;
    private final ToggleButton showLeft = new ToggleButton();
    private final ToggleButton showRight = new ToggleButton();
    private final BooleanBinding open;
    private final BooleanBinding narrow = widthProperty().lessThan(ROOM_FOR_TWO);
    private BesideColumn right;

    BesidePane(BesideModel model, TranscriptView transcript, LinkOpener links) {
        this.model = model;
        this.links = links;
        this.open = model.pair().isNotNull();
        getStyleClass().add("beside");
        this.left = new BesideColumn(transcript, Texts.get("beside.left.keep"), model::keepLeft);
        left.visibleProperty().bind(open.not().or(narrow.not()).or(showLeft.selectedProperty()));
        left.managedProperty().bind(left.visibleProperty());
        this.columns = new HBox(left);
        getChildren().add(columns);
        VBox.setVgrow(columns, Priority.ALWAYS);
        model.pair().subscribe(this::show);
    }

    private HBox tabs() {
        var group = new ToggleGroup();
        showLeft.setToggleGroup(group);
        showRight.setToggleGroup(group);
        showLeft.setMnemonicParsing(false);
        showRight.setMnemonicParsing(false);
        showRight.setSelected(true);
        group.selectedToggleProperty().addListener((_, was, now) -> {
            if (now == null) {
                was.setSelected(true); // one of them is always shown
            }
        });
        var tabs = new HBox(6, showLeft, showRight);
        tabs.getStyleClass().add("beside-tabs");
        tabs.visibleProperty().bind(open.and(narrow));
        tabs.managedProperty().bind(tabs.visibleProperty());
        return tabs;
    }

    private void show(BesideModel.Pair pair) {
        if (pair == null) {
            left.head(null);
            return;
        }
        if (right == null) {
            makeRight();
        }
        left.head(pair.left());
        right.head(pair.right());
        name(showLeft, "beside.left", pair.left());
        name(showRight, "beside.right", pair.right());
    }

    /** Made when it is first wanted, and kept. */
    private void makeRight() {
        right = new BesideColumn(new TranscriptView(model.transcript(), links), Texts.get("beside.right.keep"),
                model::keepRight);
        right.closes(model::close);
        right.getStyleClass().add("beside-right");
        right.visibleProperty().bind(open.and(narrow.not().or(showRight.selectedProperty())));
        right.managedProperty().bind(right.visibleProperty());
        columns.getChildren().add(right);
        getChildren().addFirst(tabs());
    }

    private static void name(ToggleButton tab, String key, String who) {
        tab.setText(who);
        Describe.node(tab, Texts.get(key, who), null, null, Describe.Focus.TAB);
    }
}
