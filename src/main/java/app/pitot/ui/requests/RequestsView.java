package app.pitot.ui.requests;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.EnterFires;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.common.Shortcut;
import app.pitot.usage.RequestRow;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Every request of the past and of this moment, and beside the list all about the selected one. */
public final class RequestsView extends BorderPane {
    /** Below this width the details take the place of the list. */
    private static final double ROOM_FOR_TWO = 860;
    private static final double LIST = 0.46;

    private final RequestsModel model;
    private final DetailsModel details;
    private final RequestsTable table;
    private final FilterBar filters;
    private final DetailsView detailsView;
    private final DifferenceModel difference;
    private final DifferencePane differences;
    private final StackPane side;
    private final HBox middle = new HBox();
    private final HBox tools = new HBox(8);
    private final VBox top = new VBox();
    private final VBox list;
    private boolean wide;
    /** True while the details stand in the place of the list, where there is no room for both. */
    private boolean inside;

    /** @param jobs runs what takes longer than a frame */
    public RequestsView(RequestsModel model, DetailsModel details, ActionsModel actions, DifferenceModel difference,
            Jobs jobs, Names names, Links links, BooleanProperty instrumentsOpen) {
        this.difference = difference;
        this.model = model;
        this.details = details;
        getStyleClass().add("requests-view");
        getStylesheets().add(RequestsView.class.getResource("/app/pitot/ui/requests/requests.css").toExternalForm());
        table = new RequestsTable(model, details.words());
        table.setPlaceholder(new EmptyState(model, links.chat()));
        filters = new FilterBar(model, names, this::enterList);
        detailsView = new DetailsView(details, actions, jobs, links.settings(), this::leaveDetails);
        differences = new DifferencePane(difference, this::leaveDifference);
        side = new StackPane(detailsView, differences);
        side.setMinWidth(0);
        side.getStyleClass().add("request-beside");
        list = new VBox(table);
        list.setMinWidth(0);
        VBox.setVgrow(table, Priority.ALWAYS);
        filters.managedProperty().bind(filters.visibleProperty());
        list.prefWidthProperty().bind(Bindings.createDoubleBinding(() -> Math.floor(getWidth() * (wide ? LIST : 1)),
                widthProperty(), side.managedProperty()));
        list.minWidthProperty().bind(list.prefWidthProperty());
        HBox.setHgrow(side, Priority.ALWAYS);
        // Both stay where they are, so that neither loses the focus when the width changes.
        middle.getChildren().setAll(list, side);
        middle.setMinSize(0, 0);
        top.getChildren().setAll(bar(instrumentsOpen), filters);
        setTop(top);
        setCenter(middle);
        setMinWidth(0);
        table.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> {
            if (row != null) {
                choose(row);
            }
        });
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::keyInList);
        table.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                enterDetails();
            }
        });
        side.addEventFilter(KeyEvent.KEY_PRESSED, this::keyBeside);
        difference.face().map(face -> true).orElse(false).subscribe(two -> {
            differences.setVisible(two);
            detailsView.setVisible(!two);
        });
        model.wanted().addListener((_, _, id) -> {
            if (id != null && !wide) {
                inside = true;
                arrange();
            }
        });
        widthProperty().map(width -> width.doubleValue() >= ROOM_FOR_TWO).subscribe(now -> {
            wide = now;
            arrange();
        });
        EnterFires.below(this);
    }

    /** Further things to do, at the right of the title. */
    public void addTool(Node node) {
        tools.getChildren().addFirst(node);
    }

    /** Shows {@code line} below the title, for what a tool has to say. */
    public void addLine(Node line) {
        top.getChildren().add(1, line);
    }

    /** Gives the focus to where one types what to look for: in the details if the user is there, else the filter. */
    public void find() {
        if (inside && !wide || side.isFocusWithin()) {
            detailsView.find();
        } else {
            filters.focusFilter();
        }
    }

    /** Gives the list the focus. */
    public void enter() {
        if (inside && !wide) {
            enterDetails();
        } else {
            enterList();
        }
    }

    private void enterList() {
        table.begin();
    }

    /** Whoever goes to another request is done with the comparison. */
    private void choose(RequestRow row) {
        var before = details.row().get();
        if (before == null || !before.id().equals(row.id())) {
            difference.leave();
        }
        details.show(row);
    }

    private void keyInList(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && details.row().get() != null) {
            event.consume();
            enterDetails();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            filters.focusFilter();
        } else if (Shortcut.FIND.combination().match(event)) {
            event.consume();
            filters.focusFilter();
        }
    }

    private void keyBeside(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !detailsView.finding()) {
            event.consume();
            if (difference.face().get() != null) {
                leaveDifference();
            } else {
                leaveDetails();
            }
        } else if (Shortcut.FIND.combination().match(event) && difference.face().get() == null) {
            event.consume();
            detailsView.find();
        }
    }

    /** Side by side, if two are selected. */
    private void compare() {
        var two = List.copyOf(table.getSelectionModel().getSelectedItems());
        if (two.size() == 2) {
            difference.compare(two.getFirst(), two.getLast());
            inside = true;
            arrange();
            differences.enter();
        }
    }

    private void leaveDifference() {
        difference.leave();
        leaveDetails();
    }

    private void enterDetails() {
        if (details.row().get() != null) {
            inside = true;
            arrange();
            detailsView.enter();
        }
    }

    private void leaveDetails() {
        inside = false;
        arrange();
        enterList();
    }

    private void arrange() {
        detailsView.alone(!wide);
        filters.setVisible(wide || !inside); // where only the details are seen, they need the room
        see(list, wide || !inside);
        see(side, wide || inside);
        middle.requestLayout();
    }

    private static void see(Node node, boolean is) {
        node.setVisible(is);
        node.setManaged(is);
    }

    private Button compareButton() {
        var button = new Button(Texts.get("requests.compare"));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> compare());
        button.disableProperty().bind(Bindings.size(table.getSelectionModel().getSelectedItems()).isNotEqualTo(2));
        Describe.node(button, button.getText(), Texts.get("requests.compare.help"));
        return button;
    }

    private HBox bar(BooleanProperty instrumentsOpen) {
        var title = new Label(Texts.get("requests.title"));
        title.getStyleClass().add("figure-medium");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var count = new Label();
        count.getStyleClass().add("text-muted");
        count.textProperty().bind(model.count());
        count.setMinWidth(0);
        var problem = new Label();
        problem.getStyleClass().add("text-warn");
        problem.textProperty().bind(model.problem());
        problem.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var panel = new ToggleButton(Texts.get("topbar.instruments"));
        panel.selectedProperty().bindBidirectional(instrumentsOpen);
        panel.setMinWidth(Region.USE_PREF_SIZE);
        Describe.node(panel, Texts.get("topbar.instruments"), Texts.get("topbar.instruments.help"),
                Shortcut.INSTRUMENTS.combination(), Describe.Focus.TAB);
        tools.setMinWidth(Region.USE_PREF_SIZE);
        tools.setAlignment(Pos.CENTER_RIGHT);
        tools.getChildren().add(compareButton());
        var bar = new HBox(title, count, problem, space, tools, panel);
        bar.getStyleClass().add("topbar");
        return bar;
    }
}
