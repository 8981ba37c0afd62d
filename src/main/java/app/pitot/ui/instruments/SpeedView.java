package app.pitot.ui.instruments;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.Format;
import app.pitot.ui.controls.FigureLabel;
import app.pitot.ui.controls.RhythmStrip;
import app.pitot.ui.controls.SpeedDial;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The upper half of the panel: dial, three figures, rhythm. */
final class SpeedView extends VBox {
    private final Label source = new Label();
    private final SpeedDial dial = new SpeedDial();
    private final FigureLabel ttft = new FigureLabel("figure-medium", "text-muted");
    private final FigureLabel answer = new FigureLabel("figure-medium", "text-muted");
    private final FigureLabel tokens = new FigureLabel("figure-medium", "text-muted");
    private final RhythmStrip rhythm = new RhythmStrip();
    private Double median;
    private SpeedFace shown;
    private final HBox head;
    private final HBox figures;
    /** In the place of the dial where there is no room for it. */
    private final HBox line = new HBox(6);
    private final FigureLabel figure = new FigureLabel("figure-medium");
    private final Label unit = new Label(Texts.get("instruments.speed.unit"));
    private final FigureLabel note = new FigureLabel("text-secondary", "text-muted");
    private boolean dense;
    private boolean close;
    private boolean low;
    private boolean laidOut;

    SpeedView() {
        var title = new Label(Texts.get("instruments.speed.title"));
        title.getStyleClass().addAll("text-secondary", "text-muted");
        source.getStyleClass().addAll("text-secondary", "text-muted");
        Describe.tooltip(title, Texts.get("instruments.help.speed"));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        unit.getStyleClass().addAll("text-secondary", "text-muted");
        dial.setUnit(Texts.get("instruments.speed.unit"));
        dial.setFocusTraversable(true);
        figures = new HBox(column(ttft, "ttft"), column(answer, "firstAnswer"), column(tokens, "tokens"));
        line.getChildren().addAll(figure, unit, note);
        line.setAlignment(Pos.BASELINE_LEFT);
        line.setFocusTraversable(true);
        line.setAccessibleRole(AccessibleRole.TEXT);
        line.getStyleClass().add("focus-ring");
        head = new HBox(6, title, gap, source);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, dial, line, figures, rhythm);
        arrange(false, false, false);
    }

    /**
     * Gives room to the gauges.
     *
     * @param newDense many gauges stand below: closer together
     * @param newClose and something else as well: closer still
     * @param newLow the window is low: a figure in the place of the dial, and no rhythm
     */
    void arrange(boolean newDense, boolean newClose, boolean newLow) {
        if (laidOut && newDense == dense && newClose == close && newLow == low) {
            return;
        }
        laidOut = true;
        dense = newDense;
        close = newClose;
        low = newLow;
        shown(dial, !low);
        shown(rhythm, !low);
        shown(line, low);
        VBox.setMargin(dial, new Insets(dense ? 2 : 8, 0, 0, 0));
        VBox.setMargin(figures, new Insets(low ? 2 : dense ? 4 : 10, 0, close ? 4 : dense || low ? 8 : 14, 0));
        VBox.setMargin(rhythm, new Insets(0, 0, close ? 2 : dense ? 6 : 12, 0));
    }

    private static void shown(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }

    /** Puts a small button behind the title. */
    void add(Node tool) {
        head.getChildren().add(tool);
    }

    private static VBox column(FigureLabel figure, String key) {
        var caption = new Label(Texts.get("instruments." + key));
        caption.getStyleClass().addAll("text-secondary", "text-muted");
        var column = new VBox(2, figure, caption);
        column.setAlignment(Pos.CENTER);
        column.setPrefWidth(90);
        HBox.setHgrow(column, Priority.ALWAYS);
        Describe.tooltip(column, Texts.get("instruments.help." + key));
        return column;
    }

    void show(SpeedFace face) {
        source.setText(face.source());
        Describe.tooltip(source, face.sourceHelp());
        dial.show(face.speed(), face.figure(), face.quiet(), face.faded());
        dial.setNote(face.note(), face.stalled());
        dial.setAccessibleText(face.spoken());
        figure.setText(face.figure());
        note.setText(face.note() == null ? "" : face.note());
        line.setAccessibleText(face.spoken());
        ttft.setText(face.ttft());
        answer.setText(face.firstAnswer());
        tokens.setText(face.tokens());
        rhythm.show(face.bars(), face.whole(), face.faded());
        Describe.node(rhythm, face.rhythm(), face.rhythm() + "\n" + Texts.get("instruments.help.rhythm"));
        shown = face;
        help();
    }

    void showMedian(Double value) {
        median = value;
        dial.setMedian(value);
        help();
    }

    private void help() {
        var text = shown == null ? "" : shown.help();
        var all = median == null ? text : text + "\n" + Texts.get("instruments.help.median", Format.speed(median));
        dial.setAccessibleHelp(all);
        line.setAccessibleHelp(all);
        Describe.tooltip(line, all);
        Describe.tooltip(dial, all);
    }
}
