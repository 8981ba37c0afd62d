package app.pitot.ui.usage;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.controls.Columns;
import app.pitot.usage.RequestFilter;
import app.pitot.usage.RequestFilter.Status;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Past use: the figures, how they came about over time, by the hour of the week, and group by group. */
public final class UsageView extends BorderPane {
    private static final double MAIN = 136;
    private static final double SMALL = 104;
    private static final double LEAST = 270;
    private static final double HEAT_WIDTH = 344;
    /** From this width on the hours stand beside the tokens. */
    private static final double WIDE = 1_080;
    private static final double DIMMED = 0.45;
    private static final Set<Status> REFUSED = Set.of(Status.LIMITED, Status.TOO_LONG, Status.REFUSED);

    private final UsageModel model;
    private final Consumer<RequestFilter> open;
    private final ChoiceBar choices;
    private final HeadPane head;
    private final Label notes = new Label();
    private final StackChart tokens;
    private final StackChart results;
    private final StackChart cost;
    private final BandChart ttft;
    private final BandChart speed;
    private final HeatChart heat;
    private final GroupsTable groups;
    private final ChartBox tokensBox;
    private final ChartBox resultsBox;
    private final ChartBox costBox;
    private final ChartBox ttftBox;
    private final ChartBox speedBox;
    private final ChartBox heatBox;
    private final VBox groupsBox;
    private final StackPane above = new StackPane();
    private final VBox content;
    private final EmptyPane empty;
    private final ScrollPane scroll;
    private boolean wide;

    /**
     * @param open shows the requests behind a figure; null if there is no way there
     * @param chat leads to the chat, where requests begin
     */
    public UsageView(UsageModel model, Consumer<RequestFilter> open, Runnable chat) {
        this.model = model;
        this.open = open;
        getStyleClass().add("usage-view");
        choices = new ChoiceBar(model);
        head = new HeadPane(open == null ? null : () -> drill(null, -1, REFUSED));
        BiConsumer<Integer, Layer> slot = open == null ? null : (at, layer) -> drill(layer, at, Set.of());
        tokens = new StackChart(MAIN, model.cursor(), slot);
        results = new StackChart(SMALL, model.cursor(), slot);
        cost = new StackChart(SMALL, model.cursor(), slot);
        ttft = new BandChart(SMALL, model.cursor(), slot);
        speed = new BandChart(SMALL, model.cursor(), slot);
        heat = new HeatChart(MAIN, open == null ? null : (day, hour) -> model.newestHour(day, hour, open));
        groups = new GroupsTable(open == null
                ? null
                : (row, refused) -> open.accept(Drill.of(model.report(), null, null,
                        row.key(), refused ? REFUSED : Set.of())));
        tokensBox = new ChartBox("usage.tokens", tokens, true);
        resultsBox = new ChartBox("usage.results", results, false);
        costBox = new ChartBox("usage.cost", cost, false);
        ttftBox = new ChartBox("usage.ttft", ttft, false);
        speedBox = new ChartBox("usage.speed", speed, false);
        heatBox = new ChartBox("usage.heat", heat, false);
        groupsBox = groupsBox();
        notes.getStyleClass().addAll("text-secondary", "text-muted");
        notes.setWrapText(true);
        notes.setMinHeight(Region.USE_PREF_SIZE);
        content = new VBox(head, notes, above, new Columns(LEAST, 4, resultsBox, costBox, ttftBox, speedBox).even(),
                groupsBox);
        content.getStyleClass().add("usage-content");
        scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinSize(0, 0);
        empty = new EmptyPane(model, chat);
        setTop(new VBox(choices, problem()));
        setCenter(new StackPane(scroll, empty));
        setMinWidth(0);
        widthProperty().map(width -> width.doubleValue() >= WIDE).subscribe(this::arrange);
        model.face().subscribe(this::show);
        model.stale().subscribe(old -> content.setOpacity(old ? DIMMED : 1));
    }

    /** Puts a line below what is to be known of the figures. */
    public void addLine(Node line) {
        content.getChildren().add(content.getChildren().indexOf(notes) + 1, line);
    }

    /** All of it, to be drawn, also what is scrolled away. */
    public Node all() {
        return content;
    }

    private void drill(Layer layer, int slot, Set<Status> statuses) {
        var face = model.face().get();
        var bin = slot < 0 ? null : face.bins().get(slot);
        open.accept(Drill.of(face.report(), bin == null ? null : bin.from(), bin == null ? null : bin.until(),
                layer == null ? null : layer.key(), layer == null ? statuses : layer.statuses()));
    }

    private void show(UsageFace face) {
        boolean something = face != null && !face.quiet();
        scroll.setVisible(something);
        empty.show(face);
        if (!something) {
            return;
        }
        var bins = face.bins();
        head.show(face.figures());
        notes.setText(String.join(" ", face.notes()));
        notes.setVisible(!face.notes().isEmpty());
        notes.setManaged(!face.notes().isEmpty());
        show(tokensBox, tokens, "usage.tokens", face.tokens(), face, List.of());
        show(resultsBox, results, "usage.results", face.results(), face, List.of());
        show(costBox, cost, "usage.cost", face.cost(), face, face.marks());
        show(ttftBox, ttft, "usage.ttft", face.ttft(), bins);
        show(speedBox, speed, "usage.speed", face.speed(), bins);
        heat.show(face.heat(), Spoken.heat(face.heat()));
        heatBox.show(List.of(), () -> Twins.heat(face.heat()));
        groups.show(face.rows());
    }

    private static void show(ChartBox box, StackChart chart, String key, Stack stack, UsageFace face,
            List<Mark> marks) {
        chart.show(stack, face.bins(), marks, Spoken.stack(key, stack, face.bins()));
        box.show(stack.layers(), () -> Twins.stack(stack, face.bins()));
    }

    private static void show(ChartBox box, BandChart chart, String key, Band band, Bins bins) {
        chart.show(band, bins, Spoken.band(key, band, bins));
        box.show(List.of(), () -> Twins.band(band, bins));
    }

    private VBox groupsBox() {
        var title = new Label(Texts.get("usage.groups"));
        title.getStyleClass().add("text-medium");
        title.setMinWidth(0);
        var hint = new Label(open == null ? "" : Texts.get("usage.groups.hint"));
        hint.getStyleClass().addAll("text-secondary", "text-muted");
        hint.setMinWidth(0);
        var line = new HBox(10, title, hint);
        line.setMinHeight(22);
        line.setAlignment(Pos.CENTER_LEFT);
        var box = new VBox(4, line, groups);
        box.getStyleClass().add("usage-box");
        box.setMinWidth(0);
        return box;
    }

    private void arrange(boolean now) {
        if (now == wide && !above.getChildren().isEmpty()) {
            return;
        }
        wide = now;
        heatBox.setMinWidth(wide ? HEAT_WIDTH : 0);
        heatBox.setMaxWidth(wide ? HEAT_WIDTH : Double.MAX_VALUE);
        heatBox.setPrefWidth(wide ? HEAT_WIDTH : Region.USE_COMPUTED_SIZE);
        HBox.setHgrow(tokensBox, Priority.ALWAYS);
        above.getChildren().setAll(wide ? new HBox(16, tokensBox, heatBox) : new VBox(12, tokensBox, heatBox));
    }

    private Node problem() {
        var words = new Label();
        words.textProperty().bind(model.problem());
        words.getStyleClass().add("text-warn");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var again = new Button(Texts.get("usage.again"));
        again.getStyleClass().add("small");
        again.setMinWidth(Region.USE_PREF_SIZE);
        again.setOnAction(_ -> model.again());
        Describe.node(again, again.getText(), Texts.get("usage.again.help"));
        var line = new HBox(10, words, again);
        line.getStyleClass().add("usage-problem");
        line.visibleProperty().bind(model.problem().isNotEmpty());
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }
}
